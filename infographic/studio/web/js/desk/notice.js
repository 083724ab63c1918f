/** What stands at the head of a pane whose last page could not be made. */

import { h } from "../dom.js";
import { sentence } from "../messages/sentence.js";
import { t } from "../words.js";

/** @typedef {import("../studio.js").Studio} Studio */
/** @typedef {import("./pane.js").Pane} Pane */

/** Milliseconds: a line that is back so soon is no news. */
const BLINK = 700;

/**
 * @param {Pane} pane
 * @param {Studio} studio
 */
export function mountNotice(pane, studio) {
  const words = h("span");
  const button = h("button", { className: "plain", onclick: () => studio.store.set({ tab: "messages" }) });
  const notice = h("div", { className: "notice", hidden: true, role: "status" }, words, button);
  pane.head.after(notice);
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  let offline = false;

  const show = () => {
    const failed = studio.state.failed[pane.view];
    const said = offline && studio.state.barred ? t(`desk.barred_${studio.state.barred}`)
      : offline && pane.pages ? t("desk.old_offline") : failed ? whatFailed(failed, pane, studio.state.language) : "";
    notice.hidden = !said;
    words.textContent = said;
    button.hidden = offline || !failed?.diagnostics.length;
    button.textContent = t("desk.see_messages");
    pane.element.classList.toggle("old", said !== "" && pane.pages !== undefined);
    pane.resize();
  };
  studio.store.on(["failed", "pages", "language", "barred"], show);
  studio.store.on(["online"], () => {
    clearTimeout(waiting);
    offline = false;
    if (!studio.state.online) waiting = setTimeout(() => {
      offline = true;
      show();
    }, BLINK);
    show();
  });
}

/**
 * @param {import("../protocol.js").Failed} failed
 * @param {Pane} pane
 * @param {string} language
 */
function whatFailed(failed, pane, language) {
  const stands = pane.pages ? "old" : "none";
  if (failed.why !== "input") return t(`desk.${stands}_${failed.why}`);
  const first = failed.diagnostics.find((one) => one.severity === "error") ?? failed.diagnostics[0];
  const { file = "", line = 0 } = first ?? {};
  const place = line ? t("desk.old_place", { file, line }) : file ? t("desk.old_file", { file }) : "";
  return t(`desk.${stands}_input`, { place, message: (first && sentence(first, language)) ?? failed.message ?? "" });
}
