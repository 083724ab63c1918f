/** What every part of the page is given: the shared state, and the line to the server. */

import { rememberedLanguage } from "./bar/language.js";
import { Store } from "./store.js";
import { speak } from "./words.js";
import { Wire } from "./wire.js";

/** @typedef {import("./protocol.js").FromServer} FromServer */
/** @typedef {import("./protocol.js").Tiles} Tiles */
/** @typedef {import("./protocol.js").Thumb} Thumb */

export class Studio {
  constructor() {
    this.store = new Store();
    /** @type {((head: Tiles, pictures: Blob[]) => void)[]} */
    this.onTiles = [];
    /** @type {((head: Thumb, pictures: Blob[]) => void)[]} */
    this.onThumb = [];
    /** Layouts that the open story does not fit, as their thumbnails tell. */
    /** @type {Set<string>} */
    this.unfit = new Set();
    this.store.on(["story"], () => this.unfit.clear());
    const address = `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/live`;
    this.wire = new Wire(
      address,
      (message, pictures) => this.hear(message, pictures),
      (open) => this.store.set({ online: open }),
      (barred) => this.store.set({ barred }),
    );
  }

  get state() {
    return this.store.state;
  }

  /**
   * @param {FromServer} message
   * @param {Blob[]} pictures
   */
  hear(message, pictures) {
    const { store, state } = this;
    switch (message.type) {
      case "hello":
        speak(rememberedLanguage() || message.language);
        store.set({
          language: rememberedLanguage() || message.language,
          stories: message.stories,
          layouts: message.layouts,
          story: state.story || message.story,
          layout: state.layout || message.layout,
        });
        break;
      case "stories":
        store.set({ stories: message.stories, layouts: message.layouts });
        break;
      case "document":
        if (message.file === state.story) store.set({ document: message });
        break;
      case "page":
        store.set({
          pages: { ...state.pages, [message.view]: message },
          failed: { ...state.failed, [message.view]: null },
        });
        break;
      case "tiles":
        for (const one of this.onTiles) one(message, pictures);
        break;
      case "checked":
        store.set({ checked: { ...state.checked, [message.view]: message.diagnostics } });
        break;
      case "failed":
        store.set({ failed: { ...state.failed, [message.view]: message } });
        break;
      case "thumb":
        if (message.story === this.state.story)
          this.unfit[message.fits || message.over ? "delete" : "add"](message.layout);
        for (const one of this.onThumb) one(message, pictures);
        break;
      case "show":
        // Of a table whose chart no open story has, nothing is shown.
        if (message.story) {
          const tab = message.place.file === message.story ? "edit" : state.tab;
          store.set({ story: message.story, selection: message.place, tab });
        }
        break;
      case "refused":
        console.warn(message.message, message.diagnostics);
        break;
    }
  }

  /**
   * Change the story; refused with diagnostics where that cannot be.
   * @param {Record<string, unknown>[]} edits as `documents` take them
   * @param {{file?: string, stroke?: string, how?: Record<string, string>}} [how] how: of a CSV
   *   what the story says of it
   */
  edit(edits, how = {}) {
    return this.wire.ask({ type: "edit", file: this.state.story, edits, ...how });
  }
}
