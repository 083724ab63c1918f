/** Dialogs: the browser's own, so that focus stays inside, Esc closes, and all behind is inert. */

import { h } from "../dom.js";
import { t } from "../words.js";

/**
 * Show a dialog until it is closed; whoever had the focus gets it back.
 * @param {object} of
 * @param {string} of.name its heading
 * @param {string} [of.className]
 * @param {Node[]} of.body
 * @param {Node[]} of.buttons at its foot, the one that does the work last
 * @param {() => void} [of.closed]
 */
export function showDialog({ name, className = "", body, buttons, closed = () => {} }) {
  const before = /** @type {HTMLElement | null} */ (document.activeElement);
  const heading = h("h2", { id: `dialog-${name}`, textContent: name });
  const close = h("button", {
    className: "plain close", type: "button", "aria-label": t("dialog.close"), textContent: "×",
    onclick: () => dialog.close(),
  });
  const foot = h("footer", {}, ...buttons);
  const dialog = h(
    "dialog",
    {
      className: `sheet-dialog ${className}`, "aria-label": name,
      onclose: () => {
        dialog.remove();
        closed();
        if (before?.isConnected) before.focus();
      },
      // A press on the ground beside it closes it, as it does of menus; one that began inside does not.
      onpointerdown: (/** @type {PointerEvent} */ event) => {
        if (event.target === dialog && !isInside(dialog, event)) dialog.close();
      },
    },
    h("header", {}, heading, close),
    h("div", { className: "body" }, ...body),
    foot,
  );
  document.getElementById("dialogs")?.append(dialog);
  dialog.showModal();
  return dialog;
}

/**
 * @param {Element} element
 * @param {PointerEvent} event
 */
function isInside(element, event) {
  const box = element.getBoundingClientRect();
  return event.clientX >= box.left && event.clientX <= box.right &&
    event.clientY >= box.top && event.clientY <= box.bottom;
}

/**
 * Ask which of several is meant; "" for none of them.
 * @param {string} name
 * @param {string} words
 * @param {{value: string, words: string}[]} choices the first is the one that is expected
 * @returns {Promise<string>}
 */
export function choiceOf(name, words, choices) {
  return new Promise((done) => {
    let chosen = "";
    const dialog = showDialog({
      name,
      className: "question",
      body: [h("p", { textContent: words })],
      buttons: [
        h("button", { type: "button", textContent: t("dialog.no"), onclick: () => dialog.close() }),
        ...choices.map((one, number) => h("button", {
          type: "button", className: number ? "" : "primary", textContent: one.words, autofocus: number === 0,
          onclick: () => {
            chosen = one.value;
            dialog.close();
          },
        })).reverse(),
      ],
      closed: () => done(chosen),
    });
  });
}
