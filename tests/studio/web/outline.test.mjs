import assert from "node:assert/strict";
import { test } from "node:test";

import { areaOf, counted, gathered, grouped, isSameFile, otherPlaces, searched, withoutPlaces } from "../../../infographic/studio/web/js/messages/gathered.js";
import { at, formAt, kindAt, nounAt, pointerOf, stepsOf, wayTo } from "../../../infographic/studio/web/js/forms/pointer.js";
import { isOdd, nearestOf, rowsOf } from "../../../infographic/studio/web/js/forms/rows.js";
import { dropped, oneStep, outlineRows } from "../../../infographic/studio/web/js/side/outline_rows.js";
import { added, firstOf, newPart } from "../../../infographic/studio/web/js/side/starters.js";

const list = (...classes) => ({ kind: "list", of: { kind: "object", class: classes[0], classes, or: "copy" } });
const field = (key, kind = "copy", more = {}) => ({ key, doc: "", required: false, kind, ...more });
const CLASSES = {
  Story: { doc: "", short: "", fields: [
    field("headline", "copy", { required: true }), field("publication", "object", { class: "Publication" }), field("deck"),
    { ...field("body"), ...list("Lead", "Subhead", "Quote") },
    field("panels", "list", { of: { kind: "object", class: "Panel" } }),
    field("figures", "list", { of: { kind: "object", class: "Figure" } }),
    field("charts", "list", { of: { kind: "object", class: "Chart" } }),
    field("credits", "list", { of: { kind: "copy" } }),
  ] },
  Publication: { doc: "", short: "", fields: [field("date")] },
  Panel: { doc: "", short: "", fields: [field("title"), { ...field("stats"), ...list("Stat") }] },
  Stat: { doc: "", short: "text", fields: [field("text"), field("value", "value"), field("unit", "text"), field("label"), field("from"), field("to"), field("icon", "icon")] },
  Figure: { doc: "", short: "", fields: [field("image", "picture"), field("caption"), field("focus", "focus"), field("alt", "text")] },
  Lead: { doc: "", short: "", fields: [field("lead", "copy", { required: true })] },
  Subhead: { doc: "", short: "", fields: [field("subhead", "copy", { required: true })] },
  Quote: { doc: "", short: "", fields: [field("quote", "copy", { required: true }), field("by")] },
  Chart: { doc: "", short: "", fields: [field("data", "data"), field("measure", "object", { class: "Measure", classes: ["Measure"], or: "copy" })] },
  Measure: { doc: "", short: "what", fields: [field("what"), field("unit", "text")] },
};
const STORY = {
  headline: "题", publication: { date: "今天" }, body: ["一段", { subhead: "小" }, { quote: "话", by: "某" }],
  panels: [{ title: "甲", stats: ["**1**个", { label: "数", value: 2 }] }, { title: "乙", stats: [] }],
  figures: [{ image: null, caption: "图" }], charts: [{ data: "a.csv", measure: { what: "量", unit: "吨" } }], credits: ["制图/张蕊"],
};

test("pointers are read and written with their escapes", () => {
  assert.deepEqual(stepsOf("/a~1b/~0c/0"), ["a/b", "~c", "0"]);
  assert.equal(pointerOf(["a/b", "~c", 0]), "/a~1b/~0c/0");
  assert.equal(at(STORY, "/panels/0/stats/1/value"), 2);
  assert.equal(at(STORY, "/panels/9/stats"), undefined);
  assert.equal(at(STORY, "/headline/length"), undefined);
});

test("what stands at a pointer has its class, a text that stands for one too", () => {
  assert.equal(kindAt(CLASSES, STORY, "/panels/0/stats/0").class, "Stat");
  assert.equal(kindAt(CLASSES, STORY, "/panels/0/stats/1").class, "Stat");
  assert.equal(kindAt(CLASSES, STORY, "/body/1").class, "Subhead");
  assert.equal(kindAt(CLASSES, STORY, "/body/2/by").kind, "copy");
  assert.equal(kindAt(CLASSES, STORY, "/nothing"), null);
  assert.equal(nounAt(CLASSES, STORY, "/body/0"), "Paragraph");
  assert.equal(nounAt(CLASSES, STORY, "/credits/0"), "Credit");
});

