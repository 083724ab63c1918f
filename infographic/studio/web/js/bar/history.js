/** Undo and redo, with what they would undo. */

import { h } from "../dom.js";
import { nameOf } from "../desk/naming.js";
import { isTyping } from "../desk/pan.js";
import { t } from "../words.js";

/** @typedef {import("../studio.js").Studio} Studio */

/**
 * What a step changes, its places called as the page calls them: “改 图① › 焦点”.
 * @param {Studio} studio
 * @param {string} step
 */
function named(studio, step) {
  const value = studio.state.document?.value ?? null;
  return step.replace(/(?<=^|\s)\/\S+/g, (pointer) => nameOf({ pointer, kind: "" }, value, t));
}

/** @param {Studio} studio */
export function mountHistory(studio) {
  /** @param {"undo" | "redo"} type */
  const run = async (type) => {
    const what = named(studio, studio.state.document?.[type] ?? "");
    try {
      await studio.wire.ask({ type });
      if (what) studio.store.set({ said: t(`bar.${type === "undo" ? "undone" : "redone"}`, { what }) });
    } catch (error) {
      studio.store.set({ said: /** @type {Error} */ (error).message });
    }
  };
  const buttons = /** @type {const} */ (["undo", "redo"]).map((type) => {
    const button = h("button", { type: "button", className: "plain", onclick: () => run(type) });
    studio.store.on(["document", "language", "online"], () => {
      const what = named(studio, studio.state.document?.[type] ?? "");
      button.textContent = t(`bar.${type}`);
      button.title = what ? t(`bar.${type}_what`, { what }) : t(`bar.${type}`);
      button.setAttribute("aria-label", button.title);
      button.disabled = !what || !studio.state.online;
    });
    return button;
  });
  addEventListener("keydown", (event) => {
    if (event.defaultPrevented || !(event.ctrlKey || event.metaKey) || event.altKey || isTyping(event)) return;
    const key = event.key.toLowerCase();
    if (key !== "z" && key !== "y") return;
    event.preventDefault();
    void run(key === "y" || event.shiftKey ? "redo" : "undo");
  });
  return h("span", { className: "history" }, ...buttons);
}
