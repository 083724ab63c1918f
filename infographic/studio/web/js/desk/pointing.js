/** Pointing at a page: what is under the mouse or the keyboard's cursor is outlined and named; a
 * click selects it, down to the character. */

import { h } from "../dom.js";
import { wholeTitle } from "../strip/titles.js";
import { t } from "../words.js";
import { Marks, over } from "./marks.js";
import { nameOf } from "./naming.js";
import { chainAt, inReadingOrder, level, outermost } from "./regions.js";

/** @typedef {import("../studio.js").Studio} Studio */
/** @typedef {import("../protocol.js").Region} Region */
/** @typedef {import("../store.js").Selection} Selection */
/** @typedef {import("./pane.js").Pane} Pane */
/** @typedef {import("./sheet.js").Sheet} Sheet */

/** CSS pixels: so far beside a thing it is still meant; a second click so near is the same place. */
const NEAR = 3;
/** Milliseconds that the server is given to name the character. */
const PATIENCE = 400;

export class Pointing {
  /**
   * @param {Studio} studio
   * @param {Pane} pane
   * @param {(selection: Selection | null) => void} select
   */
  constructor(studio, pane, select) {
    this.studio = studio;
    this.pane = pane;
    this.select = select;
    this.hover = new Marks("hover");
    /** Where the last click was. @type {{x: number, y: number, page: number} | null} */
    this.last = null;
    /** The keyboard's cursor. @type {Region | null} */
    this.cursor = null;
    /** @type {Region[]} */
    this.order = [];
    this.asked = 0;
    /** @type {(at: {view: string, page: number, x: number, y: number} | null) => void} */
    this.onPoint = () => {};
    pane.onSheet.push((sheet) => this.mount(sheet));
    // The mouse rests where it clicked while one writes; the outline of the page before would stay.
    document.addEventListener("input", () => this.show(null));
  }

  /** @returns {Region[]} what can be selected: data of the story and its files, not of the layout */
  get regions() {
    return (this.pane.pages?.regions ?? []).filter(
      (one) => one.file && one.pointer && (one.owner ?? "story") !== "layout",
    );
  }

  /** @param {Region} region */
  name(region) {
    return nameOf(region, this.studio.state.document?.value ?? null, t);
  }

  /** @param {Sheet} sheet */
  mount(sheet) {
    const { paper, options } = sheet;
    paper.addEventListener("pointermove", (event) => {
      if (event.pointerType !== "touch" && !event.buttons) this.over(sheet, event);
    });
    paper.addEventListener("pointerleave", () => {
      this.show(null);
      this.onPoint(null);
    });
    paper.addEventListener("click", (event) => this.click(sheet, event));
    options.addEventListener("focus", () => this.enter(sheet));
    options.addEventListener("blur", () => this.show(null));
    options.addEventListener("keydown", (event) => this.key(sheet, event));
  }

  // The mouse

  /**
   * @param {Sheet} sheet
   * @param {{clientX: number, clientY: number}} event
   */
  place(sheet, event) {
    const box = sheet.paper.getBoundingClientRect();
    const zoom = box.width / sheet.info.width;
    return {
      x: (event.clientX - box.x) / zoom, y: (event.clientY - box.y) / zoom, near: NEAR / zoom,
    };
  }

  /** @param {Sheet} sheet @param {{x: number, y: number, near: number}} at */
  chain(sheet, at) {
    const here = this.regions.filter((one) => one.page === sheet.number);
    return chainAt(here, at.x, at.y, at.near);
  }

  /** @param {Sheet} sheet @param {PointerEvent} event */
  over(sheet, event) {
    const at = this.place(sheet, event);
    this.show(this.chain(sheet, at).at(-1) ?? null);
    this.onPoint({ view: this.pane.view, page: sheet.number, x: at.x, y: at.y });
  }

  /** @param {Region | null} region outlined, with all that shows the same in its page */
  show(region) {
    const { state, store } = this.studio;
    const places = region
      ? outermost(this.regions.filter((one) => one.page === region.page && one.file === region.file &&
          one.pointer === region.pointer))
      : [];
    const own = region && places.length ? places.indexOf(region) : -1;
    this.hover.set(this.pane.sheets, places.map((one, at) =>
      at === Math.max(own, 0) && region ? { ...one, label: this.name(region) } : one));
    if (state.hover?.pointer !== region?.pointer)
      store.set({ hover: region && { file: region.file, pointer: region.pointer, kind: region.kind } });
  }

  /** @param {Sheet} sheet @param {MouseEvent} event */
  async click(sheet, event) {
    // The second click of a double one is none of its own.
    if (event.detail > 1) return;
    const at = this.place(sheet, event);
    const chain = this.chain(sheet, at);
    const again = this.last && this.last.page === sheet.number &&
      Math.hypot(this.last.x - at.x, this.last.y - at.y) < at.near;
    this.last = { ...at, page: sheet.number };
    const { selection } = this.studio.state;
    if (event.altKey || (again && selection)) {
      const one = level(chain, selection, event.altKey && event.shiftKey ? 1 : -1);
      this.take(one ?? null);
      return;
    }
    const inner = chain.at(-1) ?? null;
    this.asked += 1;
    const asked = this.asked;
    const found = await this.ask(sheet, at, inner);
    if (asked === this.asked) this.select(found);
  }

