/** Opens the dialog that `store.dialog` names, and clears the name when it is closed. */

import { openExport } from "./export.js";
import { mountIncoming } from "./incoming.js";
import { openNew } from "./new_story.js";

/** @typedef {import("../studio.js").Studio} Studio */

/** @type {Record<string, (studio: Studio, closed: () => void) => Promise<void>>} */
const DIALOGS = { export: openExport, new: openNew };

/** @param {Studio} studio */
export function mountDialogs(studio) {
  mountIncoming(studio);
  let open = "";
  studio.store.on(["dialog"], () => {
    const name = studio.state.dialog;
    const show = DIALOGS[name];
    if (!show || open === name) return;
    // One at a time: a key for another does nothing while one is open.
    if (open) {
      studio.store.set({ dialog: open });
      return;
    }
    open = name;
    const closed = () => {
      open = "";
      if (studio.state.dialog === name) studio.store.set({ dialog: "" });
    };
    show(studio, closed).catch((error) => {
      closed();
      console.warn(error);
    });
  });
  // As in most programs; the browser's own “save” would save the program, not the page.
  addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "e") {
      event.preventDefault();
      if (studio.state.story) studio.store.set({ dialog: "export" });
    }
  });
}
