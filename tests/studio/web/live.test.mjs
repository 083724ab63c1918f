import assert from "node:assert/strict";
import { test } from "node:test";

import { Live } from "../../../infographic/studio/web/js/forms/live.js";
import { Lives, Stroke } from "../../../infographic/studio/web/js/forms/lives.js";

/** A field, and the edits on their way, to be answered by hand. */
function field(value, options = {}) {
  const sent = [];
  const live = new Live(value, {
    send: (text, was) => new Promise((done, failed) => sent.push({ text, was, done, failed })),
    judge: (error) => error.message,
    changed: () => {},
    ...options,
  });
  return { live, sent };
}

const settled = () => new Promise((done) => setImmediate(done));

test("one edit is on its way; the newest text goes next, what was between is not sent", async () => {
  const { live, sent } = field("a");
  for (const text of ["ab", "abc", "abcd"]) live.typed(text);
  assert.deepEqual(sent.map((one) => [one.text, one.was]), [["ab", "a"]]);
  sent[0].done({ version: 1 });
  await settled();
  assert.deepEqual(sent.map((one) => [one.text, one.was]), [["ab", "a"], ["abcd", "ab"]]);
  sent[1].done({ version: 2 });
  await settled();
  assert.equal(live.standing, "still");
});

test("nothing is sent while an input method composes", async () => {
  const { live, sent } = field("");
  live.compose(true);
  live.typed("ni");
  live.typed("nih");
  assert.equal(sent.length, 0);
  live.shown = "你好";
  live.compose(false);
  assert.deepEqual(sent.map((one) => one.text), ["你好"]);
});

test("the echo of an edit does not take back what was typed since", async () => {
  const { live, sent } = field("a");
  live.typed("ab");
  live.typed("abc");
  assert.equal(live.told("ab", 1), false);
  sent[0].done({ version: 1 });
  await settled();
  assert.equal(live.shown, "abc");
  assert.equal(sent[1].was, "ab");
});

test("what another wrote is taken over where nothing was typed", () => {
  const { live } = field("a");
  assert.equal(live.told("b", 3), true);
  assert.equal(live.shown, "b");
});

test("what another wrote meanwhile is shown beside ours, and the choice is free", async () => {
  const { live, sent } = field("a");
  live.typed("ours");
  live.told("theirs", 5);
  sent[0].failed(new Error("overtaken"));
  await settled();
  assert.equal(live.standing, "conflict");
  assert.deepEqual([live.shown, live.theirs], ["ours", "theirs"]);
  live.typed("ours!");
  assert.equal(sent.length, 1);
  live.keepOurs();
  assert.deepEqual([sent[1].text, sent[1].was], ["ours!", "theirs"]);
});

test("theirs may be taken", async () => {
  const { live, sent } = field("a");
  live.typed("ours");
  live.told("theirs", 5);
  sent[0].failed(new Error("overtaken"));
  await settled();
  live.takeTheirs();
  assert.deepEqual([live.shown, live.standing, sent.length], ["theirs", "still", 1]);
});

test("another's change that is told after the refusal is the conflict", async () => {
  const { live, sent } = field("a");
  live.typed("ours");
  sent[0].failed(new Error("overtaken"));
  await settled();
  assert.equal(live.standing, "refused");
  live.told("theirs", 5);
  assert.equal(live.standing, "conflict");
});

test("without a line the text stays, and goes when it is back", async () => {
  const { live, sent } = field("a");
  live.typed("ab");
  sent[0].failed(new Error("offline"));
  await settled();
  assert.equal(live.standing, "waiting");
  live.again();
  assert.deepEqual(sent[1].text, "ab");
  assert.equal(sent[1].was, "a");
});

test("back on the line, a value that another changed meanwhile is not written over", async () => {
  const { live, sent } = field("a");
  live.typed("ab");
  sent[0].failed(new Error("offline"));
  await settled();
  live.told("theirs", 9);
  live.again();
  assert.equal(live.standing, "conflict");
  assert.equal(sent.length, 1);
});

test("half a number waits until it is one", () => {
  const { live, sent } = field("1", { may: (text) => /^\d+$/.test(text) });
  live.typed("1-");
  assert.equal(sent.length, 0);
  live.typed("12");
  assert.deepEqual(sent.map((one) => [one.text, one.was]), [["12", "1"]]);
});

test("a change of another's that came while composing is taken when nothing was composed", () => {
  const { live } = field("a");
  live.compose(true);
  live.told("b", 2);
  live.compose(false);
  assert.equal(live.shown, "b");
});

test("what was not sent outlives its field, and goes when the line is back", async () => {
  const lives = new Lives(() => "s.json");
  const { live, sent } = field("a");
  live.changed = () => lives.keep("/headline", live, String);
  live.typed("ab");
  sent[0].failed(new Error("offline"));
  await settled();
  assert.equal(lives.of("/headline"), live);
  lives.again(() => "a", 3);
  assert.equal(sent[1].text, "ab");
  sent[1].done({ version: 4 });
  await settled();
  assert.equal(lives.of("/headline"), undefined);
  assert.ok(!lives.isWaiting);
});

test("a stroke ends with a pause, and when its field is left", () => {
  let now = 0;
  const stroke = new Stroke(() => now);
  const first = stroke.name;
  now = 1000;
  stroke.beat();
  assert.equal(stroke.name, first);
  now = 3000;
  stroke.beat();
  assert.notEqual(stroke.name, first);
  const second = stroke.name;
  stroke.end();
  assert.notEqual(stroke.name, second);
});
