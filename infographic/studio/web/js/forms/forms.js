/** What the forms share: the story's classes, the lint, what is said of a value, and the edits. */

import { gathered, isSameFile } from "../messages/gathered.js";
import { sentence } from "../messages/sentence.js";
import { RefusedError } from "../wire.js";
import { createEdit, setEdit } from "./edits.js";
import { Lives } from "./lives.js";
import { at, lastOf, parentOf } from "./pointer.js";

export { newStroke } from "./lives.js";

/**
 * @typedef {import("../protocol.js").Diagnostic} Diagnostic
 * @typedef {{pointer: string, code: string, start: number, end: number, found: string,
 *   mend: string | null}} Finding
 */

const LINT_AFTER = 300;
/** @type {WeakMap<import("../studio.js").Studio, Forms>} */
const KNOWN = new WeakMap();

/**
 * The one of a studio.
 * @param {import("../studio.js").Studio} studio
 */
export function formsOf(studio) {
  const known = KNOWN.get(studio) ?? new Forms(studio);
  KNOWN.set(studio, known);
  return known;
}

export class Forms {
  /** @param {import("../studio.js").Studio} studio */
  constructor(studio) {
    this.studio = studio;
    /** @type {import("./pointer.js").Classes} */
    this.classes = {};
    /** @type {Record<string, string>} */
    this.areas = {};
    this.lives = new Lives(() => studio.state.story);
    /** @type {Finding[]} */
    this.findings = [];
    /** @type {Set<() => void>} */
    this.listeners = new Set();
    /** @type {any} */
    this.timer = 0;
    this.linted = "";
    /** @type {(Diagnostic[] | undefined)[]} */
    this.lists = [];
    /** @type {Diagnostic[]} */
    this.all = [];
    addEventListener("beforeunload", (event) => {
      if (this.lives.isWaiting) event.preventDefault();
    });
    studio.store.on(["online"], () => {
      if (studio.state.online && !Object.keys(this.classes).length) this.load();
    });
    studio.store.on(["document", "online"], () => {
      const { document, online, story } = studio.state;
      if (online && document?.file === story && document.value !== null)
        this.lives.again((pointer) => this.at(pointer), document.version);
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.lint(), LINT_AFTER);
    });
  }

  /** @param {() => void} listener called when classes or findings are others */
  on(listener) {
    this.listeners.add(listener);
  }

  tell() {
    for (const one of this.listeners) one();
  }

  async load() {
    const told = await this.studio.wire.ask({ type: "fields" }).catch(() => null);
    if (!told) return;
    this.classes = told.classes;
    this.areas = told.areas;
    this.tell();
  }

  async lint() {
    const { document, online, story } = this.studio.state;
    const key = `${document?.file} ${document?.version}`;
    if (!document || document.value === null || !online || this.linted === key) return;
    this.linted = key;
    const { layout } = this.studio.state;
    const told = await this.studio.wire.job("lint", { story, layout }).catch(() => null);
    if (!told || this.linted !== key) return;
    this.findings = told.findings;
    this.tell();
  }

  get isReady() {
    return Object.keys(this.classes).length > 0 && this.story !== null;
  }

  get document() {
    return this.studio.state.document;
  }

  /** @returns {any} the story as it is now; null while it is broken */
  get story() {
    return this.document?.value ?? null;
  }

  get numbers() {
    return this.document?.numbers ?? {};
  }

  get language() {
    return this.studio.state.language;
  }

  /** @param {string} pointer */
  at(pointer) {
    return at(this.story, pointer);
  }

  /** All that is said of the story in the main view. */
  get diagnostics() {
    const { pages, checked, failed, document } = this.studio.state;
    const lists = [failed.main?.diagnostics, document?.faults, pages.main?.diagnostics, checked.main];
    // Every field asks, at every page.
    if (lists.some((one, number) => one !== this.lists[number])) {
      this.lists = lists;
      this.all = gathered(...lists);
    }
    return this.all;
  }

  /**
   * What is said of a value of the story.
   * @param {string} pointer
   */
  diagnosticsAt(pointer) {
    const { story } = this.studio.state;
    return this.diagnostics.filter((one) => one.pointer === pointer && isSameFile(one.file, story));
  }

  /** @param {string} pointer */
  findingsAt(pointer) {
    return this.findings.filter((one) => one.pointer === pointer);
  }

  /**
   * How full the frame of a text is, where one is.
   * @param {string} pointer
   */
  ledgerAt(pointer) {
    const entries = this.studio.state.pages.main?.ledger ?? [];
    return entries.find((one) => one.pointer === pointer);
  }

  /** @param {Diagnostic} one */
  said(one) {
    return sentence(one, this.language);
  }

  /**
   * @param {import("./edits.js").Edit[]} edits
   * @param {string} [stroke]
   */
  edit(edits, stroke) {
    return this.studio.edit(edits, stroke ? { stroke } : {});
  }

  /**
   * A value given to a field, which is made where it is not there; a bare text that stands for an
   * object becomes that object.
   * @param {string} pointer
   * @param {{value: any, number?: string}} given number: as it was typed
   * @param {any} was undefined for none
   * @param {string} [stroke]
   */
  give(pointer, given, was, stroke) {
    return this.edit(givingEdits(this.classes, this.story, pointer, given, was), stroke);
  }

  /**
   * The same for a story that is open no more: what it holds is known by what was seen alone.
   * @param {string} file
   * @param {string} pointer
   * @param {{value: any, number?: string}} given
   * @param {any} was "" and undefined for none
   * @param {string} stroke
   */
  giveTo(file, pointer, given, was, stroke) {
    const isNew = was === undefined || was === "";
    const edit = isNew ? createEdit(pointer, null) : setEdit(pointer, null, was);
    return this.studio.edit([{ ...edit, ...given }], { file, stroke });
  }

  /**
   * Why an edit failed.
   * @param {any} error
   * @returns {"overtaken" | "offline" | "refused"}
   */
  judge(error) {
    if (!(error instanceof RefusedError)) return "offline";
    return error.diagnostics.some((one) => one.code === "edit-overtaken") ? "overtaken" : "refused";
  }
}

/**
 * @param {import("./pointer.js").Classes} classes
 * @param {any} story
 * @param {string} pointer
 * @param {{value: any, number?: string}} given
 * @param {any} was
 */
export function givingEdits(classes, story, pointer, given, was) {
  const holder = at(story, parentOf(pointer));
  const words = given.number === undefined ? given : { ...given };
  if (typeof holder === "string" && pointer) {
    const short = /\/stats\/\d+$/.test(parentOf(pointer)) ? classes.Stat?.short : classes.Measure?.short;
    const whole = { [short ?? "text"]: holder };
    return [setEdit(parentOf(pointer), whole, holder), { ...createEdit(pointer, null), ...words }];
  }
  const isThere = !pointer || (holder !== null && typeof holder === "object" && Object.hasOwn(holder, lastOf(pointer)));
  if (!isThere) return [{ ...createEdit(pointer, null), ...words }];
  return [{ ...setEdit(pointer, null, was === undefined ? null : was), ...words }];
}
