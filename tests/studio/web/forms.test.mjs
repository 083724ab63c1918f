import assert from "node:assert/strict";
import { test } from "node:test";

import { asKind } from "../../../infographic/studio/web/js/forms/body_kinds.js";
import { aspectOf, moved, windowOf } from "../../../infographic/studio/web/js/forms/crop.js";
import { deleteEdit, giveEdit, insertEdit, moveEdit, numberEdit } from "../../../infographic/studio/web/js/forms/edits.js";
import { MARKS, mended, wrapped } from "../../../infographic/studio/web/js/forms/marks.js";
import { asTyped, isSameNumber, numberOf, stepped } from "../../../infographic/studio/web/js/forms/numbers.js";
import { beginning, charactersTo, countOf, plain, unitsTo } from "../../../infographic/studio/web/js/forms/offsets.js";
import { formOf, partsOf, turned } from "../../../infographic/studio/web/js/forms/stat_forms.js";

const mark = (name) => MARKS.find((one) => one.name === name);

test("a mark goes round what is selected, and off again, white space outside", () => {
  const made = wrapped("建立 2300 余个", 2, 8, mark("strong"));
  assert.deepEqual(made, { text: "建立 **2300** 余个", start: 5, end: 9 });
  assert.equal(wrapped(made.text, made.start, made.end, mark("strong")).text, "建立 2300 余个");
  assert.equal(wrapped("**2300**余个", 0, 8, mark("strong")).text, "2300余个");
});

test("a mark at the caret waits for its words; a reading has its caret behind the bar", () => {
  assert.deepEqual(wrapped("ab", 1, 1, mark("whole")), { text: "a{~~}b", start: 3, end: 3 });
  const made = wrapped("汉字", 0, 2, mark("reading"));
  assert.deepEqual([made.text, made.start], ["{汉字|}", 4]);
});

test("a proper name is not taken for what is set low", () => {
  assert.equal(wrapped("{_专名_}", 0, 6, mark("lowered")).text, "{_{_专名_}}");
});

test("a mend changes its place, unless something else stands there by now", () => {
  assert.equal(mended("100 个,其中", { start: 5, end: 6, found: ",", mend: "，" }), "100 个，其中");
  assert.equal(mended("改过的话", { start: 1, end: 2, found: ",", mend: "，" }), null);
});

test("offsets count characters in Python, units in the browser", () => {
  assert.equal(unitsTo("𠮷野家", 1), 2);
  assert.equal(charactersTo("𠮷野家", 2), 1);
  assert.equal(unitsTo("ab", 9), 2);
});

test("a desk counts signs, and neither marks nor spaces", () => {
  assert.equal(plain("建立{~城市~}**2300**余{个|gè}，m{^2}{?据悉?}{_专名_}\\*"), "建立城市2300余个，m2据悉专名*");
  assert.equal(countOf("建立 **2300**余个。\n好"), 10);
  assert.equal(beginning("一二三四五六", 4), "一二三…");
});

test("a number is typed as people type it, and none of its digits is lost", () => {
  assert.equal(numberOf("２，３００．５０"), "2300.50");
  assert.equal(numberOf("+12.40"), "12.40");
  assert.equal(numberOf(".5"), "0.5");
  assert.equal(numberOf("1,23"), null);
  assert.equal(numberOf("100多"), null);
  assert.ok(isSameNumber("2300.", "2300"));
  assert.ok(!isSameNumber("2300.0", "2300"));
  assert.equal(asTyped(1.5, "/a", { "/a": "1.50" }), "1.50");
});

test("an arrow key changes the last digit", () => {
  assert.equal(stepped("176.98", 1), "176.99");
  assert.equal(stepped("176.99", 1), "177.00");
  assert.equal(stepped("0.0", -1), "-0.1");
  assert.equal(stepped("9007199254740993", 10), "9007199254741003");
  assert.equal(stepped("约2300余", -1), "约2299余");
  assert.equal(stepped("三成", 1), "三成");
});

test("a sentence is told into parts where they say the same again", () => {
  assert.deepEqual(partsOf("建立城市党建联盟**2300**余个"), { label: "建立城市党建联盟", number: "2300", qualifier: "余", unit: "个" });
  assert.deepEqual(partsOf("森林覆盖率超**58.60**%"), { label: "森林覆盖率", number: "58.60", qualifier: "超", unit: "%" });
  for (const text of ["**2300**余个联盟", "打造**141**个，孵化**4000**户", "建立**2,300**个", "实行**1800**余个“红心物业”治理的小区", "{~某~}**3**个"])
    assert.equal(partsOf(text), null, text);
});

test("a stat turned there and back is the one that it was, digits and all", () => {
  const parts = turned({ text: "覆盖率**80.50**%", icon: "小麦" }, "");
  assert.deepEqual(parts, { value: { label: "覆盖率", value: 80.5, unit: "%", icon: "小麦" }, number: "80.50" });
  assert.deepEqual(turned(parts.value, parts.number), { value: { text: "覆盖率**80.50**%", icon: "小麦" } });
  assert.equal(turned({ value: 1769800, as: "万", unit: "名", label: "党员" }, "1769800"), null);
  assert.equal(turned({ value: "1/3", label: "占比" }, "1/3"), null);
  assert.equal(formOf({ from: "a", to: "b" }), "change");
});

test("an item of the text becomes another kind, unless words would be lost", () => {
  assert.deepEqual(asKind("一段", "Subhead"), { subhead: "一段" });
  assert.equal(asKind({ lead: "话" }, "Paragraph"), "话");
  assert.equal(asKind({ quote: "话", by: "某" }, "Paragraph"), null);
});

test("a crop stands round its focus and inside its picture", () => {
  assert.deepEqual(windowOf(3, 1, [0.5, 0.5]), { x: 1 / 2 - 1 / 6, y: 0, width: 1 / 3, height: 1 });
  assert.equal(windowOf(3, 1, [1, 0.5]).x, 1 - 1 / 3);
  assert.deepEqual(moved([0.5, 0.99], 0.1234, 0.5), [0.623, 1]);
  assert.equal(aspectOf("3：2"), 1.5);
  assert.equal(aspectOf("wide"), null);
});

test("edits say what was seen", () => {
  const story = { headline: "a", deck: null, panels: [{ stats: ["x", "y"] }] };
  assert.deepEqual(giveEdit(story, "/deck", "b"), { op: "set", pointer: "/deck", value: "b", was: null });
  assert.deepEqual(giveEdit(story, "/kicker", "b"), { op: "create", pointer: "/kicker", value: "b" });
  assert.equal(insertEdit(story, "/panels/0/stats", 1, "z").count, 2);
  assert.deepEqual(insertEdit(story, "/credits", 0, "z").value, ["z"]);
  assert.equal(deleteEdit(story, "/panels/0/stats/1").was, "y");
  assert.deepEqual(moveEdit(story, "/panels/0/stats/1", "/panels/0/stats", 0).was, "y");
  assert.equal(numberEdit("/a", "1.50", 1).number, "1.50");
});
