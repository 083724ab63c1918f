/** All that is to be said of a story in its layout: gathered, told apart, in order. No DOM. */

/**
 * @typedef {import("../protocol.js").Diagnostic} Diagnostic
 * @typedef {"file" | "fit" | "press" | "copy" | "figures" | "charts" | "other"} Area
 * @typedef {{area: Area, severity: string, list: Diagnostic[]}} Group
 */

/** @type {Area[]} */
export const AREAS = ["file", "fit", "press", "copy", "figures", "charts", "other"];
const SEVERITIES = ["error", "warning", "note"];

/**
 * @param {Diagnostic} one
 * @param {Record<string, string>} areas of codes, as the studio tells them
 * @returns {Area}
 */
export function areaOf(one, areas) {
  return /** @type {Area} */ (areas[one.code] ?? "other");
}

/**
 * Those of the page, of its check and of the file, each once.
 * @param {...(Diagnostic[] | undefined)} lists
 */
export function gathered(...lists) {
  /** @type {Map<string, Diagnostic>} */
  const found = new Map();
  for (const list of lists)
    for (const one of list ?? []) {
      const key = JSON.stringify([one.code, one.file, one.pointer, one.line, one.column, one.message]);
      if (!found.get(key)?.places?.length) found.set(key, one);
    }
  return [...found.values()];
}

/**
 * In groups: errors first, and in each by area; within a group in the order of the file.
 * @param {Diagnostic[]} list
 * @param {Record<string, string>} areas
 * @returns {Group[]}
 */
export function grouped(list, areas) {
  /** @type {Group[]} */
  const groups = [];
  for (const severity of SEVERITIES)
    for (const area of AREAS) {
      const own = list.filter((one) => one.severity === severity && areaOf(one, areas) === area);
      own.sort((a, b) => a.line - b.line || a.column - b.column);
      if (own.length) groups.push({ area, severity, list: own });
    }
  return groups;
}

/**
 * How many there are of each severity.
 * @param {Diagnostic[]} list
 */
export function counted(list) {
  const counts = { error: 0, warning: 0, note: 0 };
  for (const one of list)
    if (one.severity in counts) counts[/** @type {keyof counts} */ (one.severity)] += 1;
  return counts;
}

/**
 * Those in which all words of a search stand.
 * @param {Diagnostic[]} list
 * @param {string} words
 * @param {(one: Diagnostic) => string} said
 */
export function searched(list, words, said) {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return list.filter((one) => {
    const text = `${one.code} ${one.pointer} ${said(one)}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}

const PLACE = /([^\s()（）“”]+\.(?:json|csv|tsv|xlsx|ods)):(\d+):(\d+)/gu;

/**
 * Other places that a message names: the sum's parts, the number it goes against.
 * @param {Diagnostic} one
 * @returns {{file: string, line: number, column: number, said: string}[]}
 */
export function otherPlaces(one) {
  /** @type {{file: string, line: number, column: number, said: string}[]} */
  const found = [];
  for (const text of textsIn(one.values)) {
    for (const match of text.matchAll(PLACE)) {
      const [, file = "", line, column] = match;
      const said = /[“"]([^“”"]+)[”"][^“”"]*$/u.exec(text.slice(0, match.index))?.[1] ?? "";
      if (!found.some((other) => other.file === file && other.line === +(line ?? 0) && other.column === +(column ?? 0)))
        found.push({ file, line: Number(line), column: Number(column), said });
    }
  }
  return found;
}

/**
 * @param {unknown} value
 * @returns {string[]}
 */
function textsIn(value) {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return value && typeof value === "object" ? Object.values(value).flatMap(textsIn) : [];
}

/**
 * A message's own text with the places in it left out, which stand beside it as links.
 * @param {string} text
 */
export function withoutPlaces(text) {
  return text.replace(/ ?[(（][^()（）]*?\.(?:json|csv|tsv|xlsx|ods):\d+:\d+[)）]/gu, "");
}

/**
 * Whether two files' names are of one file: one may be whole, the other from the folder.
 * @param {string} one
 * @param {string} other
 */
export function isSameFile(one, other) {
  const [a, b] = [one, other].map((name) => name.replaceAll("\\", "/"));
  return a === b || (!!a && !!b && (a.endsWith(`/${b}`) || b.endsWith(`/${a}`)));
}
