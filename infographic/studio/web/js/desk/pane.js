/** One view: a story in a layout, its pages one below the other, at a zoom. */

import { h } from "../dom.js";
import { t } from "../words.js";
import {
  actualSize, baseScale, bounded, fitted, seenPart, stepped, WHOLE, WIDTH,
} from "./geometry.js";
import { Sheet } from "./sheet.js";

/** @typedef {import("../studio.js").Studio} Studio */
/** @typedef {import("../protocol.js").Pages} Pages */
/** @typedef {import("../protocol.js").Tiles} Tiles */

/** Milliseconds: a size or zoom that has stood so long is drawn at its own scale. */
const SETTLED = 140;
/** CSS pixels beyond the window that are made sharp too. */
const BEYOND = 96;

export class Pane {
  /**
   * @param {Studio} studio
   * @param {"main" | "second"} view
   */
  constructor(studio, view) {
    this.studio = studio;
    this.view = view;
    /** CSS pixels a point, `WHOLE` or `WIDTH`. */
    this.zoom = WHOLE;
    /** @type {Sheet[]} */
    this.sheets = [];
    this.head = h("div", { className: "pane-head" });
    this.stack = h("div", { className: "sheets" });
    this.scroller = h("div", { className: "scroller", tabIndex: -1 }, this.stack);
    this.element = h("div", { className: "pane", role: "region" }, this.head, this.scroller);
    this.sent = "";
    this.sentScale = 0;
    this.sharpened = 0;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.waiting = undefined;
    /** @type {((sheet: Sheet) => void)[]} */
    this.onSheet = [];
    /** @type {(() => void)[]} */
    this.onZoom = [];
    new ResizeObserver(() => this.resize()).observe(this.element);
    this.scroller.addEventListener("scroll", () => this.moved(), { passive: true });
  }

  get layout() {
    const { layout, second } = this.studio.state;
    return this.view === "main" ? layout : second;
  }

  /** @returns {Pages | undefined} the last good ones */
  get pages() {
    return this.studio.state.pages[this.view];
  }

  // What is shown

  /** Tell the server what this view shows, where that is another. */
  look() {
    const { story, online, mode, plate, language } = this.studio.state;
    if (!online) this.sent = "";
    if (!online || !story || !this.layout || !this.element.isConnected) return;
    const scale = baseScale(
      this.shapes(), this.scale(), devicePixelRatio, mode === "page");
    // Its revisions are counted anew where the line is another.
    if (!this.sent) for (const sheet of this.sheets) sheet.painted = 0;
    const visible = this.visible();
    const wish = { story, layout: this.layout, mode, plate, language, ...(visible ? { visible } : {}) };
    const key = JSON.stringify(wish);
    if (key === this.sent && Math.abs(scale / this.sentScale - 1) < 0.004) return;
    this.sent = key;
    this.sentScale = scale;
    this.studio.wire.say({ type: "look", view: this.view, ...wish, scale });
  }

  /** The pages that are in sight, which are drawn first; null for a view of one page. */
  visible() {
    if (this.sheets.length < 2) return this.shapes().length > 1 ? [0] : null;
    const frame = this.scroller.getBoundingClientRect();
    return this.sheets.filter((one) => seenPart(one.paper.getBoundingClientRect(), frame))
      .map((one) => one.number);
  }

  /** The pages, or the one that the layout will have before any has come. */
  shapes() {
    const { pages, layout } = this;
    if (pages && pages.layout === layout) return pages.pages;
    const entry = this.studio.state.layouts.find((one) => one.name === layout);
    if (!entry) return pages?.pages ?? [{ width: 810, height: 810 }];
    return Array.from({ length: entry.pages }, () => ({
      width: entry.width, height: entry.height ?? entry.width * 3,
    }));
  }

  /** Pages have come, their pictures not yet: the sheets take their sizes. */
  update() {
    const { pages } = this;
    if (!pages) return;
    while (this.sheets.length > pages.pages.length) this.sheets.pop()?.element.remove();
    pages.pages.forEach((info, number) => {
      let sheet = this.sheets[number];
      if (!sheet) {
        sheet = new Sheet(number, this.view, (window) =>
          this.studio.wire.ask({ type: "window", view: this.view, ...whole(window) }));
        this.sheets.push(sheet);
        this.stack.append(sheet.element);
        for (const one of this.onSheet) one(sheet);
      }
      sheet.info = info;
      const several = pages.pages.length > 1;
      sheet.name.textContent = several
        ? t("desk.page_name", { number: info.number || number + 1, of: pages.pages.length }) : "";
      sheet.element.setAttribute(
        "aria-label", t("desk.page", { number: number + 1, of: pages.pages.length }));
    });
    this.resize();
  }

  /** @param {Tiles} head @param {Blob[]} pictures */
  paint(head, pictures) {
    const now = this.pages?.revision ?? 0;
    const sheet = this.sheets[head.page];
    if (!sheet || head.revision < now) {
      // A window of what was: what is seen has to be asked for again.
      if (head.window) sheet?.sharp.again();
      return;
    }
    sheet.paint(head, pictures);
  }

