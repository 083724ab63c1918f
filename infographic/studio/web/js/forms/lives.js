/** What is being typed, by the pointers of its values: it outlives the controls that show it. */

/** @typedef {import("./live.js").Live} Live */

const PAUSE = 1500;
let strokes = 0;
const SESSION = Math.random().toString(36).slice(2, 8);

/** A name for one stroke of writing: its edits are undone together. */
export function newStroke() {
  strokes += 1;
  return `${SESSION}-${strokes}`;
}

/** A stroke of writing ends with a pause, and when its field is left. */
export class Stroke {
  /** @param {() => number} [now] milliseconds */
  constructor(now = () => performance.now()) {
    this.name = newStroke();
    this.now = now;
    this.last = now();
  }

  beat() {
    const now = this.now();
    if (now - this.last > PAUSE) this.end();
    this.last = now;
  }

  end() {
    this.name = newStroke();
  }
}

export class Lives {
  /** @param {() => string} file that is open now */
  constructor(file) {
    this.file = file;
    /** Those that hold what the document does not: {live, and how a value is read}. */
    /** @type {Map<string, {live: Live, pointer: string, read: (value: any) => string}>} */
    this.unsent = new Map();
    /** @type {WeakMap<Live, Stroke>} */
    this.strokes = new WeakMap();
  }

  /**
   * @param {string} pointer
   * @param {string} [file]
   */
  key(pointer, file = this.file()) {
    return `${file} ${pointer}`;
  }

  /** @param {string} pointer */
  of(pointer) {
    return this.unsent.get(this.key(pointer))?.live;
  }

  /** @param {Live} live */
  stroke(live) {
    const stroke = this.strokes.get(live) ?? new Stroke();
    this.strokes.set(live, stroke);
    return stroke;
  }

  /**
   * @param {string} pointer
   * @param {Live} live
   * @param {(value: any) => string} read
   * @param {string} [file]
   */
  keep(pointer, live, read, file = this.file()) {
    if (live.isDirty) this.unsent.set(this.key(pointer, file), { live, pointer, read });
    else this.unsent.delete(this.key(pointer, file));
  }

  /**
   * The line is back, or the document another: what waits is compared and sent.
   * @param {(pointer: string) => any} at the document's values
   * @param {number} version
   */
  again(at, version) {
    for (const [key, { live, pointer, read }] of [...this.unsent]) {
      if (key !== this.key(pointer)) continue;
      live.told(read(at(pointer)), version);
      live.again();
    }
  }

  get isWaiting() {
    return this.unsent.size > 0;
  }
}
