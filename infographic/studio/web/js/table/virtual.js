/** Which rows of a long table are in the document, and how wide its columns are. No DOM here. */

export const ROW = 27;
/** Rows beside those that are seen, so that none is missing while it scrolls. */
const BEYOND = 14;

/**
 * The first row and the one behind the last that are to be drawn.
 * @param {number} scrolled in CSS pixels
 * @param {number} height of what is seen
 * @param {number} count of rows
 * @param {number} [beyond] how many more on either side
 */
export function rowsSeen(scrolled, height, count, beyond = BEYOND) {
  const first = Math.max(Math.floor(scrolled / ROW) - beyond, 0);
  const last = Math.min(Math.ceil((scrolled + height) / ROW) + beyond, count);
  return { first: Math.min(first, last), last };
}

/**
 * How far to scroll so that a stretch is seen; as far as it is scrolled where it is.
 * @param {number} begin
 * @param {number} end
 * @param {number} scrolled
 * @param {number} room
 */
export function scrolledTo(begin, end, scrolled, room) {
  if (begin < scrolled) return begin;
  return end > scrolled + room ? end - room : scrolled;
}

const NARROW = 52;
const WIDE = 240;
/** Rows that a column's width is taken from. */
const LOOKED_AT = 200;

/**
 * The width of each column in CSS pixels, by its longest words.
 * @param {string[][]} rows
 * @param {number} columns
 */
export function widthsOf(rows, columns) {
  return Array.from({ length: columns }, (_, column) => {
    let most = 0;
    for (const row of rows.slice(0, LOOKED_AT)) {
      // Words above a table, alone in their row, run on into its empty neighbours.
      if (row.length > 1 || columns === 1) most = Math.max(most, lengthOf(row[column] ?? ""));
    }
    return Math.min(Math.max(Math.ceil(most) + 18, NARROW), WIDE);
  });
}

/**
 * About how wide words are in CSS pixels: Han are square.
 * @param {string} words
 */
function lengthOf(words) {
  let length = 0;
  for (const one of words.slice(0, 40)) length += one.charCodeAt(0) > 0x2e7f ? 13 : 7.6;
  return length;
}
