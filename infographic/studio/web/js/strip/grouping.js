/** Layouts in the order of the strip: one's own, then a family's by what they are for. No DOM. */

/** @typedef {import("../protocol.js").LayoutEntry} LayoutEntry */

/** The shipped families, and groups of canvases, in their order. */
export const FAMILIES = ["daily", "modern", "gala", "desk", "flash"];
export const GROUPS = ["own", "cards", "sets", "long", "pages", "parts"];

/**
 * What a layout is for.
 * @param {LayoutEntry} one
 */
export function groupOf(one) {
  if (one.own) return "own";
  if (one.pages > 1) return one.kind === "screen" ? "sets" : "pages";
  if (one.kind === "screen") return one.height === null ? "long" : "cards";
  return one.height === null ? "parts" : "pages";
}

/**
 * The families that there are, the shipped ones first.
 * @param {LayoutEntry[]} layouts
 */
export function familiesOf(layouts) {
  const there = new Set(layouts.filter((one) => !one.own).map((one) => one.family));
  return [...FAMILIES.filter((one) => there.has(one)),
    ...[...there].filter((one) => !FAMILIES.includes(one)).sort()];
}

/**
 * One's own layouts and those of a family, by groups that have any.
 * @param {LayoutEntry[]} layouts
 * @param {string} family
 * @param {string} [query] what is typed in the filter
 * @returns {{group: string, layouts: LayoutEntry[]}[]}
 */
export function grouped(layouts, family, query = "") {
  const shown = layouts.filter((one) => (one.own || one.family === family) && matches(one, query));
  return GROUPS.map((group) => ({ group, layouts: shown.filter((one) => groupOf(one) === group) }))
    .filter((one) => one.layouts.length);
}

/**
 * All layouts as the strip has them: one's own, then family by family, what goes to phones first.
 * @param {LayoutEntry[]} layouts
 */
export function inOrder(layouts) {
  const own = layouts.filter((one) => one.own);
  const shipped = layouts.filter((one) => !one.own);
  return [...own, ...familiesOf(layouts).flatMap((family) =>
    grouped(shipped, family).flatMap((one) => one.layouts))];
}

/** Words of a desk for canvases whose titles have others. */
const WORDS = [
  ["正方 方形 square", (/** @type {LayoutEntry} */ one) => one.height !== null && Math.abs(one.width - one.height) < 1],
  ["手机 社交 屏幕 phone screen", (/** @type {LayoutEntry} */ one) => one.kind === "screen"],
  ["报纸 印刷 纸 版面 print paper", (/** @type {LayoutEntry} */ one) => one.kind === "print"],
  ["竖 竖版 portrait", (/** @type {LayoutEntry} */ one) => one.height !== null && one.height > one.width * 1.05],
  ["横 横版 landscape", (/** @type {LayoutEntry} */ one) => one.height !== null && one.width > one.height * 1.05],
  ["组图 套图 图集 set", (/** @type {LayoutEntry} */ one) => one.pages > 1],
];

/**
 * Whether a layout is meant by what is typed: each of its words is in its name, title or size, or
 * is a word for its canvas.
 * @param {LayoutEntry} one
 * @param {string} query
 */
export function matches(one, query) {
  const own = `${one.name} ${one.title} ${one.size} ${one.description}`.toLowerCase();
  return query.toLowerCase().split(/[\s,，、]+/).filter(Boolean).every((word) =>
    own.includes(word) ||
    WORDS.some(([words, is]) =>
      /** @type {string} */ (words).split(" ").some((known) => known.startsWith(word)) &&
      /** @type {(one: LayoutEntry) => boolean} */ (is)(one)));
}

/**
 * The layout of another family on the same canvas, else on one of the same group and the nearest
 * shape; null where the family has nothing like it.
 * @param {LayoutEntry[]} layouts
 * @param {string} current its name
 * @param {string} family
 */
export function sameCanvas(layouts, current, family) {
  const now = layouts.find((one) => one.name === current);
  const ours = layouts.filter((one) => !one.own && one.family === family);
  if (!now) return ours[0] ?? null;
  const same = ours.find((one) => one.canvas === now.canvas);
  if (same) return same;
  /** @param {LayoutEntry} one */
  const shape = (one) => Math.log(one.width / (one.height ?? one.width * 4));
  const alike = ours.filter((one) => groupOf(one) === groupOf(now));
  const [best] = alike.sort((a, b) =>
    Math.abs(shape(a) - shape(now)) - Math.abs(shape(b) - shape(now)));
  return best ?? null;
}

/**
 * A title without its family, which is said above: “方图（晚报）” is “方图”.
 * @param {string} title
 */
export function shortTitle(title) {
  return title.replace(/（[^）]*）$/, "").trim() || title;
}

/**
 * Which thumbnails to ask for, the most wanted first.
 * @param {string[]} shown the layouts of the strip in their order
 * @param {Set<string>} seen those in sight
 * @param {string} current
 */
export function wantedFirst(shown, seen, current) {
  return [
    ...shown.filter((one) => one === current),
    ...shown.filter((one) => seen.has(one) && one !== current),
    ...shown.filter((one) => !seen.has(one) && one !== current),
  ];
}
