/** How large the page is shown. */

import { h } from "../dom.js";
import { t } from "../words.js";

/** @typedef {import("../studio.js").Studio} Studio */
/** @typedef {import("../desk/desk.js").Desk} Desk */

const PERCENTS = [25, 50, 75, 150, 200, 400, 800];

/** @param {Studio} studio @param {Desk} desk */
export function mountZoom(studio, desk) {
  const { store } = studio;
  const out = h("button", { type: "button", className: "plain", onclick: () => desk.step(-1) }, "−");
  const into = h("button", { type: "button", className: "plain", onclick: () => desk.step(1) }, "+");
  const now = h("option", { value: "now" });
  const select = h("select", {
    className: "zoom-select",
    onchange: () => {
      if (select.value === "whole") desk.whole();
      else if (select.value === "width") desk.across();
      else if (select.value !== "now") desk.magnify(Number(select.value) / 100);
      select.value = "now";
    },
  });
  store.on(["language"], () => {
    out.title = t("bar.zoom_out");
    into.title = t("bar.zoom_in");
    out.setAttribute("aria-label", t("bar.zoom_out"));
    into.setAttribute("aria-label", t("bar.zoom_in"));
    select.setAttribute("aria-label", t("bar.zoom"));
    select.title = t("bar.zoom");
    select.replaceChildren(
      now,
      h("option", { value: "whole" }, t("bar.zoom_whole")),
      h("option", { value: "width" }, t("bar.zoom_width")),
      h("option", { value: "100" }, t("bar.zoom_actual")),
      ...PERCENTS.map((one) => h("option", { value: String(one) }, `${one}%`)),
    );
  });
  store.on(["magnification", "zoom", "language"], () => {
    now.textContent = `${Math.round(studio.state.magnification * 100)}%`;
    select.value = "now";
  });
  return h("span", { className: "zoom" }, out, select, into);
}
