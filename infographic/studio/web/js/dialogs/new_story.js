/** A new story: from one of those that travel along, or as a copy of the one that is open. */

import { h } from "../dom.js";
import { t } from "../words.js";
import { showDialog } from "./dialog.js";

/** @typedef {import("../studio.js").Studio} Studio */
/** @typedef {{name: string, title: string, layout: string, files: number}} Starter */

const COPY = "(copy)";

/**
 * @param {Studio} studio
 * @param {() => void} closed
 */
export async function openNew(studio, closed) {
  /** @type {{starters: Starter[]}} */
  const { starters } = await studio.wire.ask({ type: "starters" });
  const { story } = studio.state;
  let chosen = starters[0]?.name ?? "";
  // What a headline does not say: which kind of page it is.
  const picture = h("img", { className: "starter-picture", alt: "" });
  const show = () => {
    picture.hidden = chosen === COPY;
    if (!picture.hidden) picture.src = `/starter?name=${encodeURIComponent(chosen)}`;
  };
  show();
  /** @param {string} value @param {string} words @param {string} aside */
  const choice = (value, words, aside) => h("label", { className: "choice starter" },
    h("input", { type: "radio", name: "starter", value, checked: value === chosen, autofocus: value === chosen,
      onchange: () => {
        chosen = value;
        show();
      } }),
    h("span", { textContent: words }), h("span", { className: "dim", textContent: aside }));
  const name = h("input", { type: "text", className: "new-name", maxLength: 120, autocomplete: "off", spellcheck: false });
  const said = h("span", { className: "said", role: "status" });
  const go = h("button", { type: "submit", className: "primary", textContent: t("start.go"), form: "new-form" });
  const form = h("form", { id: "new-form", className: "new-form", onsubmit: async (/** @type {Event} */ event) => {
    event.preventDefault();
    go.disabled = true;
    try {
      const file = await made(studio, chosen, name.value.trim());
      dialog.close();
      studio.store.set({ story: file, selection: null });
    } catch (error) {
      said.textContent = /** @type {Error} */ (error).message;
      go.disabled = false;
    }
  } },
  h("fieldset", {}, h("legend", { textContent: t("start.from") }),
    h("div", { className: "starters" },
      h("div", { className: "starter-list" },
        ...starters.map((one) => choice(one.name, one.title, one.files ? t("start.files", { count: one.files }) : "")),
        story ? choice(COPY, t("start.copy"), story) : null),
      picture)),
  h("label", { className: "name-row" }, h("span", { textContent: t("start.name") }), name,
    h("span", { className: "dim", textContent: t("start.name_help") })));
  const dialog = showDialog({ name: t("start.title"), className: "new", body: [form], buttons: [said, go], closed });
}

/**
 * @param {Studio} studio
 * @param {string} chosen
 * @param {string} name
 * @returns {Promise<string>} the new file
 */
async function made(studio, chosen, name) {
  const { story } = studio.state;
  const answer = chosen === COPY
    ? await studio.wire.ask({ type: "copy", file: story, name })
    : await studio.wire.ask({ type: "new", starter: chosen, name });
  return answer.file;
}
