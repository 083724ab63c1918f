/** All messages of the story in its layout: by severity and area, each with its place and its mend. */

import { h } from "../dom.js";
import { formsOf } from "../forms/forms.js";
import { t } from "../words.js";
import { fitLine } from "./fit.js";
import { counted, grouped, isSameFile, otherPlaces, searched, withoutPlaces } from "./gathered.js";
import { showPlace } from "./open_editor.js";
import { hint, sentence } from "./sentence.js";

/** @typedef {import("../protocol.js").Diagnostic} Diagnostic */

/**
 * @param {HTMLElement} panel
 * @param {import("../studio.js").Studio} studio
 */
export function mountMessages(panel, studio) {
  const forms = formsOf(studio);
  const { store } = studio;
  /** @type {Set<string>} */
  const shut = new Set();
  /** @type {Set<string>} */
  const hidden = new Set(["note"]);
  const search = h("input", { type: "search", className: "line", oninput: () => show() });
  const filters = h("div", { className: "segments", role: "group" });
  const list = h("div", { className: "message-groups" });
  const fit = h("div", { className: "fit-box" });
  panel.replaceChildren(h("div", { className: "message-head" }, filters, search), fit, list);
  let shown = "";

  const show = () => {
    if (studio.state.tab !== "messages") return;
    search.placeholder = t("messages.search");
    search.setAttribute("aria-label", t("messages.search"));
    const all = forms.diagnostics;
    const counts = counted(all);
    filters.setAttribute("aria-label", t("messages.filter"));
    filters.replaceChildren(.../** @type {("error" | "warning" | "note")[]} */ (["error", "warning", "note"]).map((severity) =>
      h("button", { type: "button", className: `segment ${severity}`, "aria-pressed": String(!hidden.has(severity)), onclick: () => {
        if (hidden.has(severity)) hidden.delete(severity);
        else hidden.add(severity);
        show();
      } }, `${t(`messages.${severity}`)} ${counts[severity]}`)));
    fitLine(fit, studio);
    const wanted = searched(all.filter((one) => !hidden.has(one.severity)), search.value, (one) => sentence(one, forms.language));
    // A list that says the same stays: what is unfolded in it, and who reads it, is not disturbed.
    const next = JSON.stringify([forms.language, wanted, [...shut], Object.keys(forms.areas).length]);
    if (next === shown) return;
    shown = next;
    const groups = grouped(wanted, forms.areas);
    list.replaceChildren(...(groups.length ? groups.map(group) : [h("p", { className: "empty" },
      t(search.value || all.length ? "messages.none_shown" : "messages.none"))]));
  };

  /** @param {import("./gathered.js").Group} one */
  const group = ({ area, severity, list: own }) => {
    const key = `${severity}/${area}`;
    return h("details", { className: `message-group ${severity}`, open: !shut.has(key), ontoggle: (/** @type {Event} */ event) => {
      if (/** @type {HTMLDetailsElement} */ (event.target).open) shut.delete(key);
      else shut.add(key);
    } }, h("summary", {}, h("span", { className: `dot ${severity}`, "aria-hidden": "true" }),
      `${t(`messages.${severity}`)}　${t(`area.${area}`)}`, h("span", { className: "badge" }, String(own.length))),
    h("ul", {}, ...own.map(item)));
  };

  /** @param {Diagnostic} one */
  const item = (one) => {
    const others = otherPlaces(one);
    const said = sentence(one, forms.language);
    const tip = hint(one, forms.language);
    const isOfStory = isSameFile(one.file, studio.state.story);
    const unfolded = h("div", { className: "explained", hidden: true });
    const place = one.line ? `${shortName(one.file)}:${one.line}:${one.column}` : shortName(one.file);
    const links = h("div", { className: "links" });
    if (isOfStory && one.pointer && forms.story !== null)
      links.append(h("button", { type: "button", className: "plain", onclick: () => open(one) }, t("messages.change")));
    others.forEach((other) => links.append(h("button", { type: "button", className: "plain other", onclick: () => jump(other) },
      other.said ? `“${other.said}”` : t("messages.place", { line: other.line }))));
    links.append(h("button", { type: "button", className: "plain", "aria-expanded": "false", onclick: (/** @type {Event} */ event) => {
      void explain(one, unfolded, /** @type {HTMLElement} */ (event.currentTarget));
    } }, t("messages.explain")));
    if (one.line) links.append(h("button", { type: "button", className: "plain place", title: t("messages.editor"), onclick: () => editor(one, unfolded) }, place));
    return h("li", { className: `message ${one.severity}` },
      h("button", { type: "button", className: "message-said", onclick: () => ring(one) },
        others.length ? withoutPlaces(said) : said),
      tip ? h("p", { className: "hint" }, tip) : null, links, unfolded);
  };

  const ring = (/** @type {Diagnostic} */ one) => {
    store.set({ ringed: one.places ?? [] });
    if (isSameFile(one.file, studio.state.story))
      store.set({ selection: { file: studio.state.story, pointer: one.pointer, quiet: true } });
    else store.set({ selection: { file: one.file, pointer: one.pointer, line: one.line, column: one.column, quiet: true } });
    if (!one.places?.length && isSameFile(one.file, studio.state.story)) void ringDatum(one.pointer);
  };
  const ringDatum = async (/** @type {string} */ pointer) => {
    const told = await studio.wire.ask({ type: "where", view: "main", file: studio.state.story, pointer }).catch(() => null);
    if (told?.places && studio.state.selection?.pointer === pointer) store.set({ ringed: told.places });
  };
  const open = async (/** @type {Diagnostic} */ one) => {
    const [found] = await valuesAt(one.file, [[one.line, one.column]]);
    const offset = found?.pointer === one.pointer ? found.offset : undefined;
    store.set({ ringed: one.places ?? [], tab: "edit",
      selection: { file: studio.state.story, pointer: one.pointer, ...(typeof offset === "number" ? { offset } : {}) } });
  };
  const jump = async (/** @type {{file: string, line: number, column: number}} */ other) => {
    const [found] = await valuesAt(other.file, [[other.line, other.column]]);
    if (!found) return;
    const isOfStory = isSameFile(other.file, studio.state.story);
    store.set({ selection: { file: isOfStory ? studio.state.story : other.file, pointer: found.pointer,
      ...(typeof found.offset === "number" ? { offset: found.offset } : {}), line: other.line, column: other.column, quiet: true } });
    if (isOfStory) void ringDatum(found.pointer);
  };
  /**
   * @param {string} file
   * @param {[number, number][]} places
   * @returns {Promise<{pointer: string, offset: number | null}[]>}
   */
  const valuesAt = (file, places) => studio.wire.ask({ type: "values_at", file: isSameFile(file, studio.state.story) ? studio.state.story : file, places }).catch(() => []);

  const explain = async (/** @type {Diagnostic} */ one, /** @type {HTMLElement} */ at, /** @type {HTMLElement} */ button) => {
    const isOpen = !at.hidden && at.dataset.of === "code";
    button.setAttribute("aria-expanded", String(!isOpen));
    at.hidden = isOpen;
    if (isOpen) return;
    const told = await studio.wire.ask({ type: "explain", code: one.code }).catch(() => null);
    at.dataset.of = "code";
    at.replaceChildren(h("p", { className: "code" }, one.code), h("pre", {}, told?.text || t("messages.no_explanation")));
  };
  const editor = (/** @type {Diagnostic} */ one, /** @type {HTMLElement} */ at) => {
    const file = isSameFile(one.file, studio.state.story) ? studio.state.story : one.file;
    at.hidden = false;
    at.dataset.of = "place";
    return showPlace(studio, at, { file, line: one.line, column: one.column });
  };

  forms.on(show);
  store.on(["pages", "checked", "failed", "document", "tab", "language", "story", "layout"], show);
  // Another datum is selected: the rings of the message before are no longer meant.
  store.on(["tab"], () => {
    if (studio.state.tab !== "messages" && studio.state.ringed.length) store.set({ ringed: [] });
  });
}

/** @param {string} file */
function shortName(file) {
  return file.replaceAll("\\", "/").split("/").at(-1) ?? file;
}