  /**
   * What the server knows of a place: the datum, and in words the character.
   * @param {Sheet} sheet
   * @param {{x: number, y: number}} at
   * @param {Region | null} inner what the regions say
   * @returns {Promise<Selection | null>}
   */
  async ask(sheet, at, inner) {
    const guess = inner && { file: inner.file, pointer: inner.pointer, kind: inner.kind };
    const answer = this.studio.wire
      .ask({ type: "point", view: this.pane.view, page: sheet.number, x: at.x, y: at.y })
      .catch(() => null);
    const late = new Promise((done) => setTimeout(() => done(null), PATIENCE));
    const hit = await Promise.race([answer, late]);
    if (!hit?.pointer || hit.owner === "layout" || !hit.file) return guess;
    const kind = hit.blocks?.at(-1)?.kind ?? inner?.kind;
    /** @type {Selection} */
    const found = { file: hit.file, pointer: hit.pointer, ...(kind ? { kind } : {}) };
    for (const name of /** @type {const} */ (["offset", "cell", "line", "column"]))
      if (hit[name] !== undefined && hit[name] !== null && hit[name] !== "")
        /** @type {any} */ (found)[name] = hit[name];
    return found;
  }

  /** @param {Region | null} region */
  take(region) {
    this.asked += 1;
    this.select(region && { file: region.file, pointer: region.pointer, kind: region.kind });
  }

  // The keyboard, and readers of the screen

  /** The regions become options of their sheets, for readers of the screen. */
  list() {
    this.order = inReadingOrder(this.regions);
    const { story, layout } = this.pane.pages ?? { story: "", layout: "" };
    const entry = this.studio.state.layouts.find((one) => one.name === layout);
    for (const sheet of this.pane.sheets) {
      const own = this.order.filter((one) => one.page === sheet.number);
      sheet.options.setAttribute("aria-label",
        t("desk.page_of", { story: this.title(story), layout: entry ? wholeTitle(entry) : layout, regions: own.length }));
      sheet.options.replaceChildren(...own.map((one) => {
        const option = h("div", {
          role: "option", id: this.id(one), "aria-label": this.name(one), "aria-selected": "false",
        });
        over(option, sheet.info, one);
        return option;
      }));
    }
    if (this.cursor) {
      const { file, pointer, page } = this.cursor;
      this.cursor = this.order.find((one) =>
        one.page === page && one.file === file && one.pointer === pointer) ?? null;
    }
  }

  /** @param {string} file */
  title(file) {
    return this.studio.state.stories.find((one) => one.file === file)?.title || file;
  }

  /** @param {Region} one */
  id(one) {
    return `option-${this.pane.view}-${this.order.indexOf(one)}`;
  }

  /** @param {Sheet} sheet */
  enter(sheet) {
    if (!sheet.options.matches(":focus-visible")) return;
    const { selection } = this.studio.state;
    const own = this.order.filter((one) => one.page === sheet.number);
    this.move(sheet,
      own.find((one) => selection && one.pointer === selection.pointer) ??
      own.find((one) => one === this.cursor) ?? own[0]);
  }

  /** @param {Sheet} sheet @param {Region | undefined} to */
  move(sheet, to) {
    if (!to) return;
    this.cursor = to;
    sheet.options.setAttribute("aria-activedescendant", this.id(to));
    this.show(to);
    this.pane.reveal(to);
  }

  /** @param {Sheet} sheet @param {KeyboardEvent} event */
  key(sheet, event) {
    if (event.ctrlKey || event.metaKey || event.target !== sheet.options) return;
    const own = this.order.filter((one) => one.page === sheet.number);
    const now = this.cursor ? own.indexOf(this.cursor) : -1;
    /** @type {Record<string, number>} */
    const steps = {
      ArrowDown: now + 1, ArrowRight: now + 1, ArrowUp: Math.max(now - 1, 0),
      ArrowLeft: Math.max(now - 1, 0), Home: 0, End: own.length - 1,
    };
    const step = steps[event.key];
    if (event.altKey && this.cursor && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      const middle = {
        x: this.cursor.x + this.cursor.width / 2, y: this.cursor.y + this.cursor.height / 2, near: 0,
      };
      const to = level(this.chain(sheet, middle), this.cursor, event.key === "ArrowUp" ? -1 : 1);
      this.move(sheet, this.order.find((one) => one.page === sheet.number && one.pointer === to?.pointer));
    } else if (step !== undefined) this.move(sheet, own[Math.min(step, own.length - 1)]);
    else if (event.key === "Enter" && this.cursor) this.take(this.cursor);
    else if (event.key === "Escape") this.take(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