test("a datum is shown in the form of the innermost thing that has one", () => {
  const forms = { "/panels/0/stats/1/value": "/panels/0/stats/1", "/panels/0/stats/0": "/panels/0/stats/0",
    "/headline": "", "/publication/date": "/publication", "/body/2/by": "/body/2", "/body/0": "/body/0",
    "/charts/0/measure/unit": "/charts/0", "/credits/0": "/credits/0", "/panels/7/stats/0": "", "/figures/0/focus/1": "/figures/0" };
  for (const [pointer, owner] of Object.entries(forms)) assert.equal(formAt(CLASSES, STORY, pointer), owner, pointer);
});

test("the way to a number names its panel and both their numbers", () => {
  const way = wayTo(CLASSES, STORY, "/panels/0/stats/1").map((one) => `${one.noun}${one.number}`);
  assert.deepEqual(way, ["Story0", "Panel1", "Stat2"]);
});

test("a form shows the fields that are there and offers the others", () => {
  const sentence = rowsOf(CLASSES, STORY, "/panels/0/stats/0");
  assert.deepEqual(sentence.rows.map((row) => row.pointer), ["/panels/0/stats/0"]);
  assert.deepEqual(sentence.missing.map((row) => row.key), ["icon"]);
  const parts = rowsOf(CLASSES, STORY, "/panels/0/stats/1", new Set(["icon"]));
  assert.deepEqual(parts.rows.map((row) => row.key), ["value", "unit", "label", "icon"]);
  assert.deepEqual(rowsOf(CLASSES, STORY, "/figures/0").rows.map((row) => row.key), ["image", "caption", "alt"]);
  assert.deepEqual(rowsOf(CLASSES, STORY, "/body/0").rows.map((row) => row.pointer), ["/body/0"]);
});

test("a selection means the field that holds it", () => {
  assert.equal(nearestOf(["/a", "/a/b"], "/a/b/0"), "/a/b");
  assert.equal(nearestOf(["/b"], "/a"), null);
});

test("the outline has every part in the order of the page, folded ones without theirs", () => {
  const open = outlineRows(CLASSES, STORY, new Set()).map((row) => row.pointer);
  assert.deepEqual(open.slice(0, 4), ["/publication", "/headline", "/body", "/body/0"]);
  assert.ok(open.includes("/panels/0/stats/1"));
  const shut = outlineRows(CLASSES, STORY, new Set(["/body", "/panels/0"])).map((row) => row.pointer);
  assert.ok(!shut.includes("/body/0") && !shut.includes("/panels/0/stats/0") && shut.includes("/panels/1"));
  assert.deepEqual(outlineRows(CLASSES, null, new Set()), []);
});

test("an item goes one step at a time, a number out of its panel into the next", () => {
  assert.deepEqual(oneStep(STORY, "/body/0", 1), { to: "/body", index: 1 });
  assert.equal(oneStep(STORY, "/body/0", -1), null);
  assert.deepEqual(oneStep(STORY, "/panels/0/stats/1", 1), { to: "/panels/1/stats", index: 0 });
  assert.equal(oneStep(STORY, "/headline", 1), null);
});

test("a row is dropped among its like, a number also on a panel", () => {
  assert.deepEqual(dropped(STORY, "/body/0", "/body/2", true), { to: "/body", index: 2 });
  assert.deepEqual(dropped(STORY, "/body/2", "/body/0", false), { to: "/body", index: 0 });
  assert.equal(dropped(STORY, "/body/0", "/body/1", false), null);
  assert.equal(dropped(STORY, "/body/0", "/figures/0", false), null);
  assert.deepEqual(dropped(STORY, "/panels/0/stats/0", "/panels/1", true), { to: "/panels/1/stats", index: 0 });
  assert.equal(dropped(STORY, "/panels/0", "/panels/0/stats/1", true), null);
});

