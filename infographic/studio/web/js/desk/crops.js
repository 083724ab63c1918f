/** A picture's focus, from what is dragged in the frame that shows a window of it. No DOM. */

/** @typedef {{x: number, y: number, width: number, height: number}} Box */
/** @typedef {[number, number]} Point shares of the picture */

/**
 * The figure that a datum is of, or is in; "" for none.
 * @param {string} pointer
 */
export function figureOf(pointer) {
  return /^(?:.*\/)?figures\/\d+(?=\/|$)/.exec(pointer)?.[0] ?? "";
}

/** @param {number} share */
function rounded(share) {
  return Math.round(Math.min(Math.max(share, 0), 1) * 1000) / 1000;
}

/**
 * The point of the picture that stands at a place of the frame.
 * @param {Box} window what the frame shows, in shares of the picture
 * @param {number} x share of the frame
 * @param {number} y
 * @returns {Point}
 */
export function pointAt(window, x, y) {
  return [rounded(window.x + x * window.width), rounded(window.y + y * window.height)];
}

/**
 * Where a point of the picture stands in the frame, in shares of that.
 * @param {Box} window
 * @param {Point} point
 * @returns {Point}
 */
export function placeOf(window, point) {
  return [(point[0] - window.x) / window.width, (point[1] - window.y) / window.height];
}

/**
 * The focus by which the picture moves in its frame so far as the mouse was moved: it stands in the
 * middle of the window, and where the window is the whole picture it stays what it was.
 * @param {Box} window as it was when the drag began
 * @param {Point | null} focus as it was then
 * @param {number} dx shares of the frame
 * @param {number} dy
 * @returns {Point}
 */
export function pulled(window, focus, dx, dy) {
  /** @param {number} at @param {number} size @param {number} by @param {number} was */
  const along = (at, size, by, was) => {
    if (size > 0.999) return was;
    const start = Math.min(Math.max(at - by * size, 0), 1 - size);
    return rounded(start + size / 2);
  };
  return [
    along(window.x, window.width, dx, focus?.[0] ?? 0.5),
    along(window.y, window.height, dy, focus?.[1] ?? 0.5),
  ];
}
