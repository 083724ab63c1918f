/** What the parts of the page share: one object whose fields are listened to by their names. */

/** @typedef {import("./protocol.js").Diagnostic} Diagnostic */
/** @typedef {import("./protocol.js").StoryDocument} StoryDocument */

/**
 * What is selected: a datum, by its file and pointer; in words the character.
 * `line` and `cell` are those of a data file.
 * @typedef {{file: string, pointer: string, offset?: number, kind?: string, line?: number,
 *   column?: number, cell?: string, quiet?: boolean}} Selection
 * `quiet`: it is shown on the page, and takes the keyboard from nobody.
 */

/**
 * @typedef {object} State
 * @property {boolean} online
 * @property {"" | "key" | "many"} barred why the studio does not let this browser in
 * @property {string} language "zh" or "en"
 * @property {import("./protocol.js").StoryEntry[]} stories
 * @property {import("./protocol.js").LayoutEntry[]} layouts
 * @property {string} story the file that is open
 * @property {string} layout of the main view
 * @property {string} second of the second view; "" while there is none
 * @property {import("./protocol.js").Mode} mode
 * @property {string} plate
 * @property {StoryDocument | null} document
 * @property {Record<string, import("./protocol.js").Pages>} pages the last good ones, by view
 * @property {Record<string, Diagnostic[]>} checked by view
 * @property {Record<string, import("./protocol.js").Failed | null>} failed by view
 * @property {Selection | null} selection
 * @property {Selection | null} hover
 * @property {number} zoom CSS pixels a point; 0 for the whole page, -1 for its width
 * @property {number} magnification of the view that is worked in; 1 is 1:1
 * @property {import("./protocol.js").OnPage[]} ringed places that a message is about
 * @property {"" | "strip" | "side"} drawer that is open, where there is no room for all
 * @property {string} said what was just done, or why not; in the status line for some seconds
 * @property {string} dialog that is open: “new”, “export”, “keys”; "" for none
 * @property {string} tab of the side
 */

/** @type {State} */
const INITIAL = {
  online: false,
  barred: "",
  language: "zh",
  stories: [],
  layouts: [],
  story: "",
  layout: "",
  second: "",
  mode: "page",
  plate: "",
  document: null,
  pages: {},
  checked: {},
  failed: {},
  selection: null,
  hover: null,
  zoom: 0,
  magnification: 1,
  ringed: [],
  dialog: "",
  drawer: "",
  said: "",
  tab: "edit",
};

export class Store {
  constructor() {
    /** @type {State} */
    this.state = { ...INITIAL };
    /** @type {Map<string, Set<() => void>>} */
    this.listeners = new Map();
    /** @type {Set<string>} */
    this.waiting = new Set();
  }

  /**
   * Change fields; who listens to one of them is called once, before the next paint. The document
   * is the open story's or none: what is done in a form is done to no other.
   * @param {Partial<State>} change
   */
  set(change) {
    if (change.story !== undefined && !change.document && this.state.document?.file !== change.story)
      change = { ...change, document: null };
    for (const [name, value] of Object.entries(change)) {
      if (/** @type {any} */ (this.state)[name] === value) continue;
      /** @type {any} */ (this.state)[name] = value;
      if (!this.waiting.size) queueMicrotask(() => this.tell());
      this.waiting.add(name);
    }
  }

  tell() {
    const names = [...this.waiting];
    this.waiting.clear();
    /** @type {Set<() => void>} */
    const called = new Set();
    for (const name of names) for (const one of this.listeners.get(name) ?? []) called.add(one);
    for (const one of called) one();
  }

  /**
   * Call `listener` now, and whenever one of the fields is another.
   * @param {(keyof State)[]} names
   * @param {() => void} listener
   */
  on(names, listener) {
    for (const name of names) {
      const known = this.listeners.get(name) ?? new Set();
      this.listeners.set(name, known.add(listener));
    }
    listener();
  }
}
