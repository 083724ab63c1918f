import assert from "node:assert/strict";
import test from "node:test";

import { unpacked } from "../../../infographic/studio/web/js/wire.js";

test("a binary message is its head and a picture for each of its tiles", async () => {
  const head = new TextEncoder().encode(
    JSON.stringify({ type: "tiles", tiles: [{ bytes: 2, kind: "image/png" }, { bytes: 3, kind: "image/jpeg" }] }),
  );
  const data = new Uint8Array(4 + head.length + 5);
  new DataView(data.buffer).setUint32(0, head.length);
  data.set(head, 4);
  data.set([1, 2, 3, 4, 5], 4 + head.length);
  const { head: read, pictures } = unpacked(data.buffer);
  assert.equal(read.type, "tiles");
  assert.deepEqual(pictures.map((one) => [one.size, one.type]), [[2, "image/png"], [3, "image/jpeg"]]);
  assert.deepEqual([...new Uint8Array(await pictures[1].arrayBuffer())], [3, 4, 5]);
});
