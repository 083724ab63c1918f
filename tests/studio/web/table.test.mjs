import assert from "node:assert/strict";
import test from "node:test";

import { htmlOfRows, rowsOfText, squared, textOfRows, tiled } from "../../../infographic/studio/web/js/table/clipboard.js";
import { cellOf, changed, formOf, pasted, pointerOf } from "../../../infographic/studio/web/js/table/edits.js";
import { at, blockOf, lettersOf, moved, stepped } from "../../../infographic/studio/web/js/table/selection.js";
import { ROW, rowsSeen, scrolledTo, widthsOf } from "../../../infographic/studio/web/js/table/virtual.js";

test("what a spreadsheet copies is read as its cells", () => {
  assert.deepEqual(rowsOfText("县\t产量\r\n榆树\t367.2\r\n"), [["县", "产量"], ["榆树", "367.2"]]);
  assert.deepEqual(rowsOfText('a\t"两\n行\t""引""\"\n\t5"'), [["a", '两\n行\t"引"'], ["", '5"']]);
  assert.deepEqual(rowsOfText('"半个引号\tb'), [['"半个引号', "b"]]);
  assert.deepEqual(rowsOfText("１，２３４\t"), [["１，２３４", ""]]);
});

test("what is copied out comes back the same", () => {
  const rows = [["a\tb", 'c"d', '"e"'], ["", "两\n行", "12.50"]];
  assert.deepEqual(rowsOfText(textOfRows(rows)), rows);
  assert.equal(htmlOfRows([["<b>", "a&b"]]), "<table><tr><td>&lt;b></td><td>a&amp;b</td></tr></table>");
});

test("one copied cell fills the selection; a block of another size is laid once", () => {
  assert.deepEqual(tiled([["x"]], 2, 2), [["x", "x"], ["x", "x"]]);
  assert.deepEqual(tiled([["a", "b"]], 1, 3), [["a", "b"]]);
  assert.deepEqual(squared([["a"], ["b", "c"]]), [["a", ""], ["b", "c"]]);
});

test("a paste changes what differs and grows the table", () => {
  const rows = [["a", "b"]];
  const cells = pasted(rows, 0, 1, [["b", "c"], ["d", ""]]);
  assert.deepEqual(cells.map((one) => [one.row, one.column, one.text]), [[0, 2, "c"], [1, 1, "d"], [1, 2, ""]]);
  assert.deepEqual(changed(rows, { kind: "cells", cells }), [["a", "b", "c"], ["", "d", ""]]);
});

test("rows and columns are put in and taken out", () => {
  const rows = [["a", "b"], ["c", "d"]];
  assert.deepEqual(changed(rows, { kind: "insert_rows", at: 1, count: 1 }), [["a", "b"], ["", ""], ["c", "d"]]);
  assert.deepEqual(changed(rows, { kind: "delete_columns", at: 0, count: 1 }), [["b"], ["d"]]);
  assert.deepEqual(changed(rows, { kind: "insert_columns", at: 2, count: 1 }), [["a", "b", ""], ["c", "d", ""]]);
});

const SIZE = { rows: 4, columns: 3 };
const how = (more = {}) => ({ shift: false, ctrl: false, page: 2, ...more });

test("keys lead as in a spreadsheet", () => {
  const filled = ({ row, column }) => column === 0 && row !== 2;
  const start = at({ row: 0, column: 0 });
  assert.deepEqual(moved("ArrowDown", start, how(), SIZE, filled), at({ row: 1, column: 0 }));
  assert.deepEqual(moved("ArrowUp", start, how(), SIZE, filled), start);
  assert.deepEqual(moved("ArrowDown", start, how({ ctrl: true }), SIZE, filled), at({ row: 1, column: 0 }));
  assert.deepEqual(moved("ArrowDown", at({ row: 1, column: 0 }), how({ ctrl: true }), SIZE, filled), at({ row: 3, column: 0 }));
  assert.deepEqual(blockOf(moved("End", start, how({ shift: true }), SIZE, filled)), { top: 0, left: 0, bottom: 0, right: 2 });
  assert.deepEqual(moved("PageDown", at({ row: 3, column: 1 }), how(), SIZE, filled), at({ row: 3, column: 1 }));
  assert.equal(moved("a", start, how(), SIZE, filled), null);
});

test("Tab and Enter go through a block, and Tab leaves at the table's end", () => {
  const end = at({ row: 3, column: 2 });
  assert.equal(stepped("Tab", false, end, SIZE), null);
  assert.deepEqual(stepped("Tab", false, at({ row: 0, column: 2 }), SIZE), { row: 1, column: 0 });
  const block = { anchor: { row: 1, column: 1 }, focus: { row: 2, column: 1 } };
  assert.deepEqual(stepped("Enter", false, block, SIZE), { row: 1, column: 1 });
  assert.deepEqual(stepped("Enter", true, at({ row: 0, column: 1 }), SIZE), { row: 0, column: 1 });
  assert.deepEqual([0, 25, 26, 701, 702].map(lettersOf), ["A", "Z", "AA", "ZZ", "AAA"]);
});

test("of 20,000 rows only those about what is seen are drawn", () => {
  const { first, last } = rowsSeen(10_000 * ROW, 400, 20_000);
  assert.ok(first > 9_980 && last - first < 50);
  assert.deepEqual(rowsSeen(0, 400, 3), { first: 0, last: 3 });
  assert.deepEqual([scrolledTo(0, 20, 50, 100), scrolledTo(140, 160, 50, 100), scrolledTo(60, 80, 50, 100)], [0, 60, 50]);
  const widths = widthsOf([["很长的标题写在表的上面很长很长"], ["县", "产量"]], 2);
  assert.ok(widths[0] < 100);
});

const STORY = { charts: [{ data: { columns: ["县", "产量"], rows: [["榆树", 367.2], ["农安"]] } }] };

test("the forms of data in a story are told apart, and cells found by their pointers", () => {
  const form = formOf(STORY.charts[0].data, "/charts/0/data");
  assert.equal(pointerOf(form, 0, 1), "/charts/0/data/columns/1");
  assert.equal(pointerOf(form, 2, 1), "/charts/0/data/rows/1/1");
  assert.deepEqual(cellOf(form, "/charts/0/data/rows/1/0"), { row: 2, column: 0 });
  const objects = formOf([{ 县: "榆树", "a/b": 1 }], "/d");
  assert.equal(pointerOf(objects, 1, 1), "/d/0/a~1b");
  assert.equal(pointerOf(objects, 0, 1), "");
  const lists = formOf({ 县: ["榆树"], 产量: [1] }, "/d");
  assert.equal(pointerOf(lists, 1, 1), "/d/产量/0");
  assert.deepEqual(cellOf(lists, "/d/产量/0"), { row: 1, column: 1 });
  assert.equal(formOf({ file: "a.csv" }, "/d"), null);
  assert.equal(formOf({ columns: ["县"], rows: [{ 县: "榆树" }] }, "/d"), null);
});
