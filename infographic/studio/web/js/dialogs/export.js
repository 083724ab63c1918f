/** The export dialog: layouts, kinds of files with their options, and what comes of it. */

import { h } from "../dom.js";
import { inOrder } from "../strip/grouping.js";
import { familyName, wholeTitle } from "../strip/titles.js";
import { t } from "../words.js";
import { CancelledError } from "../wire.js";
import { familiesOf, formatsAsked, layoutsOf } from "./choice.js";
import { copyButton } from "./copy_picture.js";
import { showDialog } from "./dialog.js";
import { downloadAll, resultOf } from "./export_result.js";
import { kindRow } from "./export_kinds.js";

/** @typedef {import("../studio.js").Studio} Studio */
/** @typedef {import("../protocol.js").FormatKind} FormatKind */
/** @typedef {import("./choice.js").Scope} Scope */

/** What was chosen last, while the page is open. */
const last = {
  /** @type {Scope} */
  scope: "this",
  family: "",
  /** @type {string[]} */
  chosen: [],
  /** @type {string[] | null} */
  endings: null,
  /** @type {Record<string, Record<string, string | boolean>>} */
  typed: {},
  tiles: "",
  altText: false,
  press: "",
  fit: false,
};

/**
 * @param {Studio} studio
 * @param {() => void} closed
 */
export async function openExport(studio, closed) {
  const told = await studio.wire.ask({ type: "formats" });
  const view = new ExportDialog(studio, told.formats, told.profiles);
  view.open(closed);
}

class ExportDialog {
  /**
   * @param {Studio} studio
   * @param {FormatKind[]} kinds
   * @param {string[]} profiles
   */
  constructor(studio, kinds, profiles) {
    this.studio = studio;
    this.kinds = kinds;
    this.profiles = profiles;
    const entry = studio.state.layouts.find((one) => one.name === studio.state.layout);
    last.endings ??= entry?.kind === "print" ? [".pdf"] : [".png"];
    last.family ||= entry?.family ?? "";
    if (!last.chosen.length) last.chosen = [studio.state.layout];
    if (last.scope === "both" && !studio.state.second) last.scope = "this";
    this.form = h("form", { id: "export-form", className: "export-form", onsubmit: (/** @type {Event} */ event) => {
      event.preventDefault();
      this.run();
    } });
    this.result = h("div", { className: "export-result", hidden: true, tabIndex: -1 });
    this.bar = h("progress", { hidden: true, "aria-label": t("export.working") });
    this.said = h("span", { className: "said", role: "status" });
    // It stands outside of its form; by this Enter in the form presses it.
    this.go = h("button", { type: "submit", form: "export-form", className: "primary", textContent: t("export.go") });
    this.back = h("button", { type: "button", hidden: true, textContent: t("export.back"),
      onclick: () => this.showForm() });
    this.stop = h("button", { type: "button", hidden: true, textContent: t("export.stop") });
    this.draw();
  }

  /** @param {() => void} closed */
  open(closed) {
    const copy = copyButton(this.studio, (words) => this.say(words));
    this.dialog = showDialog({
      name: t("export.title"),
      className: "export",
      body: [this.form, this.result],
      buttons: [copy, this.said, this.bar, this.stop, this.back, this.go],
      closed: () => {
        this.stop.click();
        closed();
      },
    });
    /** @type {HTMLElement | null} */ (this.form.querySelector("input:checked"))?.focus();
    // Layouts of the folder are found while the studio is open already.
    let known = this.studio.state.layouts;
    this.studio.store.on(["layouts"], () => {
      const { layouts } = this.studio.state;
      if (layouts !== known && this.dialog?.isConnected && !this.form.inert) this.draw();
      known = layouts;
    });
  }

  draw() {
    this.form.replaceChildren(this.layoutsPart(), this.kindsPart());
    this.count();
  }

  layoutsPart() {
    const { state } = this.studio;
    /** @type {Scope[]} */
    const scopes = ["this", ...(state.second ? /** @type {Scope[]} */ (["both"]) : []), "family", "fitting", "chosen"];
    // What a scope asks besides stands below it, not below the last.
    const radios = scopes.flatMap((scope) => [h("label", { className: "choice" },
      h("input", { type: "radio", name: "scope", value: scope, checked: scope === last.scope,
        onchange: () => {
          last.scope = scope;
          this.draw();
          /** @type {HTMLElement | null} */ (this.form.querySelector("input[name=scope]:checked"))?.focus();
        } }),
      h("span", { textContent: t(`export.scope_${scope}`) }),
      scope === "this" ? h("span", { className: "dim", textContent: this.titleOf(state.layout) }) : null,
      scope === "both" ? h("span", { className: "dim",
        textContent: `${this.titleOf(state.layout)}${t("table.and")}${this.titleOf(state.second)}` }) : null), scope === last.scope ? this.scopePart() : null]);
    return h("fieldset", {}, h("legend", { textContent: t("export.layouts") }), ...radios);
  }

  /** @param {string} name */
  titleOf(name) {
    const found = this.studio.state.layouts.find((one) => one.name === name);
    return found ? wholeTitle(found) : name;
  }

