/** The focus of a picture that is selected, to be dragged on the page; so is its crop. */

import { h } from "../dom.js";
import { t } from "../words.js";
import { figureOf, placeOf, pointAt, pulled } from "./crops.js";
import { over } from "./marks.js";
import { valueAt } from "./naming.js";

/** @typedef {import("../studio.js").Studio} Studio */
/** @typedef {import("../protocol.js").OnPage} OnPage */
/** @typedef {import("./pane.js").Pane} Pane */
/** @typedef {import("./crops.js").Box} Box */
/** @typedef {import("./crops.js").Point} Point */
/** @typedef {OnPage & {window: Box}} Crop */

/** Shares of the picture: a step of an arrow key, with Shift five. */
const STEP = 0.01;
/** CSS pixels that a press may move and still be a click. */
const STILL = 3;
let strokes = 0;

class Focus {
  /** @param {Pane} pane @param {Studio} studio */
  constructor(pane, studio) {
    this.pane = pane;
    this.studio = studio;
    this.figure = "";
    /** @type {Crop[]} */
    this.crops = [];
    /** @type {HTMLElement[]} */
    this.elements = [];
    this.asked = 0;
    this.stroke = "";
    this.held = false;
    /** @type {Point | null} */
    this.next = null;
    /** What the file has as far as is known here. @type {Point | undefined} */
    this.last = undefined;
    this.flying = false;
  }

  /** @returns {Point | undefined} */
  get focus() {
    return valueAt(this.studio.state.document?.value, `${this.figure}/focus`);
  }

  /** Another is selected, or the pages are others: where the figure's picture stands now. */
  async follow() {
    const { selection, story, mode } = this.studio.state;
    const figure = selection && selection.file === story && mode === "page" ? figureOf(selection.pointer) : "";
    if (figure !== this.figure) this.show([]);
    this.figure = figure;
    this.asked += 1;
    const asked = this.asked;
    if (!figure || !this.pane.pages) return;
    const found = await this.studio.wire.job("crops", { view: this.pane.view, pointer: figure }).catch(() => null);
    if (asked === this.asked && found && !this.held) this.show(found.crops);
  }

  /** @param {Crop[]} crops */
  show(crops) {
    const had = this.elements.some((one) => one === document.activeElement);
    for (const one of this.elements) one.remove();
    this.crops = crops;
    this.elements = crops.flatMap((crop) => this.made(crop));
    if (had) this.elements.find((one) => one.tagName === "BUTTON")?.focus({ preventScroll: true });
  }

  /** @param {Crop} crop */
  made(crop) {
    const sheet = this.pane.sheets[crop.page];
    if (!sheet) return [];
    const frame = h("div", { className: "focus-window", title: t("desk.focus_help") });
    over(frame, sheet.info, crop);
    const handle = h("button", {
      type: "button", className: "focus-handle", "aria-label": t("desk.focus"), title: t("desk.focus_help"),
      onkeydown: (/** @type {KeyboardEvent} */ event) => this.key(event),
    });
    handle.classList.toggle("unset", !this.focus);
    const [x, y] = this.focus ? placeOf(crop.window, this.focus) : [0.5, 0.5];
    this.stand(crop, handle, x, y);
    this.drag(frame, crop, (event, from) => {
      const box = frame.getBoundingClientRect();
      return pulled(crop.window, from.focus, (event.clientX - from.x) / box.width, (event.clientY - from.y) / box.height);
    });
    this.drag(handle, crop, (event) => {
      const box = frame.getBoundingClientRect();
      const share = (/** @type {number} */ at, /** @type {number} */ of) => Math.min(Math.max(at / of, 0), 1);
      const [u, v] = [share(event.clientX - box.x, box.width), share(event.clientY - box.y, box.height)];
      this.stand(crop, handle, u, v);
      return pointAt(crop.window, u, v);
    });
    sheet.tools.append(frame, handle);
    return [frame, handle];
  }

  /** @param {Crop} crop @param {HTMLElement} handle @param {number} x share of the frame @param {number} y */
  stand(crop, handle, x, y) {
    const { width, height } = this.pane.sheets[crop.page]?.info ?? { width: 1, height: 1 };
    handle.style.left = `${((crop.x + x * crop.width) / width) * 100}%`;
    handle.style.top = `${((crop.y + y * crop.height) / height) * 100}%`;
  }

  /**
   * @param {HTMLElement} element
   * @param {Crop} crop
   * @param {(event: PointerEvent, from: {x: number, y: number, focus: Point | null}) => Point} to
   */
  drag(element, crop, to) {
    /** @type {{x: number, y: number, focus: Point | null} | null} */
    let from = null;
    let moved = false;
    element.addEventListener("pointerdown", (event) => {
      if (event.button) return;
      event.stopPropagation();
      from = { x: event.clientX, y: event.clientY, focus: this.focus ?? null };
      moved = false;
      element.setPointerCapture(event.pointerId);
      this.begin();
    });
    element.addEventListener("pointermove", (event) => {
      if (!from || (!moved && Math.hypot(event.clientX - from.x, event.clientY - from.y) < STILL)) return;
      moved = this.held = true;
      void this.give(to(event, from));
    });
    const end = () => {
      from = null;
      this.held = false;
      if (moved) void this.follow();
    };
    element.addEventListener("pointerup", end);
    element.addEventListener("pointercancel", end);
    // A click on the picture is one on the page; the end of a drag is none.
    element.addEventListener("click", (event) => {
      if (moved || element.tagName === "BUTTON") event.stopPropagation();
    });
  }

  begin() {
    strokes += 1;
    this.stroke = `focus-${Date.now()}-${strokes}`;
    this.last = this.focus;
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    /** @type {Record<string, Point>} */
    const ways = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    const way = ways[event.key];
    const crop = this.crops[0];
    if (!way || !crop) return;
    event.preventDefault();
    event.stopPropagation();
    const far = event.shiftKey ? 5 * STEP : STEP;
    if (!event.repeat) this.begin();
    const now = this.next ?? this.last ?? pointAt(crop.window, 0.5, 0.5);
    const share = (/** @type {number} */ one) => Math.round(Math.min(Math.max(one, 0), 1) * 1000) / 1000;
    void this.give([share(now[0] + way[0] * far), share(now[1] + way[1] * far)]);
  }

  /** One edit on its way at a time; of those that wait the last. @param {Point} focus */
  async give(focus) {
    this.next = focus;
    if (this.flying) return;
    this.flying = true;
    const { story } = this.studio.state;
    const pointer = `${this.figure}/focus`;
    try {
      while (this.next) {
        const value = this.next;
        this.next = null;
        const edit = this.last
          ? { op: "set", pointer, value, was: this.last } : { op: "create", pointer, value };
        await this.studio.edit([edit], { file: story, stroke: this.stroke });
        this.last = value;
      }
    } catch (error) {
      this.next = null;
      this.studio.store.set({ said: /** @type {Error} */ (error).message });
    }
    this.flying = false;
  }
}

/** @param {Pane} pane @param {Studio} studio */
export function mountFocus(pane, studio) {
  const focus = new Focus(pane, studio);
  /** @type {unknown} */
  let pages;
  studio.store.on(["pages"], () => {
    if (pane.pages === pages) return;
    pages = pane.pages;
    if (focus.figure) void focus.follow();
  });
  studio.store.on(["selection", "mode"], () => void focus.follow());
}
