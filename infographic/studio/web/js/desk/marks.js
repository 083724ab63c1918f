/** Outlines on a page, as elements above its picture: nothing is drawn anew for them. */

import { h } from "../dom.js";

/** @typedef {import("../protocol.js").Box} Box */
/** @typedef {import("./sheet.js").Sheet} Sheet */

/**
 * Put an element over a part of a page, however large that is shown.
 * @param {HTMLElement} element
 * @param {{width: number, height: number}} page
 * @param {Box} box in points
 * @param {number} [beyond] points more on each side
 */
export function over(element, page, box, beyond = 0) {
  const x = box.x - beyond, y = box.y - beyond;
  Object.assign(element.style, {
    left: `${(x / page.width) * 100}%`,
    top: `${(y / page.height) * 100}%`,
    width: `${((box.width + 2 * beyond) / page.width) * 100}%`,
    height: `${((box.height + 2 * beyond) / page.height) * 100}%`,
  });
}

/** The marks of one kind on a sheet: set as a whole, one element used again for each. */
export class Marks {
  /** @param {string} kind its class */
  constructor(kind) {
    this.kind = kind;
    /** @type {HTMLElement[]} */
    this.elements = [];
  }

  /**
   * @param {Sheet[]} sheets
   * @param {(Box & {page: number, label?: string})[]} places
   */
  set(sheets, places) {
    const shown = places.filter((one) => sheets[one.page]);
    while (this.elements.length > shown.length) this.elements.pop()?.remove();
    shown.forEach((place, at) => {
      const sheet = /** @type {Sheet} */ (sheets[place.page]);
      const element = this.elements[at] ?? h("div", { className: `mark ${this.kind}` });
      this.elements[at] = element;
      over(element, sheet.info, place, 1);
      element.classList.toggle("low", place.y < 24 / (sheet.paper.clientHeight / sheet.info.height));
      element.replaceChildren(...(place.label ? [h("span", { className: "tag" }, place.label)] : []));
      if (element.parentElement !== sheet.marks) sheet.marks.append(element);
    });
  }

  /** Draw the eye to them, once. */
  flash() {
    for (const element of this.elements) {
      element.classList.remove("flash");
      // A class that comes back in the same frame starts no animation.
      element.getBoundingClientRect();
      element.classList.add("flash");
    }
  }
}
