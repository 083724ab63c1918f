/** The line at the foot: whether the studio is there, and what the last page took. */

import { t } from "./words.js";

/**
 * @param {HTMLElement} at
 * @param {import("./studio.js").Studio} studio
 */
export function mountStatus(at, studio) {
  studio.store.on(["online", "barred", "pages", "language"], () => {
    const { online, barred, pages } = studio.state;
    const took = pages.main?.took;
    at.textContent = online
      ? took === undefined ? "" : t("status.drawn", { ms: Math.round(took) })
      : t(barred ? `status.barred_${barred}` : "status.offline");
  });
}
