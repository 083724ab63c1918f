/** Files that are brought in: what each is, and what becomes of the story. No DOM here. */

import { giveEdit, insertEdit, setEdit } from "../forms/edits.js";
import { at } from "../forms/pointer.js";

/** @typedef {import("../protocol.js").Region} Region */
/** @typedef {"picture" | "data" | "other"} Incoming */

const PICTURES = /\.(jpe?g|png|webp|tiff?|svg)$/i;
const DATA = /\.(csv|tsv|xlsx|ods)$/i;

/**
 * What a file is by its name, and by its kind where it has no ending, as pictures on the clipboard.
 * @param {{name: string, type: string}} file
 * @returns {Incoming}
 */
export function incomingOf({ name, type }) {
  if (DATA.test(name)) return "data";
  if (PICTURES.test(name) || /^image\/(jpeg|png|webp|tiff|svg\+xml)$/.test(type)) return "picture";
  return "other";
}

/**
 * The figure or chart at a place of a page, by its pointer: “/figures/2”; "" for none.
 * @param {Region[]} regions
 * @param {string} story
 * @param {{page: number, x: number, y: number}} place in points
 * @param {"figures" | "charts"} list
 */
export function itemAt(regions, story, { page, x, y }, list) {
  const over = regions.filter((one) => one.page === page && one.file === story &&
    x >= one.x && x <= one.x + one.width && y >= one.y && y <= one.y + one.height);
  for (const one of over.reverse()) {
    const pointer = itemOf(one.pointer, list);
    if (pointer) return pointer;
  }
  return "";
}

/**
 * @param {string} pointer
 * @param {"figures" | "charts"} list
 */
export function itemOf(pointer, list) {
  return new RegExp(`^/${list}/\\d+`).exec(pointer)?.[0] ?? "";
}

/**
 * The edits that show pictures: the first in a figure that is there, the others in new ones.
 * @param {any} story
 * @param {string} figure its pointer, or ""
 * @param {string[]} files as the story names them
 * @returns {{edits: Record<string, unknown>[], pointer: string}} pointer: of the first that shows one
 */
export function pictureEdits(story, figure, files) {
  const there = figure && at(story, figure) !== undefined ? figure : "";
  /** @type {Record<string, unknown>[]} */
  const edits = [];
  const count = Array.isArray(at(story, "/figures")) ? at(story, "/figures").length : 0;
  const rest = files.slice(there ? 1 : 0);
  if (there && files[0] !== undefined) edits.push(giveEdit(story, `${there}/image`, files[0]));
  if (rest.length && !count) edits.push(giveEdit(story, "/figures", rest.map(newFigure)));
  else rest.forEach((file, number) => edits.push({
    ...insertEdit(story, "/figures", count + number, newFigure(file)), count: count + number,
  }));
  return { edits, pointer: there || `/figures/${count}` };
}

/** @param {string} image */
function newFigure(image) {
  return { image, caption: "" };
}

/**
 * A chart of a file of data, with what the file says of itself.
 * @param {any} snippet as the job “table” answers it, or null
 * @param {string} file as the story names it
 * @param {string} title where the file has none
 */
export function chartOf(snippet, file, title) {
  const { data, ...said } = snippet ?? {};
  const sheet = data?.sheet ? { sheet: data.sheet } : {};
  return { title, ...said, data: Object.keys(sheet).length ? { file, ...sheet } : file };
}

/**
 * @param {any} story
 * @param {any} chart
 */
export function newChartEdits(story, chart) {
  const count = Array.isArray(at(story, "/charts")) ? at(story, "/charts").length : 0;
  return { edits: [insertEdit(story, "/charts", count, chart)], pointer: `/charts/${count}` };
}

/**
 * Another file for a chart that is there; what it says of choosing rows and columns goes, since
 * they are of the file before.
 * @param {any} story
 * @param {string} chart
 * @param {string} file
 */
export function swapEdits(story, chart, file) {
  const pointer = `${chart}/data`;
  return at(story, pointer) === undefined
    ? [giveEdit(story, pointer, file)] : [setEdit(pointer, file, at(story, pointer))];
}

/**
 * A file's name without folders and ending.
 * @param {string} name
 */
export function stemOf(name) {
  return name.replace(/^.*[/\\]/, "").replace(/\.[^.]+$/, "");
}

/**
 * The folder of a story, from the studio's; "" for that itself.
 * @param {string} story
 */
export function folderOf(story) {
  return story.includes("/") ? story.slice(0, story.lastIndexOf("/")) : "";
}