test("what is added stands behind what is selected, or at the end of its list", () => {
  const words = (key) => key;
  assert.equal(added(STORY, "paragraph", "/body/0", words).pointer, "/body/1");
  assert.equal(added(STORY, "paragraph", "/headline", words).pointer, "/body/3");
  assert.equal(added(STORY, "stat", "/panels/0/stats/0", words).pointer, "/panels/0/stats/1");
  assert.equal(added(STORY, "stat", "", words).pointer, "/panels/1/stats/0");
  assert.equal(added({ headline: "x" }, "stat", "", words).list, "/panels");
  assert.equal(newPart("kicker", words), "new.kicker");
  assert.equal(firstOf("", "charts", words).pointer, "/charts/0");
  assert.deepEqual(firstOf("/panels/1", "stats", words), { value: ["new.stat"], pointer: "/panels/1/stats/0" });
  assert.equal(firstOf("", "deck", words), null);
  assert.equal(firstOf("/charts/0", "notes", words), null);
});

const one = (code, more = {}) => ({ code, severity: "warning", message: code, file: "s.json", pointer: "/a", line: 1, column: 1,
  hint: "", layout: "", form: "", values: {}, ...more });

test("messages are told once, errors first, by area", () => {
  const areas = { overset: "fit", "copy-quote": "copy" };
  const all = gathered([one("overset"), one("copy-quote", { severity: "error" })], undefined, [one("overset", { places: [{ page: 0, x: 0, y: 0, width: 1, height: 1 }] })]);
  assert.equal(all.length, 2);
  assert.equal(all[0].places.length, 1);
  assert.deepEqual(grouped(all, areas).map((group) => `${group.severity} ${group.area}`), ["error copy", "warning fit"]);
  assert.equal(areaOf(one("what"), areas), "other");
  assert.deepEqual(counted(all), { error: 1, warning: 1, note: 0 });
  assert.equal(searched(all, "quote /a", (each) => each.message).length, 1);
});

test("both places of a doubtful figure are found, and taken out of its sentence", () => {
  const doubt = one("figure-percentage", { values: { said: "50%", others: ["“100万” (s.json:59:14)", "“200万” (s.json:59:21)"] } });
  assert.deepEqual(otherPlaces(doubt), [
    { file: "s.json", line: 59, column: 14, said: "100万" }, { file: "s.json", line: 59, column: 21, said: "200万" }]);
  assert.equal(withoutPlaces("“3个” (a/s.json:15:189) of “100个”（s.json:15:181）"), "“3个” of “100个”");
  assert.ok(isSameFile("/x/data.json", "data.json") && !isSameFile("", "data.json") && !isSameFile("a.json", "data.json"));
});

test("a value that its field cannot hold is shown as it is, and breaks no form", () => {
  const odd = { headline: 5, body: [1, ["x"], null, "段"], panels: [3, { title: 1, stats: "一句" }, { stats: [1, { value: [1] }] }] };
  assert.deepEqual(rowsOf(CLASSES, odd, "/panels/0").rows.map((row) => row.spec.kind), ["odd"]);
  assert.deepEqual(rowsOf(CLASSES, odd, "/body/0").rows.map((row) => row.spec.kind), ["odd"]);
  assert.deepEqual(rowsOf(CLASSES, odd, "/panels/2/stats/0").rows.map((row) => row.spec.kind), ["odd"]);
  assert.ok(isOdd({ kind: "copy" }, 5) && isOdd({ kind: "list" }, "一句") && isOdd({ kind: "object", class: "Panel" }, "x"));
  assert.ok(!isOdd({ kind: "object", or: "copy" }, "x") && !isOdd({ kind: "text" }, ["a", "b"]) && !isOdd({ kind: "copy" }, null));
  assert.equal(outlineRows(CLASSES, odd, new Set()).length, 12);
});
