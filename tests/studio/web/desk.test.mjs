import assert from "node:assert/strict";
import test from "node:test";

import {
  actualSize, baseScale, COARSE_PIXELS, fitted, MOST_PIXELS, seenPart, SQUARE, squaresIn, stepped, windowsOf,
} from "../../../infographic/studio/web/js/desk/geometry.js";
import { circled, firstWords, kindOf, nameOf, valueAt } from "../../../infographic/studio/web/js/desk/naming.js";
import { chainAt, inReadingOrder, level, outermost, placesOf } from "../../../infographic/studio/web/js/desk/regions.js";
import { desk } from "../../../infographic/studio/web/words/zh/desk.js";

const CARD = { number: "", width: 810, height: 810, unit: "px", ppi: 96, px: [810, 810] };
const SHEET = { number: "", width: 1105.5, height: 1530.7, unit: "pt", ppi: 150, px: [1, 1] };

const say = (key, values = {}) =>
  (desk[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));

const region = (pointer, x, y, width, height, more = {}) =>
  ({ page: 0, file: "story.json", pointer, kind: "text", x, y, width, height, ...more });

test("1:1 is a pixel of a card on a pixel of the screen, and paper at its size", () => {
  assert.equal(actualSize(CARD, 1) * 810, 1080);
  assert.equal(actualSize(CARD, 2) * 810 * 2, 1080);
  assert.equal(actualSize(SHEET, 2) * 72, 96);
});

test("a page that fits is seen whole, and a ribbon is not made a thread", () => {
  const room = { width: 870, height: 700 };
  assert.ok(fitted([SHEET], room) * SHEET.height <= room.height);
  assert.ok(fitted([CARD], { width: 300, height: 700 }) * 810 <= 300);
  const ribbon = { width: 810, height: 8100 };
  assert.ok(fitted([ribbon], room) * ribbon.width > 150);
  assert.equal(fitted([SHEET], room, true) * SHEET.width, room.width - 40);
});

test("the zoom keys stop at round percents and at the ends", () => {
  assert.equal(stepped(0.61, 1), 0.67);
  assert.equal(stepped(0.61, -1), 0.5);
  assert.equal(stepped(1, 1), 1.25);
  assert.equal(stepped(8, 1), 8);
  assert.equal(stepped(0.05, -1), 0.05);
});

test("a page that is drawn whole has no more pixels than it may", () => {
  const scale = baseScale([SHEET], 8, 2);
  assert.ok(scale ** 2 * SHEET.width * SHEET.height <= COARSE_PIXELS * 1.001);
  // Plates of a large page have no windows.
  const plates = baseScale([SHEET], 8, 2, false);
  assert.ok(Math.abs(plates ** 2 * SHEET.width * SHEET.height / MOST_PIXELS - 1) < 0.001);
  const fit = baseScale([SHEET], 0.45, 2);
  assert.equal(fit, 0.9);
  assert.ok(fit ** 2 * SHEET.width * SHEET.height <= MOST_PIXELS);
  assert.equal(baseScale([CARD], 0.8, 2), 1.6);
});

test("windows cover every square that is seen once, and nothing beside the page", () => {
  const page = { width: 4320, height: 4320 };
  const seen = { x: 1000, y: 900, width: 2300, height: 1400 };
  const squares = squaresIn(seen, page);
  const windows = windowsOf(squares, page);
  const covered = windows.flatMap((one) => one.squares.map(String));
  assert.deepEqual([...covered].sort(), squares.map(String).sort());
  assert.equal(new Set(covered).size, covered.length);
  for (const one of windows) {
    assert.ok(one.x + one.width <= page.width && one.y + one.height <= page.height);
    assert.ok(one.width <= 4 * SQUARE && one.height <= SQUARE);
  }
  // What is in the middle comes first.
  assert.ok(Math.abs(windows[0].y + SQUARE / 2 - 1600) <= SQUARE);
});

test("only what is in the window is seen of an element", () => {
  const window = { x: 100, y: 100, width: 500, height: 400 };
  assert.deepEqual(seenPart({ x: 0, y: -200, width: 1000, height: 1000 }, window),
    { x: 100, y: 300, width: 500, height: 400 });
  assert.equal(seenPart({ x: 700, y: 0, width: 100, height: 100 }, window), null);
});

