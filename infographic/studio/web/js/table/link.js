/** A table's line to its data: read by the worker, changed by edits of the file that holds them. */

import { at } from "../forms/pointer.js";
import { RefusedError } from "../wire.js";
import { cellOf, changed, formOf } from "./edits.js";
import { Sender } from "./sender.js";

/** @typedef {import("./edits.js").Change} Change */
/** @typedef {import("../studio.js").Studio} Studio */
/** @typedef {import("../protocol.js").Diagnostic & {at: [number, number]}} Doubt */
/**
 * What the worker's job “table” answers, and whether it can be edited.
 * @typedef {object} Told
 * @property {"csv" | "workbook" | "json" | "inline"} kind
 * @property {string} file from the studio's folder; "" of data in the story
 * @property {string} sheet
 * @property {string[]} sheets
 * @property {string} pointer of the chart or table
 * @property {string[][]} rows
 * @property {number[]} lines
 * @property {number[]} head
 * @property {number[]} body
 * @property {{name: string, unit: string, kind: string, place: number}[]} columns
 * @property {Doubt[]} doubts
 * @property {{devices: string[]} | null} told
 * @property {{encoding: string, delimiter: string}} how what the story says of a CSV
 * @property {boolean} editable
 */

/** Cells of a table whose devices are looked for at each change. */
const SMALL = 3000;
/** Milliseconds that a table is left alone before it is read again. */
const WAIT = 260;

export class Link {
  /**
   * @param {Studio} studio
   * @param {object} with_
   * @param {(isAnother: boolean) => void} with_.shown what is told is another, or of another table
   * @param {(words: string) => void} with_.said
   */
  constructor(studio, { shown, said }) {
    this.studio = studio;
    this.shown = shown;
    this.said = said;
    this.story = "";
    this.pointer = "";
    /** @type {Told | null} */
    this.told = null;
    this.refused = "";
    /** @type {(() => void) | null} called once when the table is there */
    this.then = null;
    this.asking = 0;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    this.sender = new Sender({
      send: (waiting) => this.send(waiting),
      isOffline: (error) => !(error instanceof RefusedError) && !this.studio.state.online,
      done: () => this.reload(),
      failed: (error) => this.failed(error),
    });
  }

  /**
   * @param {string} story
   * @param {string} pointer of a chart or table; "" for none
   */
  open(story, pointer) {
    Object.assign(this, { story, pointer, told: null, refused: "" });
    clearTimeout(this.timer);
    if (pointer) this.read(true);
  }

  /** Read the table again, soon. */
  reload() {
    clearTimeout(this.timer);
    if (!this.pointer || !this.sender.isIdle) return;
    this.timer = setTimeout(() => {
      if (this.sender.isIdle) this.read(false);
    }, WAIT);
  }

  /** The line is back. */
  again() {
    this.sender.pump();
  }

  /** @param {boolean} isAnother */
  async read(isAnother) {
    const { story, pointer } = this;
    this.asking += 1;
    const asked = this.asking;
    /** @type {Told | null} */
    let told = null;
    let refused = "";
    const before = isAnother ? null : this.told;
    const isSmall = before !== null && before.rows.length * (before.rows[0]?.length ?? 1) < SMALL;
    try {
      told = await this.studio.wire.job("table", { story, pointer, devices: isSmall });
    } catch (error) {
      refused = /** @type {Error} */ (error).message;
    }
    // Asked again since, or written in since: what comes is of an older state.
    if (asked !== this.asking || !this.sender.isIdle) return;
    const wasThere = this.told !== null;
    if (told) {
      told.editable = this.isEditable(told);
      told.told ??= before?.told ?? null;
    }
    if (told?.kind === "inline") this.asWritten(told);
    Object.assign(this, { told, refused });
    this.shown(isAnother || !wasThere);
    const then = this.then;
    this.then = null;
    if (told) then?.();
    if (told && !told.told) this.readDevices(asked);
  }

  /**
   * What can draw it, which may take longer than to read it.
   * @param {number} asked
   */
  async readDevices(asked) {
    const { story, pointer } = this;
    const answer = await this.studio.wire.job("table", { story, pointer }).catch(() => null);
    if (asked !== this.asking || !this.told || !answer?.told) return;
    this.told = { ...this.told, told: answer.told };
    this.shown(false);
  }

  /** @param {Told} told */
  isEditable(told) {
    return told.kind === "csv" || (told.kind === "inline" && this.form() !== null);
  }

  /**
   * Numbers of the story with the digits that they are written with, and rows by their count.
   * @param {Told} told
   */
  asWritten(told) {
    const form = this.form();
    const numbers = this.studio.state.document?.numbers ?? {};
    told.lines = told.rows.map((_, row) => row + 1);
    for (const [pointer, words] of Object.entries(numbers)) {
      const cell = form && pointer.startsWith(`${this.pointer}/data/`) ? cellOf(form, pointer) : null;
      const row = cell && told.rows[cell.row];
      if (cell && row && cell.column < row.length && Number(row[cell.column]) === Number(words)) row[cell.column] = words;
    }
  }

  form() {
    const pointer = `${this.pointer}/data`;
    return formOf(at(this.studio.state.document?.value, pointer), pointer);
  }

  /**
   * @param {Change} change
   * @param {string} stroke
   */
  change(change, stroke) {
    const { told } = this;
    if (!told?.editable) return;
    const rows = changed(told.rows, change);
    this.told = { ...told, ...shifted(told, change), rows };
    this.shown(false);
    this.sender.add(change, stroke);
  }

  /** @param {import("./sender.js").Waiting} waiting */
  async send({ change, stroke }) {
    const { told, studio } = this;
    if (!told) return;
    const how = stroke ? { stroke } : {};
    if (told.kind === "csv") {
      const { kind, ...given } = change;
      await studio.edit([{ op: kind, ...given }], { file: told.file, how: told.how, ...how });
      return;
    }
    const pointer = `${this.pointer}/data`;
    const { kind, ...given } = change;
    await studio.edit([{ op: kind, pointer, ...given }], { file: this.story, ...how });
  }

  /** @param {any} error */
  failed(error) {
    this.said(error.message);
    this.read(false);
  }
}

/**
 * Header and body after a change of rows, until the worker has told them.
 * @param {Told} told
 * @param {Change} change
 */
function shifted(told, change) {
  if (change.kind !== "insert_rows" && change.kind !== "delete_rows") return {};
  const { at: first, count, kind } = change;
  /** @param {number[]} rows */
  const moved = (rows) => kind === "insert_rows"
    ? rows.map((row) => (row >= first ? row + count : row))
    : rows.filter((row) => row < first || row >= first + count).map((row) => (row >= first + count ? row - count : row));
  const added = kind === "insert_rows" ? Array.from({ length: count }, (_, number) => first + number) : [];
  const lines = kind === "insert_rows" ? told.lines.toSpliced(first, 0, ...added.map(() => 0)) : told.lines.toSpliced(first, count);
  return { head: moved(told.head), body: [...moved(told.body), ...added], lines: lines.map((_, row) => row + 1) };
}
