/**
 * A value that is sent while it is typed: one edit at a time on its way, the newest next; nothing
 * while an input method composes; what another changed meanwhile is never written over.
 */

/**
 * @typedef {"still" | "typing" | "sending" | "waiting" | "conflict" | "refused"} Standing
 *   waiting: for the line to the studio
 */

export class Live {
  /**
   * @param {any} value as the document has it
   * @param {object} with_
   * @param {(value: any, was: any) => Promise<{version?: number} | undefined>} with_.send
   * @param {(error: any) => "overtaken" | "offline" | "refused"} with_.judge why it failed
   * @param {() => void} with_.changed called when `standing`, `shown` or `theirs` is another
   * @param {(one: any, other: any) => boolean} [with_.same]
   * @param {(value: any) => boolean} [with_.may] whether a value may be sent: half a number is not
   */
  constructor(value, { send, judge, changed, same = Object.is, may = () => true }) {
    /** Of the value in its document, for who shows it. */
    this.pointer = "";
    /** What the document held when it last agreed with us. */
    this.base = value;
    /** What the field shows. */
    this.shown = value;
    /** @type {any} what the document holds by now, where that is a conflict */
    this.theirs = undefined;
    /** @type {any} */
    this.error = null;
    /** @type {Standing} */
    this.standing = "still";
    this.composing = false;
    this.flying = false;
    /** @type {{value: any, version: number} | null} */
    this.heard = null;
    this.send = send;
    this.judge = judge;
    this.changed = changed;
    this.same = same;
    this.may = may;
  }

  get isDirty() {
    return this.flying || !this.same(this.shown, this.base);
  }

  /** @param {any} value */
  typed(value) {
    this.shown = value;
    if (this.standing === "conflict") return;
    this.error = null;
    this.pump();
  }

  /** @param {boolean} is */
  compose(is) {
    this.composing = is;
    if (is) return;
    const heard = this.heard;
    if (heard && !this.flying) {
      this.heard = null;
      this.take(heard.value);
    }
    this.pump();
  }

  /** The line is back, or is worth another try. */
  again() {
    if (this.standing === "waiting") this.pump();
  }

  /**
   * The document has a value here.
   * @param {any} value
   * @param {number} version
   * @returns {boolean} whether the field is to show it
   */
  told(value, version) {
    if (this.flying || this.composing) {
      this.heard = { value, version };
      return false;
    }
    return this.take(value);
  }

  /** @param {any} value */
  take(value) {
    if (this.same(value, this.base) && this.standing !== "conflict") return false;
    if (this.same(value, this.shown)) {
      this.base = value;
      this.stand("still");
      return false;
    }
    if (this.same(this.shown, this.base)) {
      this.base = this.shown = value;
      this.stand("still");
      return true;
    }
    this.theirs = value;
    this.stand("conflict");
    return false;
  }

  /** Ours in place of theirs. */
  keepOurs() {
    this.base = this.theirs;
    this.theirs = undefined;
    this.stand("typing");
    this.pump();
  }

  /** Theirs in place of ours. */
  takeTheirs() {
    this.base = this.shown = this.theirs;
    this.theirs = undefined;
    this.stand("still");
  }

  pump() {
    if (this.flying || this.composing || this.standing === "conflict") return;
    if (this.same(this.shown, this.base)) {
      this.stand("still");
      return;
    }
    if (!this.may(this.shown)) {
      this.stand("typing");
      return;
    }
    this.flying = true;
    const sent = this.shown;
    this.stand("sending");
    this.send(sent, this.base).then(
      (answer) => this.landed(sent, answer?.version ?? 0),
      (error) => this.failed(sent, error),
    );
  }

  /**
   * @param {any} sent
   * @param {number} version
   */
  landed(sent, version) {
    this.flying = false;
    this.base = sent;
    const heard = this.heard;
    this.heard = null;
    // Told of a later version than ours: another wrote it since.
    if (heard && heard.version > version && !this.composing) this.take(heard.value);
    this.pump();
  }

  /**
   * @param {any} sent
   * @param {any} error
   */
  failed(sent, error) {
    this.flying = false;
    this.error = error;
    const why = this.judge(error);
    const heard = this.heard;
    this.heard = null;
    if (why === "offline") this.stand("waiting");
    else if (why === "overtaken") {
      if (heard) this.take(heard.value);
      else this.stand("refused");
    } else {
      this.stand("refused");
      if (!this.same(this.shown, sent)) this.pump();
    }
  }

  /** @param {Standing} standing */
  stand(standing) {
    this.standing = standing;
    if (standing === "still") this.error = null;
    this.changed();
  }
}
