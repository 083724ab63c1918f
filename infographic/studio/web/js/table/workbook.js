/** What can be done with data that are read only: another sheet, a copy as CSV. */

import { h } from "../dom.js";
import { at } from "../forms/pointer.js";
import { t } from "../words.js";

/** @typedef {import("../studio.js").Studio} Studio */

/**
 * The edits that make a chart show another sheet or file; what it says of choosing rows and columns
 * stays.
 * @param {any} data as the story has them
 * @param {string} pointer of the data
 * @param {{file?: string, sheet?: string}} given a sheet of "" is none
 * @returns {Record<string, unknown>[]}
 */
export function sourceEdits(data, pointer, { file, sheet }) {
  if (typeof data === "string") {
    const value = sheet ? { file: file ?? data, sheet } : file ?? data;
    return [{ op: "set", pointer, value, was: data }];
  }
  /** @type {Record<string, unknown>[]} */
  const edits = [];
  if (file !== undefined) {
    edits.push({ op: "set", pointer: `${pointer}/file`, value: file, was: data.file });
    // They are of the workbook's cells, and the copy has those that were read.
    for (const key of ["sheet", "range", "encoding", "delimiter"])
      if (Object.hasOwn(data, key)) edits.push({ op: "delete", pointer: `${pointer}/${key}`, was: data[key] });
  } else if (sheet && Object.hasOwn(data, "sheet")) {
    edits.push({ op: "set", pointer: `${pointer}/sheet`, value: sheet, was: data.sheet });
  } else if (sheet) {
    edits.push({ op: "create", pointer: `${pointer}/sheet`, value: sheet });
  }
  return edits;
}

/**
 * @param {Studio} studio
 * @param {import("./link.js").Told} told
 * @returns {HTMLElement[]}
 */
export function sheetPicker(studio, told) {
  if (told.sheets.length < 2) return told.sheet ? [h("span", { className: "dim", textContent: told.sheet })] : [];
  const pointer = `${told.pointer}/data`;
  return [h("select", { "aria-label": t("table.sheet"), onchange: (/** @type {any} */ event) => {
    const data = at(studio.state.document?.value, pointer);
    studio.edit(sourceEdits(data, pointer, { sheet: event.target.value })).catch(console.warn);
  } }, ...told.sheets.map((name) => h("option", { value: name, textContent: name, selected: name === told.sheet })))];
}

/**
 * A new file of CSV with the cells that are read, and the chart reads that.
 * @param {Studio} studio
 * @param {import("./link.js").Told} told
 */
export async function copyAsCsv(studio, told) {
  const { story } = studio.state;
  const made = await studio.wire.ask({ type: "table_copy", story, pointer: told.pointer });
  const pointer = `${told.pointer}/data`;
  const data = at(studio.state.document?.value, pointer);
  await studio.edit(sourceEdits(data, pointer, { file: made.named }));
}
