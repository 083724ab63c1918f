/** One layout in the strip: its thumbnail, its name, and by how much the story is too long for it. */

import { h } from "../dom.js";
import { t } from "../words.js";
import { sizeOf, titleOf, wholeTitle } from "./titles.js";

/** @typedef {import("../protocol.js").LayoutEntry} LayoutEntry */
/** @typedef {import("../protocol.js").Thumb} Thumb */

/** CSS pixels of a thumbnail: its width, and its height at most. */
export const WIDTH = 112;
const HIGHEST = 160;

export class Entry {
  /**
   * @param {LayoutEntry} layout
   * @param {(beside: boolean) => void} choose
   */
  constructor(layout, choose) {
    this.layout = layout;
    /** @type {Thumb | null} */
    this.head = null;
    this.canvas = h("canvas", { "aria-hidden": "true" });
    this.frame = h("span", { className: "thumb-frame" }, this.canvas);
    this.title = h("span", { className: "thumb-title" });
    this.said = h("span", { className: "thumb-said" });
    this.button = h(
      "button",
      {
        type: "button", className: "thumb",
        onclick: (/** @type {MouseEvent} */ event) => choose(event.shiftKey),
      },
      this.frame, this.title, this.said,
    );
    this.beside = h("button", {
      // By the keyboard it is Shift-Enter: each thumbnail is one stop.
      type: "button", className: "thumb-beside", tabIndex: -1, onclick: () => choose(true),
    });
    this.element = h("li", { className: "thumb-item" }, this.button, this.beside);
    const wide = layout.width, high = layout.height ?? wide * 1.6;
    const scale = Math.min(WIDTH / wide, HIGHEST / high);
    this.frame.style.width = `${Math.round(wide * scale)}px`;
    this.frame.style.height = `${Math.round(high * scale)}px`;
  }

  /** @param {Thumb} head @param {ImageBitmap[]} bitmaps */
  paint(head, bitmaps) {
    this.head = head;
    if (head.tiles.length) {
      const { canvas } = this;
      if (canvas.width !== head.width || canvas.height !== head.height)
        Object.assign(canvas, { width: head.width, height: head.height });
      head.tiles.forEach((tile, at) => {
        const bitmap = bitmaps[at];
        if (bitmap) canvas.getContext("2d")?.drawImage(bitmap, tile.x, tile.y);
      });
      const scale = Math.min(1, WIDTH / head.width, HIGHEST / head.height);
      this.frame.style.width = `${Math.round(head.width * scale)}px`;
      this.frame.style.height = `${Math.round(head.height * scale)}px`;
      this.frame.classList.add("drawn");
    }
    this.tell();
  }

  /** Whether nothing can be shown of it. */
  get isUnfit() {
    return this.head !== null && !this.head.fits && !this.head.over;
  }

  /** Its words, in the language that is set. */
  tell() {
    const { layout, head } = this;
    this.title.textContent = titleOf(layout);
    const over = head && head.over > 0 ? t("strip.over", { count: head.over }) : "";
    const pages = (head?.pages || layout.pages) > 1
      ? t("strip.pages", { count: head?.pages || layout.pages }) : "";
    this.said.textContent = this.isUnfit ? head?.why ?? "" : over || (head && !head.fits ? head.why : pages);
    this.said.classList.toggle("over", Boolean(over) || Boolean(head && !head.fits));
    this.button.title = [wholeTitle(layout), sizeOf(layout), head?.why ?? ""].filter(Boolean).join("\n");
    this.beside.textContent = t("strip.beside");
    this.beside.setAttribute("aria-label", t("strip.beside_of", { title: wholeTitle(layout) }));
    this.element.classList.toggle("unfit", this.isUnfit);
  }

  /** @param {"main" | "second" | ""} view that shows it */
  mark(view) {
    if (view) this.button.setAttribute("aria-current", view === "main" ? "true" : "page");
    else this.button.removeAttribute("aria-current");
    this.element.classList.toggle("second", view === "second");
  }
}
