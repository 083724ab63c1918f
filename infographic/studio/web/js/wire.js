/** The line to the server: asks and answers, what is told, pictures; opened again when it breaks. */

/** @typedef {import("./protocol.js").FromServer} FromServer */
/** @typedef {import("./protocol.js").Refused} Refused */

/** What was asked was refused; `diagnostics` say why. */
export class RefusedError extends Error {
  /** @param {Refused} message */
  constructor(message) {
    super(message.message || message.diagnostics[0]?.message || "");
    this.diagnostics = message.diagnostics;
  }
}

/** What was asked was called off. */
export class CancelledError extends Error {}

/**
 * A binary message: its head, and a blob for each of its tiles.
 * @param {ArrayBuffer} data
 */
export function unpacked(data) {
  const length = new DataView(data).getUint32(0);
  const head = JSON.parse(new TextDecoder().decode(new Uint8Array(data, 4, length)));
  let at = 4 + length;
  /** @type {Blob[]} */
  const pictures = [];
  for (const tile of head.tiles) {
    pictures.push(new Blob([new Uint8Array(data, at, tile.bytes)], { type: tile.kind }));
    at += tile.bytes;
  }
  return { head, pictures };
}

/** As `server/socket.py` closes it. */
const TOO_MANY = 4429;

export class Wire {
  /**
   * @param {string} address
   * @param {(message: FromServer, pictures: Blob[]) => void} heard what the server says of itself
   * @param {(open: boolean) => void} changed whether the line stands
   * @param {(why: "" | "key" | "many") => void} [barred] why this browser is not let in: it has no
   *   key, since the studio was started anew; or too many look at it already
   */
  constructor(address, heard, changed, barred = () => {}) {
    this.address = address;
    this.heard = heard;
    this.changed = changed;
    this.barred = barred;
    this.count = 0;
    this.wait = 200;
    /** @type {Map<number, {done: (given: any) => void, failed: (error: Error) => void,
     *   progress: (part: any) => void}>} */
    this.asked = new Map();
    /** @type {WebSocket | null} */
    this.socket = null;
    this.open();
  }

  open() {
    const socket = new WebSocket(this.address);
    socket.binaryType = "arraybuffer";
    let isHeard = false;
    socket.onmessage = (event) => {
      // Not when it is opened: where too many look at the studio it is closed again at once.
      if (!isHeard) {
        isHeard = true;
        this.wait = 200;
        this.changed(true);
        this.barred("");
      }
      this.take(event.data);
    };
    socket.onclose = (event) => {
      this.changed(false);
      this.learnWhy(event.code);
      for (const one of this.asked.values()) one.failed(new Error("the line broke"));
      this.asked.clear();
      setTimeout(() => this.open(), this.wait);
      this.wait = Math.min(this.wait * 2, 5000);
    };
    this.socket = socket;
  }

  /**
   * A line that is refused says nothing; a page that is refused does.
   * @param {number} code with which it was closed
   */
  async learnWhy(code) {
    if (code === TOO_MANY) {
      this.barred("many");
      return;
    }
    const answer = await fetch("/", { method: "HEAD", cache: "no-store" }).catch(() => null);
    if (answer?.status === 403) this.barred("key");
  }

  /** @param {string | ArrayBuffer} data */
  take(data) {
    if (typeof data !== "string") {
      const { head, pictures } = unpacked(data);
      this.heard(head, pictures);
      return;
    }
    /** @type {FromServer} */
    const message = JSON.parse(data);
    if (message.type === "answer" || message.type === "refused") {
      const asked = this.asked.get(message.id);
      this.asked.delete(message.id);
      if (message.type === "answer") asked?.done(message.given);
      else if (asked) asked.failed(new RefusedError(message));
      else this.heard(message, []);
    } else if (message.type === "progress") {
      this.asked.get(message.id)?.progress(message);
    } else {
      this.heard(message, []);
    }
  }

  /**
   * Say something that wants no answer.
   * @param {Record<string, unknown>} message
   */
  say(message) {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(message));
  }

  /**
   * Ask; the promise fails with a `RefusedError`, or where the line breaks.
   * @param {Record<string, unknown>} message
   * @param {(part: any) => void} [progress]
   * @returns {Promise<any>}
   */
  ask(message, progress = () => {}) {
    this.count += 1;
    const id = this.count;
    return new Promise((done, failed) => {
      if (this.socket?.readyState !== WebSocket.OPEN) {
        failed(new Error("the line is broken"));
        return;
      }
      this.asked.set(id, { done, failed, progress });
      this.say({ ...message, id });
    });
  }

  /**
   * Ask for what may be called off: the promise fails with a `CancelledError` then.
   * @param {Record<string, unknown>} message
   * @param {(part: any) => void} [progress]
   * @returns {{answer: Promise<any>, cancel: () => void}}
   */
  begin(message, progress) {
    const answer = this.ask(message, progress);
    const id = this.count;
    const cancel = () => {
      const asked = this.asked.get(id);
      if (!asked) return;
      this.asked.delete(id);
      this.say({ type: "cancel", id });
      asked.failed(new CancelledError());
    };
    return { answer, cancel };
  }

  /**
   * A job of the worker, by its name.
   * @param {string} job
   * @param {Record<string, unknown>} given
   * @param {(part: any) => void} [progress]
   */
  job(job, given, progress) {
    return this.ask({ type: "ask", job, given }, progress);
  }
}
