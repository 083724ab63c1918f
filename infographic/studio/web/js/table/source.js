/** Which of a story's data a table shows, and how it is asked for. No DOM here. */

/** @typedef {import("../store.js").Selection} Selection */

/**
 * The charts and tables of a story that have data, in its order.
 * @param {any} story
 * @returns {{pointer: string, title: string, kind: "charts" | "tables", number: number, file: string}[]}
 */
export function dataOf(story) {
  /** @type {("charts" | "tables")[]} */
  const lists = ["charts", "tables"];
  return lists.flatMap((kind) => {
    const listed = story && typeof story === "object" ? story[kind] : null;
    if (!Array.isArray(listed)) return [];
    return listed.flatMap((one, number) => {
      if (one === null || typeof one !== "object" || one.data === undefined) return [];
      const file = typeof one.data === "string" ? one.data : one.data?.file;
      return [{
        pointer: `/${kind}/${number}`, title: typeof one.title === "string" ? one.title : "", kind, number,
        file: typeof file === "string" ? file : "",
      }];
    });
  });
}

/**
 * The one of these that a selection is of: by its pointer, or by the file of data.
 * @param {ReturnType<typeof dataOf>} listed
 * @param {Selection | null} selection
 * @param {string} story the story's file
 * @param {string} [now] the one that is shown: it stays where it is of the same file
 * @returns {string} its pointer, "" for none
 */
export function chosenBy(listed, selection, story, now = "") {
  if (!selection) return "";
  if (selection.file === story || selection.file === "") {
    const found = listed.find(({ pointer }) => selection.pointer === pointer || selection.pointer.startsWith(`${pointer}/`));
    return found?.pointer ?? "";
  }
  const folder = story.includes("/") ? story.slice(0, story.lastIndexOf("/") + 1) : "";
  const same = listed.filter(({ file }) => file && joined(folder, file) === selection.file);
  // What is pointed at in a file of data says the chart that asks for it.
  const asked = same.find(({ pointer }) => selection.pointer === pointer || selection.pointer.startsWith(`${pointer}/`));
  return (asked ?? same.find((one) => one.pointer === now) ?? same[0])?.pointer ?? "";
}

/**
 * @param {string} folder
 * @param {string} file
 */
export function joined(folder, file) {
  /** @type {string[]} */
  const parts = [];
  for (const part of `${folder}${file}`.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}

/**
 * The row of a line: the last that begins there or before.
 * @param {number[]} lines
 * @param {number} line
 */
export function rowOfLine(lines, line) {
  let found = -1;
  lines.forEach((one, row) => {
    if (one && one <= line) found = row;
  });
  return found;
}

/**
 * The cell of a pointer of a CSV: “/12/3” is the third of the twelfth row; null for none.
 * @param {string} pointer
 */
export function cellOfPointer(pointer) {
  const found = /^\/(\d+)\/(\d+)$/.exec(pointer);
  return found ? { row: Number(found[1]) - 1, column: Number(found[2]) - 1 } : null;
}

/**
 * A sheet's cell “B7” as its column from 0.
 * @param {string} cell
 */
export function columnOfCell(cell) {
  let column = 0;
  for (const one of cell.toUpperCase()) {
    if (one < "A" || one > "Z") break;
    column = column * 26 + one.charCodeAt(0) - 64;
  }
  return column - 1;
}
