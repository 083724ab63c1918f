/** Small pictures of the pages of a view that has many, to go to one of them. */

import { h } from "../dom.js";
import { t } from "../words.js";

/** @typedef {import("./pane.js").Pane} Pane */

const MANY = 4;
/** CSS pixels. */
const WIDTH = 44;

/** @param {Pane} pane */
export function mountPagesNav(pane) {
  const nav = h("nav", { className: "pages-nav", hidden: true });
  pane.element.append(nav);
  /** @type {HTMLButtonElement[]} */
  let buttons = [];

  const here = () => {
    const frame = pane.scroller.getBoundingClientRect();
    const middle = frame.y + frame.height / 2;
    const now = pane.sheets.findLastIndex((one) => one.element.getBoundingClientRect().y <= middle);
    buttons.forEach((one, at) => {
      if (at === now) one.setAttribute("aria-current", "true");
      else one.removeAttribute("aria-current");
    });
  };
  pane.scroller.addEventListener("scroll", () => requestAnimationFrame(here), { passive: true });

  /** @param {import("./sheet.js").Sheet} sheet */
  const paint = (sheet) => {
    const canvas = buttons[sheet.number]?.querySelector("canvas");
    if (!canvas || nav.hidden) return;
    canvas.width = WIDTH * devicePixelRatio;
    canvas.height = Math.round(canvas.width * Math.min(sheet.info.height / sheet.info.width, 3));
    const context = canvas.getContext("2d");
    if (context) context.imageSmoothingQuality = "high";
    context?.drawImage(sheet.canvas, 0, 0, canvas.width, canvas.height);
  };
  pane.onSheet.push((sheet) => sheet.onPaint.push(() => requestAnimationFrame(() => paint(sheet))));

  return () => {
    nav.hidden = pane.sheets.length < MANY;
    nav.setAttribute("aria-label", t("desk.pages"));
    if (nav.hidden || buttons.length === pane.sheets.length) return;
    buttons = pane.sheets.map((sheet) => h(
      "button",
      {
        className: "plain",
        "aria-label": t("desk.page", { number: sheet.number + 1, of: pane.sheets.length }),
        onclick: () => {
          sheet.element.scrollIntoView({ block: "start" });
          sheet.options.focus({ preventScroll: true });
        },
      },
      h("canvas", { "aria-hidden": "true" }), String(sheet.number + 1),
    ));
    nav.replaceChildren(...buttons);
    for (const sheet of pane.sheets) paint(sheet);
    here();
  };
}
