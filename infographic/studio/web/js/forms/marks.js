/** Marks put round what is selected in a text, and taken off again. */

/**
 * @typedef {{text: string, start: number, end: number}} Marked the text, and its selection after
 * @typedef {{name: string, open: string, close: string, key: string}} Mark key: with Ctrl (⌘), "" for none
 */

/** @type {Mark[]} */
export const MARKS = [
  { name: "strong", open: "**", close: "**", key: "b" },
  { name: "dots", open: "{.", close: ".}", key: "." },
  { name: "person", open: "{_", close: "_}", key: "u" },
  { name: "book", open: "{=", close: "=}", key: "i" },
  { name: "whole", open: "{~", close: "~}", key: "m" },
  { name: "reading", open: "{", close: "|}", key: "" },
  { name: "raised", open: "{^", close: "}", key: "" },
  { name: "lowered", open: "{_", close: "}", key: "" },
  { name: "optional", open: "{?", close: "?}", key: "" },
  { name: "pulled", open: "{!", close: "!}", key: "" },
];

/**
 * Put a mark round the selection, or take it off where it stands round it (or in it) already.
 * White space at the selection's ends stays outside.
 * @param {string} text
 * @param {number} start
 * @param {number} end
 * @param {Mark} mark
 * @returns {Marked}
 */
export function wrapped(text, start, end, { open, close }) {
  const chosen = text.slice(start, end);
  const lead = chosen.length - chosen.trimStart().length;
  const from = start + (lead < chosen.length ? lead : 0);
  const to = Math.max(from, end - (chosen.length - chosen.trimEnd().length));
  const inner = text.slice(from, to);
  const isProperName = open === "{_" && close === "}" && inner.endsWith("_}");
  if (!isProperName && inner.length >= open.length + close.length && inner.startsWith(open) && inner.endsWith(close)) {
    const bare = inner.slice(open.length, inner.length - close.length);
    return spliced(text, from, to, bare, from, from + bare.length);
  }
  const before = from - open.length;
  if (before >= 0 && text.slice(before, from) === open && text.startsWith(close, to))
    return spliced(text, before, to + close.length, inner, before, before + inner.length);
  const caret = from + open.length;
  // A reading wants to be written: the caret goes where it stands.
  if (close === "|}")
    return spliced(text, from, to, open + inner + close, caret + inner.length + 1, caret + inner.length + 1);
  return spliced(text, from, to, open + inner + close, caret, caret + inner.length);
}

/**
 * @param {string} text
 * @param {number} from
 * @param {number} to
 * @param {string} words
 * @param {number} start
 * @param {number} end
 * @returns {Marked}
 */
function spliced(text, from, to, words, start, end) {
  return { text: text.slice(0, from) + words + text.slice(to), start, end };
}

/**
 * A change of `text` between two places (in units), as one edit of it; where `found` does not
 * stand there any more, nothing is changed.
 * @param {string} text
 * @param {{start: number, end: number, found: string, mend: string}} finding in units
 * @returns {string | null}
 */
export function mended(text, { start, end, found, mend }) {
  return text.slice(start, end) === found ? text.slice(0, start) + mend + text.slice(end) : null;
}
