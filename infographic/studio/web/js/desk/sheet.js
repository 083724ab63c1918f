/** One page of a view: its picture, what is sharp of it, and the marks above it. */

import { h } from "../dom.js";
import { Sharp } from "./sharp.js";

/** @typedef {import("../protocol.js").PageInfo} PageInfo */
/** @typedef {import("../protocol.js").Box} Box */
/** @typedef {import("../protocol.js").Tiles} Tiles */

export class Sheet {
  /**
   * @param {number} number from 0
   * @param {string} view
   * @param {(window: Box & {page: number, scale: number}) => Promise<unknown>} ask
   */
  constructor(number, view, ask) {
    this.number = number;
    this.view = view;
    /** @type {PageInfo} */
    this.info = { number: "", width: 1, height: 1, unit: "pt", ppi: 96, px: [1, 1] };
    this.canvas = h("canvas", { className: "base", "aria-hidden": "true" });
    this.sharp = new Sharp((window) => ask({ ...window, page: number }));
    this.marks = h("div", { className: "marks", "aria-hidden": "true" });
    /** What can be selected, for the keyboard and for readers of the screen. */
    this.options = h("div", {
      className: "options", tabIndex: 0, role: "listbox", id: `paper-${view}-${number}`,
    });
    this.tools = h("div", { className: "page-tools" });
    this.paper = h(
      "div", { className: "paper" },
      this.canvas, this.sharp.root, this.options, this.marks, this.tools,
    );
    this.name = h("div", { className: "page-name" });
    this.element = h("section", { className: "page" }, this.name, this.paper);
    this.painted = 0;
    /** Pictures are decoded beside each other and drawn in their order. */
    this.last = Promise.resolve();
    /** @type {(() => void)[]} */
    this.onPaint = [];
  }

  /**
   * @param {number} zoom CSS pixels a point
   * @param {number} density device pixels a CSS pixel
   */
  size(zoom, density) {
    const { width, height } = this.info;
    // In whole pixels of the screen, so that a picture of that size is not resampled.
    this.paper.style.width = `${Math.max(Math.round(width * zoom * density), 1) / density}px`;
    this.paper.style.height = `${Math.max(Math.round(height * zoom * density), 1) / density}px`;
  }

  /**
   * Draw what has come, all of it in one go: a page never stands half old.
   * @param {Tiles} head
   * @param {Blob[]} pictures
   */
  paint(head, pictures) {
    const decoded = Promise.all(pictures.map((one) => createImageBitmap(one)));
    this.last = this.last.then(async () => {
      const bitmaps = await decoded;
      if (head.window) this.sharp.paint(head, bitmaps);
      else this.paintBase(head, bitmaps);
      for (const one of bitmaps) one.close();
    }, () => {});
    return this.last;
  }

  /** @param {Tiles} head @param {ImageBitmap[]} bitmaps */
  paintBase(head, bitmaps) {
    if (head.revision < this.painted) return;
    this.painted = head.revision;
    const { canvas } = this;
    const first = head.tiles[0];
    if (head.whole && first) {
      const width = Math.max(...head.tiles.map((one) => one.x + one.width));
      const height = Math.max(...head.tiles.map((one) => one.y + one.height));
      if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    }
    const context = canvas.getContext("2d");
    head.tiles.forEach((tile, number) => {
      const bitmap = bitmaps[number];
      if (bitmap) context?.drawImage(bitmap, tile.x, tile.y);
    });
    const { scale } = head;
    this.sharp.spoil(
      head.whole
        ? [{ x: 0, y: 0, width: this.info.width, height: this.info.height }]
        : head.tiles.map((one) => ({
            x: one.x / scale, y: one.y / scale, width: one.width / scale, height: one.height / scale,
          })),
    );
    for (const one of this.onPaint) one();
    markPainted({ view: head.view, revision: head.revision, page: head.page });
  }
}

/**
 * Say when what was drawn is on the screen: the benchmark measures by it.
 * @param {{view: string, revision: number, page: number}} detail
 */
function markPainted(detail) {
  requestAnimationFrame(() => {
    const channel = new MessageChannel();
    // A message sent in a frame comes after its paint.
    channel.port1.onmessage = () => {
      performance.mark("painted", { detail });
      channel.port1.close();
    };
    channel.port2.postMessage(null);
  });
}
