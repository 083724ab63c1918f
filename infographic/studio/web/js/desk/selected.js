/** What is selected stays outlined at all its places; what is chosen elsewhere is gone to. */

import { Marks } from "./marks.js";
import { outermost, placesOf } from "./regions.js";

/** @typedef {import("../studio.js").Studio} Studio */
/** @typedef {import("../protocol.js").OnPage} OnPage */
/** @typedef {import("../store.js").Selection} Selection */
/** @typedef {import("./pane.js").Pane} Pane */

/** Milliseconds of quiet before the server is asked where a datum stands now. */
const QUIET = 120;

export class Selected {
  /**
   * @param {Studio} studio
   * @param {Pane} pane
   */
  constructor(studio, pane) {
    this.studio = studio;
    this.pane = pane;
    this.outlines = new Marks("selected");
    this.caret = new Marks("caret");
    this.rings = new Marks("ring");
    this.asked = 0;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.waiting = undefined;
  }

  /**
   * Another is selected.
   * @param {boolean} here whether by this desk: then it is in sight
   */
  choose(here) {
    const { selection } = this.studio.state;
    this.caret.set(this.pane.sheets, []);
    this.outline();
    this.ask(!here);
    if (selection && !here) this.go(this.known(selection));
  }

  /** The pages are others; what is selected may stand elsewhere. */
  follow() {
    this.outline();
    this.ring();
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.ask(false), QUIET);
  }

  /** @param {Selection} selection @returns {OnPage[]} */
  known(selection) {
    return placesOf(this.pane.pages?.regions ?? [], selection.file, selection.pointer);
  }

  outline() {
    const { selection } = this.studio.state;
    this.outlines.set(this.pane.sheets, selection ? outermost(this.known(selection)) : []);
  }

  ring() {
    const { ringed } = this.studio.state;
    this.rings.set(this.pane.sheets, ringed);
    const first = ringed[0];
    if (first) this.pane.reveal(first);
  }

  /** @param {boolean} going whether the page moves there */
  async ask(going) {
    const { selection } = this.studio.state;
    this.asked += 1;
    const asked = this.asked;
    if (!selection || !this.pane.pages) return;
    const { file, pointer, offset } = selection;
    const wish = { type: "where", view: this.pane.view, file, pointer };
    const [whole, point] = await Promise.all([
      this.places(wish), offset === undefined ? null : this.places({ ...wish, offset }),
    ]);
    if (asked !== this.asked) return;
    if (whole?.length) this.outlines.set(this.pane.sheets, whole);
    this.caret.set(this.pane.sheets, (point ?? []).filter((one) => smaller(one, whole ?? [])));
    if (going) this.go(point?.length ? point : whole?.length ? whole : this.known(selection));
  }

  /** @param {Record<string, unknown>} wish @returns {Promise<OnPage[] | null>} */
  places(wish) {
    return this.studio.wire.ask(wish).then((given) => given?.places ?? null, () => null);
  }

  /** @param {OnPage[]} places */
  go(places) {
    const first = places[0];
    if (!first) return;
    this.pane.reveal(first);
    this.outlines.flash();
  }
}

/**
 * Whether a character's place is less than all of the text's.
 * @param {OnPage} one
 * @param {OnPage[]} all
 */
function smaller(one, all) {
  return !all.some((other) => other.page === one.page && other.width === one.width &&
    other.height === one.height && other.x === one.x && other.y === one.y);
}
