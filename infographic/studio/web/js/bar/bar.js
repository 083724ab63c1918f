/** The bar at the head: story, undo, ways to look, zoom, export, language, keys. */

import { h } from "../dom.js";
import { isTyping } from "../desk/pan.js";
import { t } from "../words.js";
import { mountAreas } from "./areas.js";
import { mountHistory } from "./history.js";
import { mountKeysHelp } from "./keys_help.js";
import { mountModes } from "./modes.js";
import { otherLanguage, chooseLanguage } from "./language.js";
import { mountZoom } from "./zoom.js";

/** @typedef {import("../studio.js").Studio} Studio */
/** @typedef {import("../desk/desk.js").Desk} Desk */

/**
 * A button whose words follow the language.
 * @param {Studio} studio
 * @param {string} words
 * @param {string} title
 * @param {() => void} run
 * @param {string} [className]
 */
function worded(studio, words, title, run, className = "") {
  const button = h("button", { type: "button", className, onclick: run });
  studio.store.on(["language"], () => {
    button.textContent = t(words);
    button.title = t(title);
  });
  return button;
}

/**
 * @param {HTMLElement} at
 * @param {Studio} studio
 * @param {Desk} desk
 */
export function mountBar(at, studio, desk) {
  const { store } = studio;
  const strip = worded(studio, "bar.strip", "bar.strip", () => drawer(studio, "strip"), "for-strip");
  const side = worded(studio, "bar.side", "bar.side", () => drawer(studio, "side"), "for-side");
  const two = worded(studio, "bar.two", "bar.two_title", () => store.set({
    second: studio.state.second ? "" : companion(studio),
  }));
  const exporting = worded(
    studio, "bar.export", "bar.export", () => store.set({ dialog: "export" }), "primary");
  const language = worded(studio, "bar.language", "bar.language_title",
    () => chooseLanguage(studio, otherLanguage(studio.state.language)), "plain");
  const help = h("button", {
    type: "button", className: "plain help", onclick: () => store.set({ dialog: "keys" }),
  }, "?");
  at.append(
    strip, stories(studio), mountHistory(studio), mountModes(studio), h("span", { className: "bar-space" }),
    mountZoom(studio, desk), two,
    exporting, language, help, side,
  );
  store.on(["story"], () => {
    two.disabled = exporting.disabled = !studio.state.story;
  });
  store.on(["second"], () => two.setAttribute("aria-pressed", String(studio.state.second !== "")));
  store.on(["drawer"], () => {
    strip.setAttribute("aria-expanded", String(studio.state.drawer === "strip"));
    side.setAttribute("aria-expanded", String(studio.state.drawer === "side"));
  });
  store.on(["language"], () => {
    help.title = t("bar.help");
    help.setAttribute("aria-label", t("bar.help"));
  });
  mountDrawers(studio);
  mountKeysHelp(studio);
  mountAreas();
}

/** @param {Studio} studio */
function stories(studio) {
  const { store } = studio;
  const select = h("select", {
    className: "story", onchange: () => store.set({ story: select.value, selection: null }),
  });
  const make = h("button", {
    type: "button", className: "plain", onclick: () => store.set({ dialog: "new" }),
  }, "＋");
  store.on(["stories", "story", "language"], () => {
    const { stories: all, story } = studio.state;
    const known = all.some((one) => one.file === story) || !story
      ? all : [{ file: story, title: story }, ...all];
    select.replaceChildren(...known.map(({ file, title }) => h(
      "option", { value: file, selected: file === story }, file === title ? file : `${title}　${file}`)));
    select.setAttribute("aria-label", t("bar.story"));
    select.title = story;
    select.disabled = !known.length;
    make.title = t("bar.new_title");
    make.setAttribute("aria-label", t("bar.new_title"));
    const title = known.find((one) => one.file === story)?.title;
    document.title = title ? `${title} · infographic studio` : "infographic studio";
  });
  return h("span", { className: "stories" }, select, make);
}

/**
 * The layout that is looked at beside the one that is shown: for a page of paper a card, for a card
 * a page of paper, of the same family where it has one.
 * @param {Studio} studio
 */
export function companion(studio) {
  const { layouts, layout } = studio.state;
  const now = layouts.find((one) => one.name === layout);
  const canvases = now?.kind === "print" ? ["story", "card-3x4", "square"] : ["broadsheet", "tabloid", "half-page"];
  const wanted = [now?.family, "daily"].flatMap((family) => canvases.flatMap((canvas) =>
    layouts.filter((one) => !one.own && one.family === family && one.canvas === canvas)));
  const found = wanted.find((one) => !studio.unfit.has(one.name)) ?? wanted[0] ??
    layouts.find((one) => one.name !== layout);
  return found?.name ?? "";
}

/**
 * Open a drawer, or close it.
 * @param {Studio} studio
 * @param {"strip" | "side"} name
 */
function drawer(studio, name) {
  studio.store.set({ drawer: studio.state.drawer === name ? "" : name });
  if (studio.state.drawer !== name) return;
  const at = document.getElementById(name);
  requestAnimationFrame(() =>
    /** @type {HTMLElement | null} */ (at?.querySelector("button, select, input, [tabindex='0']"))?.focus());
}

/** Where there is no room, layouts and forms are drawers. @param {Studio} studio */
function mountDrawers(studio) {
  const { store } = studio;
  store.on(["drawer"], () => {
    document.body.classList.toggle("strip-open", studio.state.drawer === "strip");
    document.body.classList.toggle("side-open", studio.state.drawer === "side");
  });
  // What is chosen on the page is to be written at.
  let selection = studio.state.selection;
  store.on(["selection", "tab"], () => {
    const { selection: now, tab } = studio.state;
    if ((now && now !== selection) || tab === "messages")
      if (matchMedia("(max-width: 860px)").matches) store.set({ drawer: "side" });
    selection = now;
  });
  addEventListener("keydown", (event) => {
    if (event.defaultPrevented) return;
    if (event.key === "Escape" && studio.state.drawer) {
      const from = studio.state.drawer;
      store.set({ drawer: "" });
      /** @type {HTMLElement | null} */ (document.querySelector(`.for-${from}`))?.focus();
      event.preventDefault();
      return;
    }
    if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "?") store.set({ dialog: "keys" });
    else if (event.key === "l") drawer(studio, "strip");
    else if (event.key === "e") drawer(studio, "side");
    else return;
    event.preventDefault();
  });
}
