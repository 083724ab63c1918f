import assert from "node:assert/strict";
import { test } from "node:test";

import { liveInput } from "../../../infographic/studio/web/js/forms/field.js";
import { Lives } from "../../../infographic/studio/web/js/forms/lives.js";
import { Store } from "../../../infographic/studio/web/js/store.js";

test("with another story the document of the one before is gone, with the same it stays", () => {
  const store = new Store();
  const document = { file: "a.json", value: {} };
  store.set({ story: "a.json", document });
  store.set({ story: "a.json", selection: null });
  assert.equal(store.state.document, document);
  store.set({ story: "b.json" });
  assert.equal(store.state.document, null);
});

test("what is typed goes to the story it was typed in, though another is open when it is sent", async () => {
  const state = { story: "a.json" };
  const sent = [];
  let land = () => {};
  const forms = {
    studio: { state },
    lives: new Lives(() => state.story),
    at: () => "旧",
    judge: () => "refused",
    give: (pointer, given) => {
      sent.push([state.story, given.value]);
      return new Promise((done) => (land = () => done({ version: 1 })));
    },
    giveTo: async (file, pointer, given, was) => {
      sent.push([file, given.value, was]);
      return { version: 2 };
    },
  };
  const input = { value: "", addEventListener() {} };
  const read = (value) => value;
  const write = (text) => ({ value: text });
  const live = liveInput(forms, input, { pointer: "/headline", read, write, changed() {} });
  live.typed("新");
  live.typed("新题");
  state.story = "b.json";
  assert.equal(forms.lives.of("/headline"), undefined);
  land();
  await new Promise((done) => setTimeout(done));
  assert.deepEqual(sent, [["a.json", "新"], ["a.json", "新题", "新"]]);
  assert.ok(!forms.lives.isWaiting);
});
