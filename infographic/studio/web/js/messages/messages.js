/** All messages of the story in its layout: by severity and area, each with its place and its mend. */

import { h } from "../dom.js";
import { formsOf } from "../forms/forms.js";
import { t } from "../words.js";
import { fitLine } from "./fit.js";
import { counted, grouped, isSameFile, otherPlaces, searched, withoutPlaces } from "./gathered.js";
import { showPlace } from "./open_editor.js";
import { Places } from "./places.js";
import { hint, sentence } from "./sentence.js";

/** @typedef {import("../protocol.js").Diagnostic} Diagnostic */

/**
 * @param {HTMLElement} panel
 * @param {import("../studio.js").Studio} studio
 */
export function mountMessages(panel, studio) {
  new Messages(panel, studio).listen();
}

const SEVERITIES = /** @type {("error" | "warning" | "note")[]} */ (["error", "warning", "note"]);

class Messages {
  /**
   * @param {HTMLElement} panel
   * @param {import("../studio.js").Studio} studio
   */
  constructor(panel, studio) {
    this.studio = studio;
    this.forms = formsOf(studio);
    this.places = new Places(studio);
    /** Groups that are folded. */
    /** @type {Set<string>} */
    this.shut = new Set();
    /** Severities that are not shown; until one is chosen, notes where there is worse. */
    /** @type {Set<string>} */
    this.hidden = new Set(["note"]);
    this.isChosen = false;
    this.shown = "";
    this.search = h("input", { type: "search", className: "line", oninput: () => this.show() });
    this.filters = h("div", { className: "segments", role: "group" });
    this.list = h("div", { className: "message-groups" });
    this.fit = h("div", { className: "fit-box" });
    panel.replaceChildren(h("div", { className: "message-head" }, this.filters, this.search), this.fit, this.list);
  }

  listen() {
    const { store, state } = this.studio;
    this.forms.on(() => this.show());
    store.on(["pages", "checked", "failed", "document", "tab", "language", "story", "layout"], () => this.show());
    store.on(["tab"], () => {
      if (state.tab !== "messages" && state.ringed.length) store.set({ ringed: [] });
    });
  }

  show() {
    const { forms, search, hidden } = this;
    if (this.studio.state.tab !== "messages") return;
    search.placeholder = t("messages.search");
    search.setAttribute("aria-label", t("messages.search"));
    const all = forms.diagnostics;
    if (!this.isChosen) {
      if (all.some((one) => one.severity !== "note")) hidden.add("note");
      else hidden.delete("note");
    }
    this.fillFilters(all);
    fitLine(this.fit, this.studio);
    const wanted = searched(all.filter((one) => !hidden.has(one.severity)), search.value, (one) => sentence(one, forms.language));
    // A list that says the same stays: what is unfolded in it, and who reads it, is not disturbed.
    const next = JSON.stringify([forms.language, wanted, Object.keys(forms.areas).length]);
    if (next === this.shown) return;
    this.shown = next;
    const groups = grouped(wanted, forms.areas);
    this.list.replaceChildren(...(groups.length ? groups.map((one) => this.group(one)) : [h("p", { className: "empty" },
      t(search.value || all.length ? "messages.none_shown" : "messages.none"))]));
  }

  /** @param {Diagnostic[]} all */
  fillFilters(all) {
    const { filters, hidden } = this;
    const counts = counted(all);
    filters.setAttribute("aria-label", t("messages.filter"));
    filters.replaceChildren(...SEVERITIES.map((severity) =>
      h("button", { type: "button", className: `segment ${severity}`, "aria-pressed": String(!hidden.has(severity)), onclick: () => {
        this.isChosen = true;
        if (hidden.has(severity)) hidden.delete(severity);
        else hidden.add(severity);
        this.show();
      } }, `${t(`messages.${severity}`)} ${counts[severity]}`)));
  }

  /** @param {import("./gathered.js").Group} one */
  group({ area, severity, list: own }) {
    const key = `${severity}/${area}`;
    return h("details", { className: `message-group ${severity}`, open: !this.shut.has(key), ontoggle: (/** @type {Event} */ event) => {
      if (/** @type {HTMLDetailsElement} */ (event.target).open) this.shut.delete(key);
      else this.shut.add(key);
    } }, h("summary", {}, h("span", { className: `dot ${severity}`, "aria-hidden": "true" }),
      `${t(`messages.${severity}`)}　${t(`area.${area}`)}`, h("span", { className: "badge" }, String(own.length))),
    h("ul", {}, ...own.map((each) => this.item(each))));
  }

  /** @param {Diagnostic} one */
  item(one) {
    const others = otherPlaces(one);
    const said = sentence(one, this.forms.language);
    const tip = hint(one, this.forms.language);
    const unfolded = h("div", { className: "explained", hidden: true });
    return h("li", { className: `message ${one.severity}` },
      h("button", { type: "button", className: "message-said", onclick: () => this.places.ring(one) },
        others.length ? withoutPlaces(said) : said),
      tip ? h("p", { className: "hint" }, tip) : null, this.links(one, others, unfolded), unfolded);
  }

  /**
   * @param {Diagnostic} one
   * @param {import("./places.js").Other[]} others
   * @param {HTMLElement} unfolded
   */
  links(one, others, unfolded) {
    const { places } = this;
    const isOfStory = isSameFile(one.file, this.studio.state.story);
    const name = one.file.replaceAll("\\", "/").split("/").at(-1);
    const links = h("div", { className: "links" });
    if (isOfStory && one.pointer && this.forms.story !== null)
      links.append(h("button", { type: "button", className: "plain", onclick: () => places.open(one) }, t("messages.change")));
    for (const other of others)
      links.append(h("button", { type: "button", className: "plain other", onclick: () => places.jump(other) },
        other.said ? `“${other.said}”` : t("messages.place", { line: other.line })));
    links.append(h("button", { type: "button", className: "plain", "aria-expanded": "false", onclick: (/** @type {Event} */ event) => {
      void this.explain(one, unfolded, /** @type {HTMLElement} */ (event.currentTarget));
    } }, t("messages.explain")));
    if (!one.line && name) links.append(h("span", { className: "place" }, one.file));
    if (one.line)
      links.append(h("button", { type: "button", className: "plain place", title: t("messages.editor"), onclick: () => this.editor(one, unfolded) },
        `${name}:${one.line}:${one.column}`));
    return links;
  }

  /**
   * @param {Diagnostic} one
   * @param {HTMLElement} at
   * @param {HTMLElement} button
   */
  async explain(one, at, button) {
    const isOpen = !at.hidden && at.dataset.of === "code";
    button.setAttribute("aria-expanded", String(!isOpen));
    at.hidden = isOpen;
    if (isOpen) return;
    const told = await this.studio.wire.ask({ type: "explain", code: one.code }).catch(() => null);
    at.dataset.of = "code";
    at.replaceChildren(h("p", { className: "code" }, one.code), h("pre", {}, told?.text || t("messages.no_explanation")));
  }

  /**
   * @param {Diagnostic} one
   * @param {HTMLElement} at
   */
  editor(one, at) {
    at.hidden = false;
    at.dataset.of = "place";
    return showPlace(this.studio, at, { file: this.places.fileOf(one.file), line: one.line, column: one.column });
  }
}
