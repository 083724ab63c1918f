/** Places in a text: Python counts characters, the browser units of UTF-16; lines and columns. */

/**
 * @param {string} text
 * @param {number} offset in characters
 * @returns {number} in units of UTF-16, no further than the text's end
 */
export function unitsTo(text, offset) {
  let units = 0;
  for (let count = 0; count < offset && units < text.length; count += 1)
    units += (text.codePointAt(units) ?? 0) > 0xffff ? 2 : 1;
  return units;
}

/**
 * @param {string} text
 * @param {number} units
 * @returns {number} in characters
 */
export function charactersTo(text, units) {
  return [...text.slice(0, units)].length;
}

/** Marks of a text, without which its characters are counted. */
const MARKS =
  /\\([*{}\\])|\*\*|\{(?:~|\.(?=[^}]*\.\})|_(?=[^}]*_\})|=|\?\??|!)|(?:~|\.|_|=|\?\??|!)\}|\{([\^_])([^}]*)\}|\{([^|{}]*)\|[^{}]*\}/gu;

/**
 * The words of a text without its marks, as a reader sees them.
 * @param {string} text
 */
export function plain(text) {
  return text.replace(MARKS, (_, escaped, __, raised, read) => escaped ?? raised ?? read ?? "");
}

/**
 * Its characters as a desk counts them: signs counted, marks and white space not.
 * @param {string} text
 */
export function countOf(text) {
  return [...plain(text).replace(/\s/gu, "")].length;
}

/**
 * The beginning of a text in at most so many characters.
 * @param {string} text
 * @param {number} most
 */
export function beginning(text, most) {
  const words = [...plain(text).replace(/\s+/gu, " ").trim()];
  return words.length > most ? `${words.slice(0, most - 1).join("")}…` : words.join("");
}