test("the smallest region at a place is the innermost, and levels go out and round", () => {
  const panel = region("/panels/0", 0, 0, 400, 400);
  const stat = region("/panels/0/stats/1", 20, 20, 100, 80);
  const words = region("/panels/0/stats/1", 20, 60, 100, 20);
  const chain = chainAt([panel, stat, words], 30, 70);
  assert.deepEqual(chain, [panel, stat, words]);
  assert.equal(level(chain, null, -1), words);
  assert.equal(level(chain, stat, -1)?.pointer, "/panels/0");
  assert.equal(level(chain, panel, -1)?.pointer, "/panels/0/stats/1");
  assert.equal(level(chain, panel, 1)?.pointer, "/panels/0/stats/1");
  assert.deepEqual(chainAt([panel, stat], 402, 10, 3), [panel]);
  assert.deepEqual(chainAt([panel, stat], 500, 10, 3), []);
});

test("regions are read in rows, then in columns, holders first and each datum once", () => {
  const band = region("/panels/0", 0, 100, 400, 100);
  const again = region("/panels/0", 5, 105, 300, 90);
  const foot = region("/credits/0", 0, 300, 100, 10);
  const head = region("/headline", 0, 0, 400, 50);
  const one = region("/panels/0/stats/0", 0, 110, 100, 50);
  const two = region("/panels/0/stats/1", 200, 108, 100, 50);
  const body = [region("/body/0", 0, 210, 100, 80), region("/body/1", 150, 210, 100, 30),
    region("/body/0", 150, 245, 100, 30), region("/figures/0", 300, 212, 100, 70)];
  const next = { ...region("/headline", 0, 0, 10, 10), page: 1 };
  const order = inReadingOrder([next, again, two, ...body, foot, band, one, head]);
  assert.deepEqual(order.map((each) => each.pointer), [
    "/headline", "/panels/0", "/panels/0/stats/0", "/panels/0/stats/1", "/body/0", "/body/1",
    "/figures/0", "/credits/0", "/headline",
  ]);
  assert.equal(order[1], band);
});

test("a datum that has no region stands at its parts, or where it belongs", () => {
  const regions = [region("/panels/0/stats/1", 0, 0, 10, 10), region("/figures/0", 0, 0, 10, 10)];
  assert.equal(placesOf(regions, "story.json", "/panels/0")[0]?.pointer, "/panels/0/stats/1");
  assert.equal(placesOf(regions, "story.json", "/figures/0/focus/1")[0]?.pointer, "/figures/0");
  assert.deepEqual(placesOf(regions, "other.json", "/figures/0"), []);
  assert.deepEqual(placesOf(regions, "story.json", "/headline"), []);
});

test("data are called as the desk calls them", () => {
  assert.equal(kindOf("/headline", "headline", say), "主题");
  assert.equal(kindOf("/figures/1", "picture", say), "图②");
  assert.equal(kindOf("/body", "article", say), "正文");
  assert.equal(kindOf("/body/4", "running_text", say), "第 5 段");
  const story = { panels: [{ title: "组织" }, { stats: ["x", "y", { label: "党员**总数**" }] }] };
  assert.equal(nameOf({ pointer: "/panels/1/stats/2", kind: "stat" }, story, say),
    "专栏 2 › 数字 3　党员总数");
  assert.equal(nameOf({ pointer: "/kicker", kind: "text" }, null, say), "引题");
});

test("a datum is outlined where it stands, and nothing inside of it again", () => {
  const chart = region("/charts/0", 0, 0, 300, 200), grid = region("/charts/0", 20, 50, 260, 4);
  const legend = region("/charts/0", 0, 220, 300, 20), next = region("/charts/0", 20, 50, 260, 4, { page: 1 });
  assert.deepEqual(outermost([chart, grid, legend, next]), [chart, legend, next]);
});

test("first words are without marks and not long", () => {
  assert.equal(firstWords("**2300**余个{汉字|hàn zì}"), "2300余个汉字");
  assert.equal([...firstWords("字".repeat(40))].length, 15);
  assert.deepEqual([circled(1), circled(20), circled(21), circled(60)], ["①", "⑳", "㉑", "60"]);
  assert.equal(valueAt({ "a/b": [1, { c: 2 }] }, "/a~1b/1/c"), 2);
});
