/** Zoom and windows of a page, as arithmetic: no DOM. Lengths on a page are points. */

/** @typedef {import("../protocol.js").PageInfo} PageInfo */
/** @typedef {import("../protocol.js").Box} Box */

/** What `State.zoom` says in place of CSS pixels a point. */
export const WHOLE = 0;
export const WIDTH = -1;

/** Room round a page and between pages, in CSS pixels; above each of several pages its name. */
export const MARGIN = 20;
export const NAME = 22;

/** A page is drawn whole with no more pixels than this; where its zoom asks for more, windows of it
 * are sharp, and the whole behind them is coarse, so that writing is not slowed by what none sees. */
export const MOST_PIXELS = 3_000_000;
export const COARSE_PIXELS = 1_000_000;
const LEAST_SCALE = 0.05;

/** Percent of 1:1 that the zoom keys stop at. */
const STEPS = [5, 10, 15, 20, 25, 33, 50, 67, 75, 100, 125, 150, 200, 300, 400, 600, 800];
export const LARGEST = 8;
export const SMALLEST = 0.05;

/**
 * CSS pixels a point at 1:1: a pixel of a screen's page on a pixel of the screen, paper at its size.
 * @param {PageInfo} page
 * @param {number} density device pixels a CSS pixel
 */
export function actualSize(page, density) {
  return page.unit === "px" ? page.ppi / 72 / density : 96 / 72;
}

/**
 * CSS pixels a point at which every page is seen whole, or across where that would make it a ribbon.
 * @param {{width: number, height: number}[]} pages
 * @param {{width: number, height: number}} room in CSS pixels
 * @param {boolean} across only the width counts
 */
export function fitted(pages, room, across = false) {
  const width = Math.max(...pages.map((one) => one.width), 1);
  const height = Math.max(...pages.map((one) => one.height), 1);
  const name = pages.length > 1 ? NAME : 0;
  const wide = Math.max(room.width - 2 * MARGIN, 40) / width;
  const high = Math.max(room.height - 2 * MARGIN - name, 40) / height;
  if (across) return wide;
  return height > 3 * width ? Math.min(wide, 3 * high) : Math.min(wide, high);
}

/**
 * The next step of the zoom from a magnification (1 is 1:1).
 * @param {number} now
 * @param {1 | -1} way
 */
export function stepped(now, way) {
  const percent = now * 100;
  const next = way > 0
    ? STEPS.find((one) => one > percent * 1.02)
    : STEPS.findLast((one) => one < percent / 1.02);
  return (next ?? (way > 0 ? LARGEST : SMALLEST) * 100) / 100;
}

/** @param {number} magnification */
export function bounded(magnification) {
  return Math.min(Math.max(magnification, SMALLEST), LARGEST);
}

/**
 * Pixels a point that the pages are drawn whole at.
 * @param {{width: number, height: number}[]} pages
 * @param {number} zoom CSS pixels a point
 * @param {number} density
 * @param {boolean} windowed whether windows of it will be sharp, however large it is
 */
export function baseScale(pages, zoom, density, windowed = true) {
  const area = Math.max(...pages.map((one) => one.width * one.height), 1);
  const wanted = zoom * density;
  const fine = wanted * wanted * area <= MOST_PIXELS;
  const scale = Math.max(fine ? wanted : Math.min(wanted, Math.sqrt((windowed ? COARSE_PIXELS : MOST_PIXELS) / area)), LEAST_SCALE);
  return Math.round(scale * 1e4) / 1e4;
}

/** Pixels of a side of the squares that a zoomed page is made of, and most of them in one request. */
export const SQUARE = 512;
const MOST_IN_ROW = 4;

/**
 * The squares of a page that a window of it touches.
 * @param {Box} window in pixels of the page at its scale
 * @param {{width: number, height: number}} page in the same
 * @returns {[number, number][]} column and row, the nearest to the middle first
 */
export function squaresIn(window, page) {
  /** @param {number} at @param {number} most */
  const index = (at, most) => Math.min(Math.max(Math.floor(at / SQUARE), 0), Math.ceil(most / SQUARE) - 1);
  const x = [index(window.x, page.width), index(window.x + window.width - 1, page.width)];
  const y = [index(window.y, page.height), index(window.y + window.height - 1, page.height)];
  /** @type {[number, number][]} */
  const found = [];
  for (let row = y[0] ?? 0; row <= (y[1] ?? 0); row += 1)
    for (let column = x[0] ?? 0; column <= (x[1] ?? 0); column += 1) found.push([column, row]);
  const middle = [((x[0] ?? 0) + (x[1] ?? 0)) / 2, ((y[0] ?? 0) + (y[1] ?? 0)) / 2];
  /** @param {[number, number]} one */
  const far = (one) => Math.hypot(one[0] - (middle[0] ?? 0), one[1] - (middle[1] ?? 0));
  return found.sort((a, b) => far(a) - far(b));
}

/**
 * Squares of one row that stand side by side as one window each.
 * @param {[number, number][]} squares
 * @param {{width: number, height: number}} page in pixels at the squares' scale
 * @returns {(Box & {squares: [number, number][]})[]}
 */
export function windowsOf(squares, page) {
  const left = [...squares];
  const windows = [];
  while (left.length) {
    const first = /** @type {[number, number]} */ (left.shift());
    const run = [first];
    for (const way of [1, -1])
      for (let at = first[0] + way; run.length < MOST_IN_ROW; at += way) {
        const found = left.findIndex(([column, row]) => column === at && row === first[1]);
        if (found < 0) break;
        run.push(...left.splice(found, 1));
      }
    const columns = run.map(([column]) => column);
    const x = Math.min(...columns) * SQUARE;
    const y = first[1] * SQUARE;
    const right = Math.min((Math.max(...columns) + 1) * SQUARE, page.width);
    windows.push({
      x, y, width: right - x, height: Math.min(SQUARE, page.height - y), squares: run,
    });
  }
  return windows;
}

/**
 * The part of an element that is seen in a window, both in CSS pixels from the same origin.
 * @param {Box} element
 * @param {Box} window
 * @param {number} beyond so much more on every side
 * @returns {Box | null} from the element's corner
 */
export function seenPart(element, window, beyond = 0) {
  const x = Math.max(window.x - beyond - element.x, 0);
  const y = Math.max(window.y - beyond - element.y, 0);
  const right = Math.min(window.x + window.width + beyond - element.x, element.width);
  const bottom = Math.min(window.y + window.height + beyond - element.y, element.height);
  return right > x && bottom > y ? { x, y, width: right - x, height: bottom - y } : null;
}

/**
 * Whether two boxes have room in common.
 * @param {Box} a
 * @param {Box} b
 */
export function meet(a, b) {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/**
 * The box round boxes.
 * @param {Box[]} boxes at least one
 * @returns {Box}
 */
export function round(boxes) {
  const x = Math.min(...boxes.map((one) => one.x));
  const y = Math.min(...boxes.map((one) => one.y));
  return {
    x, y,
    width: Math.max(...boxes.map((one) => one.x + one.width)) - x,
    height: Math.max(...boxes.map((one) => one.y + one.height)) - y,
  };
}
