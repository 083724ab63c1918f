/** Ways to look at the page: as it is, with its frames, plate by plate, as a proof. */

import { h } from "../dom.js";
import { isTyping } from "../desk/pan.js";
import { t } from "../words.js";

/** @typedef {import("../studio.js").Studio} Studio */
/** @typedef {import("../protocol.js").Mode} Mode */

/** @type {Mode[]} */
const MODES = ["page", "overlay", "plates", "proof"];
/** @type {Record<string, Mode>} */
const KEYS = { p: "page", o: "overlay", s: "plates", k: "proof" };

/** @param {Studio} studio */
export function mountModes(studio) {
  const { store } = studio;
  const choices = MODES.map((mode) => {
    const input = h("input", {
      type: "radio", name: "mode", value: mode, className: "unseen",
      onchange: () => store.set({ mode }),
    });
    const words = h("span");
    return { mode, input, words, label: h("label", {}, input, words) };
  });
  const group = h("span", { className: "segments", role: "radiogroup" }, ...choices.map((one) => one.label));
  const plate = h("select", { hidden: true, onchange: () => store.set({ plate: plate.value }) });
  store.on(["mode", "language"], () => {
    group.setAttribute("aria-label", t("bar.mode"));
    for (const { mode, input, words, label } of choices) {
      words.textContent = t(`bar.mode_${mode}`);
      label.title = t(`bar.mode_${mode}_title`);
      input.checked = studio.state.mode === mode;
      label.classList.toggle("chosen", input.checked);
    }
    plate.hidden = studio.state.mode !== "plates";
    plate.setAttribute("aria-label", t("bar.plate"));
  });
  store.on(["mode", "layout", "language"], () => void plates(studio, plate));
  // A page that was not there when they were asked for has them now.
  store.on(["pages"], () => {
    if (studio.state.mode === "plates" && plate.options.length <= 2) void plates(studio, plate);
  });
  addEventListener("keydown", (event) => {
    const mode = KEYS[event.key];
    if (!mode || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
    event.preventDefault();
    store.set({ mode });
  });
  return h("span", { className: "modes" }, group, plate);
}

/**
 * The plates of the page, with how much of it each covers.
 * @param {Studio} studio
 * @param {HTMLSelectElement} select
 */
async function plates(studio, select) {
  if (studio.state.mode !== "plates") return;
  const answer = await studio.wire.job("ink", { view: "main", page: 0 }).catch(() => null);
  const found = answer?.plates ?? [];
  const { plate } = studio.state;
  const all = [
    { name: "", words: t("bar.plate_all") },
    ...found.map((/** @type {any} */ one) => ({ name: one.name, words: inkName(one.name) })),
    { name: "total", words: t("bar.plate_total") },
  ];
  select.replaceChildren(...all.map((one) =>
    h("option", { value: one.name, selected: one.name === plate }, one.words)));
  if (!all.some((one) => one.name === plate)) studio.store.set({ plate: "" });
}

/** @param {string} name of an ink: one of the four, or a spot colour's own */
function inkName(name) {
  const words = t(`ink.${name.toLowerCase()}`);
  return words.startsWith("ink.") ? name : words;
}
