import assert from "node:assert/strict";
import test from "node:test";

import { figureOf, placeOf, pointAt, pulled } from "../../../infographic/studio/web/js/desk/crops.js";
import { ledgerWords, worst } from "../../../infographic/studio/web/js/ledger.js";
import { hashOf, placeIn } from "../../../infographic/studio/web/js/place.js";
import {
  familiesOf, grouped, inOrder, matches, sameCanvas, shortTitle, wantedFirst,
} from "../../../infographic/studio/web/js/strip/grouping.js";
import { companion } from "../../../infographic/studio/web/js/bar/bar.js";
import { sentence } from "../../../infographic/studio/web/js/messages/sentence.js";
import { familyName, sizeOf, titleOf, wholeTitle } from "../../../infographic/studio/web/js/strip/titles.js";
import { speak, t } from "../../../infographic/studio/web/js/words.js";
import { bar as en } from "../../../infographic/studio/web/words/en/bar.js";
import { desk as deskEn } from "../../../infographic/studio/web/words/en/desk.js";
import { bar as zh } from "../../../infographic/studio/web/words/zh/bar.js";
import { desk as deskZh } from "../../../infographic/studio/web/words/zh/desk.js";

const layout = (name, title, kind, width, height, more = {}) => ({
  name, title, description: "", kind, width, height, pages: 1, size: "", own: false,
  family: name.includes("/") ? name.split("/")[0] : "daily", canvas: name.split("/").at(-1), ...more,
});
const LAYOUTS = [
  layout("square", "方图", "screen", 810, 810),
  layout("broadsheet", "对开大报", "print", 1105, 1530),
  layout("long-image", "长图", "screen", 810, null),
  layout("weibo", "微博九图", "screen", 810, 810, { pages: 9 }),
  layout("panel", "制图", "print", 586, null),
  layout("modern/square", "方图（晚报）", "screen", 810, 810),
  layout("modern/story", "竖屏（晚报）", "screen", 810, 1440),
  layout("mine.json", "本报竖版", "print", 300, 400, { own: true }),
];
const names = (groups) => groups.flatMap((one) => one.layouts.map((each) => each.name));

test("one's own layouts come first, then a family's by what they are for", () => {
  const groups = grouped(LAYOUTS, "daily");
  assert.deepEqual(groups.map((one) => one.group), ["own", "cards", "sets", "long", "pages", "parts"]);
  assert.deepEqual(names(groups), ["mine.json", "square", "weibo", "long-image", "broadsheet", "panel"]);
  assert.deepEqual(familiesOf(LAYOUTS), ["daily", "modern"]);
});

test("layouts to choose from stand as in the strip, family by family", () => {
  assert.deepEqual(inOrder([...LAYOUTS].reverse()).map((one) => one.name), [
    "mine.json", "square", "weibo", "long-image", "broadsheet", "panel", "modern/story", "modern/square",
  ]);
});

test("a size without a height of its own is said as a width", () => {
  assert.equal(sizeOf({ size: "1080 × auto px" }), "宽1080 px");
  assert.equal(sizeOf({ size: "390 × 540 mm" }), "390 × 540 mm");
});

test("a filter knows a desk's words for canvases", () => {
  const found = (query) => names(grouped(LAYOUTS, "daily", query));
  assert.deepEqual(found("正方"), ["square", "weibo"]);
  assert.deepEqual(found("大报"), ["broadsheet"]);
  assert.deepEqual(found("手机"), ["square", "weibo", "long-image"]);
  assert.deepEqual(found("print portrait"), ["mine.json", "broadsheet"]);
  assert.deepEqual(found("没有"), []);
  assert.ok(matches(LAYOUTS[0], ""));
});

test("another family has the same canvas, else one of its kind, else none", () => {
  assert.equal(sameCanvas(LAYOUTS, "square", "modern")?.name, "modern/square");
  assert.equal(sameCanvas(LAYOUTS, "modern/story", "daily")?.name, "square");
  assert.equal(sameCanvas(LAYOUTS, "broadsheet", "modern"), null);
});

test("a title is said without its family, and what is in sight is drawn first", () => {
  assert.equal(shortTitle("方图（晚报）"), "方图");
  assert.deepEqual(wantedFirst(["a", "b", "c", "d"], new Set(["c", "d"]), "d"), ["d", "c", "a", "b"]);
});

