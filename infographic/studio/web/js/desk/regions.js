/** Which of a page's regions is meant: by a place, a pointer, a step of the keyboard. No DOM. */

/** @typedef {import("../protocol.js").Region} Region */

/** Points that boxes beside each other may overlap by. */
const TOUCH = 3;

/** @param {import("../protocol.js").Box} one */
const area = (one) => one.width * one.height;

/**
 * What stands at a place, the outermost first and the innermost last.
 * @param {Region[]} regions of one page, as the server orders them: the innermost last
 * @param {number} x points
 * @param {number} y
 * @param {number} [near] points that a place may lie beside a region
 */
export function chainAt(regions, x, y, near = 0) {
  const hit = regions.filter(
    (one) =>
      x >= one.x - near && x <= one.x + one.width + near &&
      y >= one.y - near && y <= one.y + one.height + near,
  );
  const inside = hit.filter(
    (one) => x >= one.x && x <= one.x + one.width && y >= one.y && y <= one.y + one.height,
  );
  // A near miss counts only where nothing smaller is hit.
  const chain = inside.length ? inside : hit;
  return chain
    .map((one, index) => ({ one, index: regions.indexOf(one) * 1e-9 - area(one), at: index }))
    .sort((a, b) => a.index - b.index)
    .map(({ one }) => one);
}

/**
 * The pointer of what holds a datum; "" at the top.
 * @param {string} pointer
 */
export function above(pointer) {
  return pointer.slice(0, Math.max(pointer.lastIndexOf("/"), 0));
}

/**
 * Whether a datum is another, or is part of it.
 * @param {string} pointer
 * @param {string} whole
 */
export function isWithin(pointer, whole) {
  return pointer === whole || pointer.startsWith(`${whole}/`);
}

/**
 * One level out of (-1) or into (1) what is selected, in a chain; from nothing the innermost. At the
 * end of the chain the other end.
 * @param {Region[]} chain the outermost first
 * @param {{file: string, pointer: string} | null} selected
 * @param {1 | -1} way
 */
export function level(chain, selected, way) {
  const now = selected
    ? chain.findLastIndex((one) => one.file === selected.file && one.pointer === selected.pointer)
    : -1;
  if (now < 0) return chain.at(-1);
  for (let at = now + way, tries = 0; tries < chain.length; at += way, tries += 1) {
    const one = chain[(at + chain.length) % chain.length];
    if (one && one.pointer !== selected?.pointer) return one;
  }
  return chain[now];
}

/**
 * The regions in the order in which a page is read, what holds others before them; one of each datum
 * on a page, though it stands in several columns.
 * @param {Region[]} regions
 * @returns {Region[]}
 */
export function inReadingOrder(regions) {
  /** @type {Map<string, Region>} */
  const first = new Map();
  for (const one of regions) {
    const key = `${one.page} ${one.file} ${one.pointer}`;
    const known = first.get(key);
    if (!known || holds(one, known)) first.set(key, one);
  }
  const all = [...first.values()];
  /** @type {Map<Region | null, Region[]>} */
  const inside = new Map();
  for (const one of all) {
    /** @type {Region | null} */
    let holder = null;
    for (const other of all)
      if (other.page === one.page && holds(other, one) && (!holder || area(other) < area(holder)))
        holder = other;
    inside.set(holder, [...(inside.get(holder) ?? []), one]);
  }
  /** @param {Region[]} siblings @returns {Region[]} */
  const walk = (siblings) =>
    rowsAndColumns(siblings).flatMap((one) => [one, ...walk(inside.get(one) ?? [])]);
  const outer = inside.get(null) ?? [];
  const pages = [...new Set(outer.map((one) => one.page))].sort((one, other) => one - other);
  return pages.flatMap((page) => walk(outer.filter((one) => one.page === page)));
}

/**
 * Boxes as they are read: rows from above, in a row columns from the left, in these rows again.
 * @param {Region[]} regions
 * @returns {Region[]}
 */
function rowsAndColumns(regions) {
  if (regions.length < 2) return regions;
  for (const [from, size] of /** @type {const} */ ([["y", "height"], ["x", "width"]])) {
    const parts = cut(regions, from, size);
    if (parts.length > 1) return parts.flatMap(rowsAndColumns);
  }
  return [...regions].sort((a, b) => a.y - b.y || a.x - b.x);
}

/**
 * Parts between which a straight line meets no box.
 * @param {Region[]} regions
 * @param {"x" | "y"} from
 * @param {"width" | "height"} size
 */
function cut(regions, from, size) {
  /** @type {Region[][]} */
  const parts = [];
  let end = -Infinity;
  for (const one of [...regions].sort((a, b) => a[from] - b[from])) {
    // Ascenders reach a little into the line above.
    if (one[from] >= end - TOUCH) parts.push([]);
    parts.at(-1)?.push(one);
    end = Math.max(end, one[from] + one[size]);
  }
  return parts;
}

/**
 * Regions of one datum without those inside another of them: a chart is outlined, its grid is not.
 * @template {import("../protocol.js").Box & {page: number}} One
 * @param {One[]} regions
 */
export function outermost(regions) {
  return regions.filter((one) => !regions.some((other) => other.page === one.page && holds(other, one)));
}

/** @param {import("../protocol.js").Box} outer @param {import("../protocol.js").Box} inner */
function holds(outer, inner) {
  return (
    outer.x <= inner.x + 0.1 && outer.y <= inner.y + 0.1 && area(outer) > area(inner) &&
    outer.x + outer.width >= inner.x + inner.width - 0.1 &&
    outer.y + outer.height >= inner.y + inner.height - 0.1
  );
}

/**
 * Where a datum stands by the regions alone: at its own, else at those of its parts, else at the
 * nearest that holds it.
 * @param {Region[]} regions of all pages
 * @param {string} file
 * @param {string} pointer
 */
export function placesOf(regions, file, pointer) {
  const ours = regions.filter((one) => one.file === file);
  const own = ours.filter((one) => one.pointer === pointer);
  if (own.length) return own;
  const parts = ours.filter((one) => isWithin(one.pointer, pointer));
  if (parts.length) return parts;
  for (let up = above(pointer); up; up = above(up)) {
    const found = ours.filter((one) => one.pointer === up);
    if (found.length) return found;
  }
  return [];
}
