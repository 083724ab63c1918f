import assert from "node:assert/strict";
import test from "node:test";

import {
  chartOf, folderOf, incomingOf, itemAt, newChartEdits, pictureEdits, stemOf, swapEdits,
} from "../../../infographic/studio/web/js/dialogs/incoming_plan.js";
import { joinedCells, Sender } from "../../../infographic/studio/web/js/table/sender.js";
import { cellOfPointer, chosenBy, columnOfCell, dataOf, joined, rowOfLine } from "../../../infographic/studio/web/js/table/source.js";
import { summed } from "../../../infographic/studio/web/js/table/sums.js";
import { sourceEdits } from "../../../infographic/studio/web/js/table/workbook.js";

test("a file is a picture, data, or neither", () => {
  const kinds = [["a.JPG", ""], ["x.xlsx", ""], ["image", "image/png"], ["a.gif", "image/gif"], ["b.exe", ""]];
  assert.deepEqual(kinds.map(([name, type]) => incomingOf({ name, type })),
    ["picture", "data", "picture", "other", "other"]);
  assert.deepEqual([stemOf("C:\\数据\\秋粮.2026.csv"), folderOf("a/b/s.json"), folderOf("s.json")], ["秋粮.2026", "a/b", ""]);
});

test("the innermost figure under a place takes the file", () => {
  const region = (pointer, x, width) => ({ page: 0, file: "s.json", pointer, kind: "", x, y: 0, width, height: 100 });
  const regions = [region("", 0, 500), region("/figures/0", 0, 100), region("/figures/1/caption", 50, 50)];
  assert.equal(itemAt(regions, "s.json", { page: 0, x: 60, y: 50 }, "figures"), "/figures/1");
  assert.equal(itemAt(regions, "s.json", { page: 0, x: 10, y: 50 }, "figures"), "/figures/0");
  assert.equal(itemAt(regions, "s.json", { page: 1, x: 10, y: 50 }, "figures"), "");
  assert.equal(itemAt(regions, "s.json", { page: 0, x: 10, y: 50 }, "charts"), "");
});

test("pictures go into the figure that is meant, further ones into new figures", () => {
  const story = { figures: [{ image: "old.jpg" }, {}] };
  assert.deepEqual(pictureEdits(story, "/figures/0", ["a.jpg"]).edits.map((one) => [one.op, one.pointer, one.value, one.was]),
    [["set", "/figures/0/image", "a.jpg", "old.jpg"]]);
  const more = pictureEdits(story, "/figures/1", ["a.jpg", "b.jpg", "c.jpg"]);
  assert.deepEqual(more.edits.map((one) => [one.op, one.pointer, one.index]),
    [["create", "/figures/1/image", undefined], ["insert", "/figures", 2], ["insert", "/figures", 3]]);
  const first = pictureEdits({}, "", ["a.jpg", "b.jpg"]);
  assert.equal(first.pointer, "/figures/0");
  assert.deepEqual(first.edits[0].value.map((one) => one.image), ["a.jpg", "b.jpg"]);
});

test("a chart is made of a file with what the file says of itself", () => {
  const snippet = { title: "秋粮", measure: { unit: "万吨" }, data: { file: "data/a.xlsx", sheet: "表1", columns: [] } };
  assert.deepEqual(chartOf(snippet, "data/b.xlsx", "a"),
    { title: "秋粮", measure: { unit: "万吨" }, data: { file: "data/b.xlsx", sheet: "表1" } });
  assert.deepEqual(chartOf(null, "data/b.csv", "b"), { title: "b", data: "data/b.csv" });
  assert.equal(newChartEdits({ charts: [{}] }, {}).pointer, "/charts/1");
  assert.equal(newChartEdits({}, {}).edits[0].op, "create");
  assert.deepEqual(swapEdits({ charts: [{ data: { file: "a.csv", range: "A1:B2" } }] }, "/charts/0", "b.csv")[0].value, "b.csv");
});

