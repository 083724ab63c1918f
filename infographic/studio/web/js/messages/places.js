/** Where messages lead: rings on the page, the datum in its form, the other number of a pair. */

import { isSameFile } from "./gathered.js";

/**
 * @typedef {import("../protocol.js").Diagnostic} Diagnostic
 * @typedef {{file: string, line: number, column: number, said: string}} Other
 */

export class Places {
  /** @param {import("../studio.js").Studio} studio */
  constructor(studio) {
    this.studio = studio;
  }

  /**
   * A file as the studio names it: the story, where it is that.
   * @param {string} file
   */
  fileOf(file) {
    const { story } = this.studio.state;
    return isSameFile(file, story) ? story : file;
  }

  /**
   * Select what a message is about, and ring its places; the keyboard stays in the list.
   * @param {Diagnostic} one
   */
  ring(one) {
    const { store, state } = this.studio;
    const file = this.fileOf(one.file);
    const cell = file === state.story ? {} : { line: one.line, column: one.column };
    store.set({ ringed: one.places ?? [], selection: { file, pointer: one.pointer, ...cell, quiet: true } });
    if (!one.places?.length && file === state.story) void this.ringDatum(one.pointer);
  }

  /** @param {string} pointer */
  async ringDatum(pointer) {
    const { store, state, wire } = this.studio;
    const told = await wire.ask({ type: "where", view: "main", file: state.story, pointer }).catch(() => null);
    if (told?.places && state.selection?.pointer === pointer) store.set({ ringed: told.places });
  }

  /**
   * Open the form of what a message is about, at its character.
   * @param {Diagnostic} one
   */
  async open(one) {
    const { store, state } = this.studio;
    const [found] = await this.valuesAt(one.file, [[one.line, one.column]]);
    const isThere = found?.pointer === one.pointer && typeof found.offset === "number";
    const offset = isThere && found.offset !== null ? { offset: found.offset } : {};
    store.set({ ringed: one.places ?? [], tab: "edit", selection: { file: state.story, pointer: one.pointer, ...offset } });
  }

  /**
   * Show another number that a message names.
   * @param {Other} other
   */
  async jump(other) {
    const { store, state } = this.studio;
    const [found] = await this.valuesAt(other.file, [[other.line, other.column]]);
    if (!found) return;
    const file = this.fileOf(other.file);
    const offset = typeof found.offset === "number" ? { offset: found.offset } : {};
    store.set({ selection: { file, pointer: found.pointer, ...offset, line: other.line, column: other.column, quiet: true } });
    if (file === state.story) void this.ringDatum(found.pointer);
  }

  /**
   * @param {string} file
   * @param {[number, number][]} places
   * @returns {Promise<{pointer: string, offset: number | null}[]>}
   */
  valuesAt(file, places) {
    return this.studio.wire.ask({ type: "values_at", file: this.fileOf(file), places }).catch(() => []);
  }
}