  /** What a scope asks besides. */
  scopePart() {
    const { layouts } = this.studio.state;
    if (last.scope === "family")
      return h("select", { "aria-label": t("export.scope_family"), onchange: (/** @type {any} */ event) => {
        last.family = event.target.value;
        this.count();
      } }, ...familiesOf(layouts).map((name) =>
        h("option", { value: name, textContent: familyName(name), selected: name === last.family })));
    if (last.scope !== "chosen") return null;
    const row = (/** @type {import("../protocol.js").LayoutEntry} */ one) => h("label", { className: "choice" },
      h("input", { type: "checkbox", checked: last.chosen.includes(one.name), onchange: (/** @type {any} */ event) => {
        last.chosen = event.target.checked
          ? [...last.chosen, one.name] : last.chosen.filter((name) => name !== one.name);
        this.count();
      } }),
      h("span", { textContent: wholeTitle(one) }), h("span", { className: "dim", textContent: one.name }));
    return h("div", { className: "layout-list", role: "group", "aria-label": t("export.scope_chosen") },
      ...inOrder(layouts).map(row));
  }

  kindsPart() {
    const rows = this.kinds.map((kind) => kindRow(kind, last, () => this.count()));
    const picture = h("div", { className: "pictures" },
      h("label", {}, h("span", { textContent: t("export.tiles") }),
        h("input", { type: "text", inputMode: "numeric", size: 6, value: last.tiles, "data-field": "tiles",
          oninput: (/** @type {any} */ event) => {
            last.tiles = event.target.value;
            this.count();
          } }), h("span", { className: "dim", textContent: "px" })),
      h("label", {}, h("input", { type: "checkbox", checked: last.altText,
        onchange: (/** @type {any} */ event) => (last.altText = event.target.checked) }),
      h("span", { textContent: t("export.alt_text") })));
    const press = h("label", {}, h("span", { textContent: t("export.press") }),
      h("select", { onchange: (/** @type {any} */ event) => (last.press = event.target.value) },
        h("option", { value: "", textContent: t("export.press_own") }),
        ...this.profiles.map((name) => h("option", { value: name, textContent: pressNamed(name), selected: name === last.press }))));
    const fit = h("label", {}, h("input", { type: "checkbox", checked: last.fit,
      onchange: (/** @type {any} */ event) => (last.fit = event.target.checked) }),
    h("span", { textContent: t("export.fit") }));
    return h("fieldset", {}, h("legend", { textContent: t("export.files") }), ...rows,
      h("div", { className: "common" }, picture, h("div", { className: "pictures" }, press, fit)));
  }

  asked() {
    const { layouts, layout, second } = this.studio.state;
    const names = layoutsOf(last.scope, { layouts, layout, second, family: last.family, chosen: last.chosen });
    const kinds = this.kinds.filter((one) => last.endings?.includes(one.ending));
    return { names, ...formatsAsked(kinds, last.typed, last) };
  }

  /** Say how much it will be, and mark fields that are wrong. */
  count() {
    const { names, formats, wrong } = this.asked();
    for (const field of this.form.querySelectorAll("[data-field]")) {
      const is = wrong.includes(field.getAttribute("data-field") ?? "");
      field.setAttribute("aria-invalid", String(is));
    }
    this.go.disabled = !names.length || !formats.length || wrong.length > 0;
    if (wrong.length) this.say(t("export.wrong"));
    else if (!formats.length) this.say(t("export.no_kind"));
    else if (!names.length) this.say(t("export.no_layout"));
    else this.say(t("export.count", { layouts: names.length, kinds: formats.length }));
  }

  /** @param {string} words */
  say(words) {
    this.said.textContent = words;
  }

  /** @param {{layouts: string[], formats: Record<string, unknown>[]}} [given] else as the form says */
  async run(given) {
    const asked = this.asked();
    const what = given ?? { layouts: asked.names, formats: asked.formats };
    const { story } = this.studio.state;
    const { answer, cancel } = this.studio.wire.begin(
      { type: "export", story, press: last.press, fit: last.fit, ...what },
      ({ done, of, what: name }) => {
        Object.assign(this.bar, { value: done, max: of });
        this.say(t("export.progress", { done, of, name }));
      },
    );
    this.stop.onclick = cancel;
    this.working(true);
    try {
      this.show(await answer, what.formats);
    } catch (error) {
      this.say(error instanceof CancelledError ? t("export.stopped")
        : t("export.failed", { why: /** @type {Error} */ (error).message }));
    } finally {
      this.working(false);
    }
  }

  /** @param {boolean} is */
  working(is) {
    this.bar.hidden = this.stop.hidden = !is;
    this.bar.removeAttribute("value");
    this.go.hidden = is || !this.result.hidden;
    this.form.toggleAttribute("inert", is);
  }

  /**
   * @param {import("../protocol.js").Exported} exported
   * @param {Record<string, unknown>[]} formats
   */
  show(exported, formats) {
    this.form.hidden = this.go.hidden = true;
    this.result.hidden = this.back.hidden = false;
    this.result.replaceChildren(...resultOf(exported, {
      titleOf: (name) => this.titleOf(name),
      select: (one) => {
        this.studio.store.set({ selection: { file: one.file, pointer: one.pointer }, tab: "messages" });
        this.dialog?.close();
      },
      force: (layouts) => this.run({
        layouts, formats: formats.filter((one) => one.ending === ".pdf")
          .map((one) => ({ ...one, options: { .../** @type {any} */ (one.options), force: true } })),
      }),
      isNamed: last.scope === "this" || last.scope === "both" || last.scope === "chosen",
    }));
    this.result.focus();
    this.say(t("export.made", { count: exported.files.length }));
    downloadAll(exported);
  }

  showForm() {
    this.form.hidden = this.go.hidden = false;
    this.result.hidden = this.back.hidden = true;
    this.count();
  }
}

/** @param {string} name */
function pressNamed(name) {
  const words = t(`press.${name}`);
  return words === `press.${name}` ? name : words;
}