test("another sheet changes the sheet alone, a copy leaves what is of the workbook", () => {
  assert.deepEqual(sourceEdits("a.xlsx", "/d", { sheet: "二" })[0].value, { file: "a.xlsx", sheet: "二" });
  assert.deepEqual(sourceEdits({ file: "a.xlsx", sheet: "一" }, "/d", { sheet: "二" }).map((one) => [one.op, one.pointer]), [["set", "/d/sheet"]]);
  assert.deepEqual(sourceEdits({ file: "a.xlsx", sheet: "一", range: "A1", columns: [] }, "/d", { file: "a.csv" }).map((one) => [one.op, one.pointer]),
    [["set", "/d/file"], ["delete", "/d/sheet"], ["delete", "/d/range"]]);
});

const STORY = { charts: [{ title: "一", data: "../data/a.csv" }, { data: { file: "a.csv" } }, {}], tables: [{ data: { columns: [], rows: [] } }] };

test("the table follows what is selected, in the story or in a file of data", () => {
  const listed = dataOf(STORY);
  assert.deepEqual(listed.map((one) => one.pointer), ["/charts/0", "/charts/1", "/tables/0"]);
  const chosen = (file, pointer) => chosenBy(listed, { file, pointer }, "in/s.json");
  assert.equal(chosen("in/s.json", "/charts/1/title"), "/charts/1");
  assert.equal(chosen("data/a.csv", ""), "/charts/0");
  assert.equal(chosen("in/a.csv", "/charts/1"), "/charts/1");
  assert.equal(chosen("in/s.json", "/headline"), "");
  const same = dataOf({ charts: [{ data: "a.csv" }, { data: "a.csv" }] });
  assert.equal(chosenBy(same, { file: "a.csv", pointer: "/2/1" }, "s.json", "/charts/1"), "/charts/1");
  assert.deepEqual([cellOfPointer("/4/3"), cellOfPointer("/charts/0")], [{ row: 3, column: 2 }, null]);
  assert.equal(joined("a/b/", "../c.csv"), "a/c.csv");
  assert.deepEqual([rowOfLine([1, 2, 4, 5], 3), rowOfLine([2], 1), columnOfCell("AB7"), columnOfCell("7")], [1, -1, 27, -1]);
});

test("sums are exact, and words are no numbers", () => {
  const rows = [["县", "0.1"], ["a", "0.2"], ["b", "1,234.50"], ["c", "−1"]];
  assert.deepEqual(summed(rows, { top: 0, left: 0, bottom: 2, right: 1 }), { count: 3, sum: "1234.80", mean: "411.600" });
  assert.equal(summed(rows, { top: 3, left: 1, bottom: 3, right: 1 }), null);
  assert.equal(summed(rows, { top: 1, left: 1, bottom: 3, right: 1 }).sum, "1233.70");
});

test("of what is typed in a cell the newest text is sent, and nothing out of order", async () => {
  const sent = [];
  let land = () => {};
  const sender = new Sender({
    send: ({ change }) => new Promise((done) => {
      sent.push(change.cells[0]);
      land = done;
    }),
    isOffline: () => false, done: () => {}, failed: () => {},
  });
  const cell = (text, was) => ({ kind: "cells", cells: [{ row: 0, column: 0, text, was }] });
  sender.add(cell("1", ""), "s");
  sender.add(cell("12", "1"), "s");
  sender.add(cell("123", "12"), "s");
  sender.add(cell("9", "123"), "another");
  for (let tries = 0; tries < 3; tries += 1) {
    land();
    await new Promise((done) => setTimeout(done));
  }
  assert.deepEqual(sent.map((one) => [one.text, one.was]), [["1", ""], ["123", "1"], ["9", "123"]]);
  assert.ok(sender.isIdle);
  assert.equal(joinedCells(cell("1", ""), { kind: "delete_rows", at: 0, count: 1 }), null);
});

test("what could not be sent for a broken line is kept, what was refused is dropped", async () => {
  const failed = [];
  let error = new Error("offline");
  const sender = new Sender({
    send: () => (error ? Promise.reject(error) : Promise.resolve()),
    isOffline: (one) => one.message === "offline", done: () => {}, failed: (one) => failed.push(one),
  });
  sender.add({ kind: "insert_rows", at: 0, count: 1 }, "");
  await new Promise((done) => setTimeout(done));
  assert.equal(sender.waiting.length, 1);
  error = new Error("overtaken");
  await sender.pump();
  assert.deepEqual([failed.length, sender.isIdle], [1, true]);
});
