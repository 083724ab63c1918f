/** The list of keys, opened by “?”. */

import { showDialog } from "../dialogs/dialog.js";
import { h } from "../dom.js";
import { t } from "../words.js";

/** @typedef {import("../studio.js").Studio} Studio */

/** What is done, and by which keys; a key that is a word is in the words. */
const KEYS = [
  ["page", [
    ["zoom", "+　−"], ["whole", "0　9　1　2　4"], ["wheel", ""], ["pan", ""], ["modes", "P　O　S　K"],
    ["click", ""], ["level", ""], ["tab", "Tab"], ["areas", "F6　Shift-F6"], ["arrows", ""], ["enter", ""], ["up", "Alt-↑　Alt-↓"],
    ["escape", "Esc"],
  ]],
  ["layouts", [["family", "[　]"], ["beside", ""]]],
  ["writing", [
    ["marks", "Ctrl-B　U　I　.　M"], ["step", "Alt-↑　Alt-↓"], ["undo", "Ctrl-Z　Ctrl-Shift-Z"], ["panels", "L　E"], ["export", "Ctrl-E"], ["help", "?"],
  ]],
  ["outline", [["row_open", ""], ["row_move", "Alt-↑　Alt-↓"], ["row_copy", "Ctrl-D"], ["row_delete", "Delete"]]],
  ["data", [
    ["cell_write", "F2"], ["cell_next", "Tab"], ["cell_edge", ""], ["cell_select", ""], ["cell_all", "Ctrl-A"],
    ["cell_copy", "Ctrl-C　Ctrl-X　Ctrl-V"], ["cell_clear", "Delete"], ["cell_leave", "Esc"],
  ]],
];

/** @param {Studio} studio */
export function mountKeysHelp(studio) {
  studio.store.on(["dialog"], () => {
    if (studio.state.dialog !== "keys") return;
    const rows = KEYS.map(([group, keys]) => h("section", { className: "keys" },
      h("h3", {}, t(`keys.${group}`)),
      h("dl", {}, .../** @type {string[][]} */ (keys).flatMap(([what, key]) => [
        h("dt", {}, key || t(`keys.${what}_key`)), h("dd", {}, t(`keys.${what}`)),
      ])),
    ));
    showDialog({
      name: t("keys.title"), className: "keys-dialog", body: rows, buttons: [],
      closed: () => studio.state.dialog === "keys" && studio.store.set({ dialog: "" }),
    });
  });
}
