import assert from "node:assert/strict";
import test from "node:test";

import {
  familiesOf, formatsAsked, layoutsOf, optionValue, sizeOf, sorted,
} from "../../../infographic/studio/web/js/dialogs/choice.js";

const LAYOUTS = [
  { name: "square", family: "daily" }, { name: "weibo", family: "daily" },
  { name: "modern/square", family: "modern" },
];
const PNG = {
  name: "PNG", ending: ".png", is_picture: true, is_for_press: false,
  options: [{ name: "scale", kind: "number", low: 0.05, high: 20 }, { name: "transparent", kind: "flag" }],
};
const SVG = { name: "SVG", ending: ".svg", is_picture: false, is_for_press: false, options: [] };

test("a scope stands for its layouts, each once", () => {
  const of = { layouts: LAYOUTS, layout: "square", second: "square", family: "modern", chosen: ["weibo"] };
  assert.deepEqual(layoutsOf("this", of), ["square"]);
  assert.deepEqual(layoutsOf("both", of), ["square"]);
  assert.deepEqual(layoutsOf("family", of), ["modern/square"]);
  assert.deepEqual(layoutsOf("chosen", of), ["weibo"]);
  assert.equal(layoutsOf("fitting", of).length, 3);
  assert.deepEqual(familiesOf(LAYOUTS), ["daily", "modern"]);
});

test("fields go as they are meant, full-width digits too; what is out of bounds is wrong", () => {
  const scale = PNG.options[0];
  assert.equal(optionValue(scale, "２．５"), 2.5);
  assert.equal(optionValue(scale, " "), undefined);
  assert.equal(optionValue(scale, "21"), null);
  assert.equal(optionValue(scale, "two"), null);
  assert.equal(optionValue({ name: "q", kind: "whole", low: 1, high: 100 }, "9.5"), null);
  const bytes = { name: "max_bytes", kind: "bytes", low: 1, high: null };
  assert.equal(optionValue(bytes, "2 MB"), "2 MB");
  assert.equal(optionValue(bytes, "2 GB"), null);
});

test("tiles and words beside go with pictures alone", () => {
  const { formats, wrong } = formatsAsked([PNG, SVG], { ".png": { scale: "2", transparent: true } },
    { tiles: "2000", altText: true });
  assert.deepEqual(wrong, []);
  assert.deepEqual(formats, [
    { ending: ".png", options: { scale: 2, transparent: true }, tiles: 2000, alt_text: true },
    { ending: ".svg", options: {} },
  ]);
  assert.deepEqual(formatsAsked([PNG], { ".png": { scale: "0" } }, { tiles: "7", altText: false }).wrong,
    ["tiles", ".png scale"]);
  assert.deepEqual(formatsAsked([SVG], {}, { tiles: "7", altText: false }).wrong, []);
});

test("a story that does not fit a layout is told apart from what is to be mended", () => {
  const unfit = { layout: "poster", ending: "", why: "page", diagnostics: [{ severity: "error", code: "layout-needs" }] };
  const wrong = { layout: "square", ending: "", why: "page", diagnostics: [{ severity: "error", code: "json-comma" }] };
  const press = { layout: "poster", ending: ".pdf", why: "press", diagnostics: [{ severity: "error", code: "overset" }] };
  assert.deepEqual(sorted([unfit, wrong, press]), { unfit: [unfit], wrong: [wrong, press] });
});

test("sizes are said as people say them", () => {
  assert.deepEqual([200, 64_400, 1_250_000, 24_000_000].map(sizeOf), ["1 kB", "64 kB", "1.3 MB", "24 MB"]);
});
