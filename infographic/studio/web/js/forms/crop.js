/** The part of a picture that fills a frame round its focus, as `graphics/photographs/crop` has it. */

/**
 * @typedef {{x: number, y: number, width: number, height: number}} Window in shares of the picture
 */

/**
 * @param {number} own the picture's width to its height
 * @param {number} wanted the frame's
 * @param {[number, number]} focus in shares
 * @returns {Window}
 */
export function windowOf(own, wanted, [x, y]) {
  const [width, height] = own > wanted ? [wanted / own, 1] : [1, own / wanted];
  return {
    x: clamp(x - width / 2, 1 - width), y: clamp(y - height / 2, 1 - height), width, height,
  };
}

/**
 * @param {number} value
 * @param {number} most
 */
function clamp(value, most) {
  return Math.min(Math.max(value, 0), Math.max(most, 0));
}

/**
 * A focus moved by shares, within the picture, in thousandths.
 * @param {[number, number]} focus
 * @param {number} x
 * @param {number} y
 * @returns {[number, number]}
 */
export function moved([left, top], x, y) {
  const round = (/** @type {number} */ share) => Math.round(clamp(share, 1) * 1000) / 1000;
  return [round(left + x), round(top + y)];
}

/**
 * Width to height of “3:2”; null for what is none.
 * @param {string} aspect
 */
export function aspectOf(aspect) {
  const found = /^\s*(\d+(?:\.\d+)?)\s*[:：/x×]\s*(\d+(?:\.\d+)?)\s*$/.exec(aspect);
  return found && Number(found[2]) > 0 ? Number(found[1]) / Number(found[2]) : null;
}
