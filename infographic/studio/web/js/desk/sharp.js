/** Squares of a zoomed page at the screen's own pixels, over the page that is drawn whole. */

import { h } from "../dom.js";
import { meet, SQUARE, squaresIn, windowsOf } from "./geometry.js";

/** @typedef {import("../protocol.js").Box} Box */
/** @typedef {import("../protocol.js").Tiles} Tiles */
/** @typedef {{canvas: HTMLCanvasElement, box: Box, wanted: boolean}} Square */

/** So many squares are kept, seen or not. */
const MOST = 96;

export class Sharp {
  /**
   * @param {(window: Box & {scale: number}) => Promise<unknown>} ask for a part of the page; done
   *   when its tiles have come
   */
  constructor(ask) {
    this.ask = ask;
    this.root = h("div", { className: "sharp" });
    this.scale = 0;
    /** @type {{width: number, height: number}} */
    this.page = { width: 0, height: 0 };
    /** @type {Map<string, Square>} */
    this.squares = new Map();
    /** @type {Box | null} */
    this.seen = null;
    this.asking = false;
  }

  /**
   * What is seen of the page, and at which pixels a point; null for nothing.
   * @param {number} scale
   * @param {{width: number, height: number}} page in points
   * @param {Box | null} seen in pixels at that scale
   */
  show(scale, page, seen) {
    if (scale !== this.scale) this.clear();
    this.scale = scale;
    this.page = { width: Math.round(page.width * scale), height: Math.round(page.height * scale) };
    this.seen = seen;
    this.pump();
  }

  /** Nothing of it stands any more. */
  clear() {
    this.squares.clear();
    this.root.replaceChildren();
    this.scale = 0;
    this.seen = null;
  }

  /**
   * Parts of the page are others: what shows through meanwhile is the page drawn whole.
   * @param {Box[]} boxes in points
   */
  spoil(boxes) {
    for (const { x, y, width, height } of boxes) {
      const box = {
        x: x * this.scale - 1, y: y * this.scale - 1,
        width: width * this.scale + 2, height: height * this.scale + 2,
      };
      for (const square of this.squares.values()) {
        if (!meet(square.box, box)) continue;
        square.wanted = true;
        square.canvas.getContext("2d")
          ?.clearRect(box.x - square.box.x, box.y - square.box.y, box.width, box.height);
      }
    }
    this.pump();
  }

  /** Ask for what is seen and not there: one window at a time, so that the last wish comes soon. */
  async pump() {
    if (this.asking || !this.seen) return;
    const lacking = squaresIn(this.seen, this.page).filter(([column, row]) => {
      const known = this.squares.get(`${column} ${row}`);
      return !known || known.wanted;
    });
    const next = windowsOf(lacking, this.page)[0];
    if (!next) return;
    const scale = this.scale;
    this.asking = true;
    for (const at of next.squares) this.square(at).wanted = false;
    const { squares, ...box } = next;
    try {
      await this.ask({ ...box, scale });
    } catch {
      // The line broke, or the page is another by now; whoever comes next asks again.
      if (scale === this.scale)
        for (const [column, row] of squares) this.squares.delete(`${column} ${row}`);
      this.asking = false;
      return;
    }
    this.asking = false;
    this.pump();
  }

  /** @param {[number, number]} at @returns {Square} */
  square([column, row]) {
    const key = `${column} ${row}`;
    const known = this.squares.get(key);
    if (known) return known;
    const x = column * SQUARE, y = row * SQUARE;
    const width = Math.min(SQUARE, this.page.width - x), height = Math.min(SQUARE, this.page.height - y);
    const canvas = h("canvas", { width, height });
    Object.assign(canvas.style, {
      left: `${(x / this.page.width) * 100}%`, top: `${(y / this.page.height) * 100}%`,
      width: `${(width / this.page.width) * 100}%`, height: `${(height / this.page.height) * 100}%`,
    });
    this.root.append(canvas);
    const made = { canvas, box: { x, y, width, height }, wanted: false };
    this.squares.set(key, made);
    this.drop();
    return made;
  }

  /** Let the oldest go that are not seen. */
  drop() {
    for (const [key, square] of this.squares) {
      if (this.squares.size <= MOST) return;
      if (this.seen && meet(square.box, this.seen)) continue;
      square.canvas.remove();
      this.squares.delete(key);
    }
  }

  /**
   * @param {Tiles} head
   * @param {ImageBitmap[]} bitmaps
   */
  paint(head, bitmaps) {
    if (Math.abs(head.scale - this.scale) > 1e-4 * this.scale) return;
    head.tiles.forEach((tile, number) => {
      const bitmap = bitmaps[number];
      if (!bitmap) return;
      for (const { canvas, box } of this.squares.values())
        if (meet(box, tile))
          canvas.getContext("2d")?.drawImage(bitmap, tile.x - box.x, tile.y - box.y);
    });
  }

  /** Everything that is seen is asked for again. */
  again() {
    for (const square of this.squares.values()) square.wanted = true;
    this.pump();
  }
}
