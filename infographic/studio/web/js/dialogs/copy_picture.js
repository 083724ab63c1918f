/** The page of the main view as a PNG on the clipboard. */

import { h } from "../dom.js";
import { t } from "../words.js";
import { addressOf } from "./export_result.js";

/** @typedef {import("../studio.js").Studio} Studio */

/**
 * The PNG of the layout that is open, its first page.
 * @param {Studio} studio
 * @returns {Promise<Blob>}
 */
async function picture(studio) {
  const { story, layout } = studio.state;
  const exported = await studio.wire.ask({
    type: "export", story, layouts: [layout], formats: [{ ending: ".png", options: {} }],
  });
  const [file] = exported.files;
  if (!file) throw new Error(exported.refused[0]?.diagnostics[0]?.message ?? exported.refused[0]?.message ?? "");
  const answer = await fetch(addressOf(exported.key, file.name));
  return new Blob([await answer.arrayBuffer()], { type: "image/png" });
}

/**
 * @param {Studio} studio
 * @param {(words: string) => void} say
 */
export function copyButton(studio, say) {
  const button = h("button", { type: "button", textContent: t("export.copy"), onclick: async () => {
    // Over plain HTTP from another machine browsers give no clipboard.
    if (!navigator.clipboard || typeof ClipboardItem === "undefined") {
      say(t("export.copy_not_here"));
      return;
    }
    button.disabled = true;
    say(t("export.copying"));
    try {
      // The promise goes in at once: Safari allows no wait between the press and the writing.
      await navigator.clipboard.write([new ClipboardItem({ "image/png": picture(studio) })]);
      say(t("export.copied"));
    } catch (error) {
      say(t("export.copy_failed", { why: /** @type {Error} */ (error).message }));
    } finally {
      button.disabled = false;
    }
  } });
  return button;
}