test("the ledger is said in characters, of the selection or of the worst", () => {
  const say = (key, values = {}) => zh[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const entry = (pointer, over, spare_lines) => ({ file: "s", pointer, over, over_lines: 0, spare_lines });
  const entries = [entry("/body", 0, 3), entry("/lead", 37, 0), entry("/deck", 0, 0)];
  assert.equal(ledgerWords(entries[1], say), "超37字");
  assert.equal(ledgerWords(entries[0], say), "欠3行");
  assert.equal(ledgerWords(entries[2], say), "满");
  assert.equal(worst(entries, null)?.entry.pointer, "/lead");
  assert.equal(worst(entries, { file: "s", pointer: "/body/4" })?.entry.pointer, "/body");
  assert.equal(worst([], null), undefined);
});

test("the place is kept in the address", () => {
  const state = { story: "稿件/story.json", layout: "modern/square", second: "" };
  const { second: _, ...said } = state;
  assert.deepEqual(placeIn(hashOf(state)), said);
  assert.deepEqual(placeIn("#layout=broadsheet"), { layout: "broadsheet" });
  assert.equal(hashOf({ story: "", layout: "", second: "" }), "");
});

test("a dragged cross is a point of the picture, a dragged picture moves under it", () => {
  const window = { x: 0.1, y: 0, width: 0.5, height: 1 };
  assert.deepEqual(pointAt(window, 0.5, 0.25), [0.35, 0.25]);
  assert.deepEqual(placeOf(window, [0.35, 0.25]).map((one) => Math.round(one * 1000) / 1000), [0.5, 0.25]);
  // To the right by a tenth of the frame: what is left of it comes into sight.
  assert.deepEqual(pulled(window, [0.4, 0.7], 0.1, 0.4), [0.3, 0.7]);
  assert.deepEqual(pulled(window, null, 9, 0), [0.25, 0.5]);
  assert.equal(figureOf("/figures/2/image"), "/figures/2");
  assert.equal(figureOf("/figures/2"), "/figures/2");
  assert.equal(figureOf("/charts/2"), "");
});

test("what is said in one language is said in the other, with the same values", () => {
  const values = (words) => [...words.matchAll(/\{(\w+)(?::[^{}]*)?\}/g)].map((one) => one[1]).sort();
  for (const [one, other] of [[zh, en], [deskZh, deskEn]]) {
    assert.deepEqual(Object.keys(one).sort(), Object.keys(other).sort());
    for (const key of Object.keys(one)) assert.deepEqual(values(one[key]), values(other[key]), key);
  }
});

test("layouts and families are called in the language of the interface, one's own as their files say", () => {
  // `speak` tells the document its language, too.
  globalThis.document = { documentElement: {} };
  try {
    speak("en");
    assert.equal(titleOf(LAYOUTS[0]), "Square");
    assert.equal(wholeTitle(LAYOUTS[5]), "Square (Evening)");
    assert.equal(wholeTitle(LAYOUTS.at(-1)), "本报竖版");
    assert.equal(familyName("own"), "This folder");
    speak("zh");
    assert.equal(wholeTitle(LAYOUTS[5]), "方图（晚报）");
    assert.equal(familyName("modern"), "晚报");
    assert.equal(familyName("house"), "house");
  } finally {
    speak("zh");
    delete globalThis.document;
  }
});

test("beside a page stands one that the story fits, where one is known", () => {
  const layouts = [LAYOUTS[0], LAYOUTS[1], layout("half-page", "对开半版", "print", 990, 680)];
  const studio = { state: { layouts, layout: "square" }, unfit: new Set() };
  assert.equal(companion(studio), "broadsheet");
  studio.unfit.add("broadsheet");
  assert.equal(companion(studio), "half-page");
  studio.unfit.add("half-page");
  assert.equal(companion(studio), "broadsheet");
});

test("one is one: words say a single thing and several", () => {
  globalThis.document = { documentElement: {} };
  try {
    speak("en");
    assert.equal(t("forms.items", { count: 1 }), "1 item");
    assert.equal(t("status.set_ill", { errors: 1, warnings: 2 }), "1 error, 2 warnings.");
    const unused = { code: "story-unused", pointer: "/panels", message: "/panels does not appear in layout “square”" };
    assert.equal(sentence(unused, "en"), "Not on this page: Panels");
    const needs = { code: "layout-needs", message: "the layout needs 800 characters of “/body”, and not 1/2", pointer: "/body" };
    assert.equal(sentence(needs, "en"), "the layout needs 800 characters of “Running text”, and not 1/2");
    assert.equal(sentence({ ...unused, pointer: "/panels/0/title" }, "en"), "Not on this page: Panel 1 › Title");
  } finally {
    speak("zh");
    delete globalThis.document;
  }
});
