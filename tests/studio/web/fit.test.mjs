import assert from "node:assert/strict";
import { test } from "node:test";

import { changesSaid, worst } from "../../../infographic/studio/web/js/messages/fit.js";

test("what fit changed is said in words, and what came of it", () => {
  const style = { what: "style", name: "正文", from: 9, to: 8.6, leading: 12.741 };
  const told = { changes: [style, { what: "spread", name: "", from: 0, to: 1, leading: null }], fits: true, full: true, over: 0 };
  assert.equal(changesSaid(told), "“正文”9→8.6点，行距12.74点；空行匀开。正好排满。");
  assert.ok(changesSaid({ ...told, over: 12, fits: false }).endsWith("还超12字。"));
});

test("a page is as bad as its worst frame", () => {
  assert.deepEqual(worst([{ over: 3, spare_lines: 0 }, { over: 0, spare_lines: 4 }]), { over: 3, lines: 4 });
  assert.deepEqual(worst([]), { over: 0, lines: 0 });
});