  // Zoom

  /** CSS pixels a point, as it is. */
  scale() {
    if (this.zoom > 0) return this.zoom;
    const room = { width: this.scroller.clientWidth, height: this.scroller.clientHeight };
    return fitted(this.shapes(), room, this.zoom === WIDTH);
  }

  /** CSS pixels a point at 1:1. */
  actual() {
    const page = this.pages?.pages[0];
    return page ? actualSize(page, devicePixelRatio) : 96 / 72;
  }

  magnification() {
    return this.scale() / this.actual();
  }

  /**
   * @param {number} zoom CSS pixels a point, `WHOLE` or `WIDTH`
   * @param {{x: number, y: number}} [anchor] of the window; what stands there stays there
   */
  setZoom(zoom, anchor) {
    const held = this.hold(anchor);
    this.zoom = zoom;
    this.resize();
    held();
    this.studio.store.set({ zoom });
  }

  /** @param {number} magnification @param {{x: number, y: number}} [anchor] */
  magnify(magnification, anchor) {
    this.setZoom(bounded(magnification) * this.actual(), anchor);
  }

  /** @param {1 | -1} way */
  step(way) {
    this.magnify(stepped(this.magnification(), way));
  }

  /**
   * Remember what stands at a place; the answer brings it back there.
   * @param {{x: number, y: number}} [anchor] else the middle
   */
  hold(anchor) {
    const frame = this.scroller.getBoundingClientRect();
    const at = anchor ?? { x: frame.x + frame.width / 2, y: frame.y + frame.height / 2 };
    /** @param {Sheet} sheet */
    const away = (sheet) => {
      const box = sheet.paper.getBoundingClientRect();
      return Math.max(box.top - at.y, at.y - box.bottom, 0);
    };
    const sheet = [...this.sheets].sort((a, b) => away(a) - away(b))[0];
    if (!sheet) return () => {};
    const box = sheet.paper.getBoundingClientRect();
    const share = { x: (at.x - box.x) / box.width, y: (at.y - box.y) / box.height };
    return () => {
      const now = sheet.paper.getBoundingClientRect();
      this.scroller.scrollLeft += now.x + share.x * now.width - at.x;
      this.scroller.scrollTop += now.y + share.y * now.height - at.y;
    };
  }

  /** The window, the pages or the zoom are another: what is there is scaled at once. */
  resize() {
    const zoom = this.scale();
    for (const sheet of this.sheets) sheet.size(zoom, devicePixelRatio);
    for (const one of this.onZoom) one();
    this.later();
  }

  /** When it has settled, ask for what is sharp. */
  later() {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => {
      this.look();
      this.sharpen();
    }, this.sent ? SETTLED : 0);
  }

  /** Another part is in sight: it is made sharp on the way there too, not at the end alone. */
  moved() {
    if (performance.now() - this.sharpened > SETTLED) this.sharpen();
    this.later();
  }

  /** Ask for the windows of the pages that the base is too coarse for. */
  sharpen() {
    this.sharpened = performance.now();
    const density = devicePixelRatio, zoom = this.scale();
    const frame = this.scroller.getBoundingClientRect();
    for (const sheet of this.sheets) {
      const scale = Math.round(zoom * density * 1e4) / 1e4;
      const seen = scale > this.sentScale * 1.02
        ? seenPart(sheet.paper.getBoundingClientRect(), frame, BEYOND) : null;
      if (scale <= this.sentScale * 1.02) sheet.sharp.clear();
      else sheet.sharp.show(scale, sheet.info, seen && {
        x: seen.x * density, y: seen.y * density,
        width: seen.width * density, height: seen.height * density,
      });
    }
  }

  // Going there

  /**
   * Bring a part of a page into sight, where it is not.
   * @param {import("../protocol.js").OnPage} place
   */
  reveal(place) {
    const sheet = this.sheets[place.page];
    if (!sheet) return;
    const frame = this.scroller.getBoundingClientRect();
    const paper = sheet.paper.getBoundingClientRect();
    const zoom = paper.width / sheet.info.width;
    const y = paper.y + place.y * zoom, x = paper.x + place.x * zoom;
    const height = place.height * zoom, width = place.width * zoom;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const seen = y >= frame.top && y + Math.min(height, frame.height) <= frame.bottom &&
      x >= frame.left && x + Math.min(width, frame.width) <= frame.right;
    if (seen) return;
    this.scroller.scrollBy({
      left: x + width / 2 - (frame.x + frame.width / 2),
      top: height > frame.height * 0.8
        ? y - frame.y - 24 : y + height / 2 - (frame.y + frame.height / 2),
      behavior: calm ? "auto" : "smooth",
    });
  }
}

/** @param {import("../protocol.js").Box & {page: number, scale: number}} window */
function whole(window) {
  const { x, y, width, height } = window;
  return { ...window, x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(height) };
}
