/**
 * The tools of the marks: one bar for a whole form, at its head, so that nothing moves under the
 * hand when a text is entered or left.
 */

import { h } from "../dom.js";
import { t } from "../words.js";
import { MARKS } from "./marks.js";
import { apply, write } from "./words_field.js";

/**
 * A bar for the texts of a panel; it works on the one that the keyboard is in, or was last.
 * @param {HTMLElement} panel
 */
export function markTools(panel) {
  /** @type {HTMLTextAreaElement | null} */
  let area = null;
  const buttons = MARKS.map((mark) => tool(mark.name, mark.key, () => {
    if (area) apply(area, mark);
  }));
  buttons.push(tool("break", "", () => {
    if (!area) return;
    const { selectionStart: start, selectionEnd: end, value } = area;
    write(area, `${value.slice(0, start)}\n${value.slice(end)}`, start + 1, start + 1);
  }));
  const bar = h("div", { className: "tools", role: "toolbar" }, ...buttons);
  const show = () => {
    bar.setAttribute("aria-label", area ? t("mark.tools", { field: area.dataset.marks ?? "" }) : t("mark.none"));
    if (area) bar.setAttribute("aria-controls", area.id);
    for (const button of buttons) button.disabled = !area;
  };
  const choose = (/** @type {HTMLButtonElement | undefined} */ next) => {
    for (const one of buttons) one.tabIndex = one === next ? 0 : -1;
  };
  choose(buttons[0]);
  panel.addEventListener("focusin", (event) => {
    const { target } = event;
    if (bar.contains(/** @type {Node} */ (target))) return;
    area = target instanceof HTMLTextAreaElement && target.dataset.marks !== undefined ? target : null;
    show();
  });
  bar.addEventListener("keydown", (event) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const here = buttons.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
    if (event.key === "Escape" && area) {
      event.stopPropagation();
      area.focus();
    }
    if (!by || here < 0) return;
    event.preventDefault();
    const next = buttons[(here + by + buttons.length) % buttons.length];
    choose(next);
    next?.focus();
  });
  show();
  return bar;
}

/**
 * @param {string} name
 * @param {string} key
 * @param {() => void} onclick
 */
function tool(name, key, onclick) {
  return h("button", {
    type: "button", className: `tool tool-${name}`, onclick, "aria-label": t(`mark.${name}`),
    title: t(`mark.${name}`) + (key ? `　Ctrl-${key.toUpperCase()}` : ""),
    // The selection in the text is not to be lost to the button.
    onmousedown: (/** @type {MouseEvent} */ event) => event.preventDefault(),
  }, t(`mark.${name}.face`));
}
