/** Changes of a table on their way to its file: one after the other, none lost, the newest text of a
 * cell in place of those typed before it. No DOM here. */

/** @typedef {import("./edits.js").Change} Change */
/** @typedef {{change: Change, stroke: string}} Waiting */

export class Sender {
  /**
   * @param {object} with_
   * @param {(waiting: Waiting) => Promise<void>} with_.send
   * @param {(error: any) => boolean} with_.isOffline whether it is to be sent again
   * @param {() => void} with_.done when nothing waits any more
   * @param {(error: any) => void} with_.failed what waited is dropped
   */
  constructor({ send, isOffline, done, failed }) {
    this.send = send;
    this.isOffline = isOffline;
    this.done = done;
    this.failed = failed;
    /** @type {Waiting[]} */
    this.waiting = [];
    this.flying = false;
  }

  get isIdle() {
    return !this.flying && !this.waiting.length;
  }

  /**
   * @param {Change} change
   * @param {string} stroke
   */
  add(change, stroke) {
    const last = this.waiting.at(-1);
    const joined = last && stroke && last.stroke === stroke ? joinedCells(last.change, change) : null;
    if (last && joined) last.change = joined;
    else this.waiting.push({ change, stroke });
    this.pump();
  }

  async pump() {
    if (this.flying) return;
    const next = this.waiting.shift();
    if (!next) {
      this.done();
      return;
    }
    this.flying = true;
    try {
      await this.send(next);
      this.flying = false;
    } catch (error) {
      this.flying = false;
      if (this.isOffline(error)) {
        this.waiting.unshift(next);
        return;
      }
      this.waiting = [];
      this.failed(error);
      return;
    }
    this.pump();
  }
}

/**
 * Two changes of the same cell as one; null where they are of others.
 * @param {Change} first
 * @param {Change} second
 * @returns {Change | null}
 */
export function joinedCells(first, second) {
  if (first.kind !== "cells" || second.kind !== "cells") return null;
  const [one, other] = [first.cells[0], second.cells[0]];
  if (first.cells.length !== 1 || second.cells.length !== 1 || !one || !other) return null;
  if (one.row !== other.row || one.column !== other.column) return null;
  return { kind: "cells", cells: [{ ...other, was: one.was }] };
}
