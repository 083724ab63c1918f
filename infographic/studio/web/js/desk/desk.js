/** The desk: the page in the middle, and a second one beside it where two are compared. */

import { h } from "../dom.js";
import { sizeOf, wholeTitle } from "../strip/titles.js";
import { t } from "../words.js";
import { WHOLE, WIDTH } from "./geometry.js";
import { mountFocus } from "./focus.js";
import { mountNotice } from "./notice.js";
import { mountPagesNav } from "./pages_nav.js";
import { isTyping, mountPan } from "./pan.js";
import { Pane } from "./pane.js";
import { Pointing } from "./pointing.js";
import { Selected } from "./selected.js";

/** @typedef {import("../studio.js").Studio} Studio */
/** @typedef {import("../store.js").Selection} Selection */

export class Desk {
  /**
   * @param {HTMLElement} at
   * @param {Studio} studio
   */
  constructor(at, studio) {
    this.studio = studio;
    this.at = at;
    /** Where the mouse is on a page; null where it left.
     * @type {((at: {view: string, page: number, x: number, y: number} | null) => void)[]} */
    this.onPoint = [];
    /** What this desk selected last. @type {Selection | null} */
    this.own = null;
    this.main = this.pane("main");
    this.second = this.pane("second");
    this.active = this.main;
    this.empty = h("div", { className: "desk-empty" });
    at.append(this.main.element, this.empty);
  }

  /** @param {"main" | "second"} view */
  pane(view) {
    const { studio } = this;
    const { store } = studio;
    const pane = new Pane(studio, view);
    const selected = new Selected(studio, pane);
    const pointing = new Pointing(studio, pane, (selection) => this.select(selection));
    pointing.onPoint = (at) => this.onPoint.forEach((one) => one(at));
    const nav = mountPagesNav(pane);
    mountPan(pane);
    mountNotice(pane, studio);
    mountFocus(pane, studio);
    pane.onZoom.push(() => this.tell());
    pane.element.addEventListener("pointerdown", () => this.activate(pane), { capture: true });
    pane.element.addEventListener("focusin", () => this.activate(pane));
    /** @type {unknown} */
    let pages;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let waiting;
    store.on(["pages"], () => {
      if (pane.pages === pages) return;
      pages = pane.pages;
      pane.update();
      selected.follow();
      nav();
      clearTimeout(waiting);
      // Words for readers of the screen need not keep up with each stroke.
      waiting = setTimeout(() => pointing.list(), 250);
    });
    store.on(["language"], () => pointing.list());
    store.on(["selection"], () => selected.choose(studio.state.selection === this.own));
    store.on(["ringed"], () => selected.ring());
    return pane;
  }

  mount() {
    const { store, onTiles } = this.studio;
    store.on(["online", "story", "layout", "second", "mode", "plate", "language", "layouts"], () => {
      this.panes();
      this.main.look();
      this.second.look();
    });
    store.on(["story", "stories", "language", "online", "pages", "failed"], () => this.fill());
    onTiles.push((head, pictures) => {
      (head.view === "second" ? this.second : this.main).paint(head, pictures);
    });
    addEventListener("keydown", (event) => this.key(event));
    this.density();
  }

  /** Another screen has other pixels. */
  density() {
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener("change", () => {
      for (const pane of [this.main, this.second]) pane.resize();
      this.density();
    }, { once: true });
  }

  /** One pane or two. */
  panes() {
    const { second, layouts } = this.studio.state;
    const there = this.second.element.isConnected;
    if (second && !there) this.at.append(this.second.element);
    if (!second && there) {
      this.second.element.remove();
      this.second.sent = "";
      this.activate(this.main);
      this.studio.wire.say({ type: "leave", view: "second" });
    }
    this.at.classList.toggle("two", second !== "");
    const beside = layouts.find((one) => one.name === second);
    const title = beside ? wholeTitle(beside) : second;
    this.main.element.setAttribute("aria-label", t("desk.view_main"));
    this.second.element.setAttribute("aria-label", t("desk.view_second", { layout: title }));
    for (const pane of [this.main, this.second])
      pane.head.replaceChildren(...(second ? this.heading(pane) : []));
    for (const pane of [this.main, this.second]) pane.resize();
  }

  /** @param {Pane} pane */
  heading(pane) {
    const entry = this.studio.state.layouts.find((one) => one.name === pane.layout);
    const close = h("button", {
      className: "plain", "aria-label": t("desk.close_second"), title: t("desk.close_second"),
      onclick: () => this.studio.store.set({ second: "" }),
    }, "×");
    return [
      h("span", { className: "pane-title" }, entry ? wholeTitle(entry) : pane.layout),
      h("span", { className: "pane-size" }, entry ? sizeOf(entry) : ""),
      pane === this.second ? close : null,
    ].filter((one) => one !== null);
  }

  /** What stands there before there is any page. */
  fill() {
    const { pages, failed, stories, story, online } = this.studio.state;
    // What went wrong is said at the head of the pane.
    this.empty.hidden = pages.main !== undefined || !online || Boolean(failed.main);
    if (this.empty.hidden) return;
    this.empty.replaceChildren(
      ...(story || stories.length
        ? [t("desk.waiting")]
        : [t("desk.no_story"), h("button", {
            className: "primary", onclick: () => this.studio.store.set({ dialog: "new" }),
          }, t("desk.new_story"))]),
    );
  }

  /** @param {Pane} pane */
  activate(pane) {
    if (this.active === pane) return;
    this.active = pane;
    this.tell();
  }

  /** How large the page is, for who shows it. */
  tell() {
    if (!this.active) return;
    this.studio.store.set({ zoom: this.active.zoom, magnification: this.active.magnification() });
  }

  /** @param {Selection | null} selection */
  select(selection) {
    this.own = selection;
    this.studio.store.set({ selection });
  }

  // What the bar and the keys ask for

  /** @param {1 | -1} way */
  step(way) {
    this.active.step(way);
  }

  whole() {
    this.active.setZoom(WHOLE);
  }

  across() {
    this.active.setZoom(WIDTH);
  }

  /** @param {number} magnification */
  magnify(magnification) {
    this.active.magnify(magnification);
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event)) return;
    /** @type {Record<string, () => void>} */
    const keys = {
      "+": () => this.step(1), "=": () => this.step(1), "-": () => this.step(-1),
      0: () => this.whole(), 9: () => this.across(), 1: () => this.magnify(1),
      2: () => this.magnify(2), 4: () => this.magnify(4),
      Escape: () => this.studio.state.selection && this.select(null),
    };
    const run = keys[event.key];
    if (!run) return;
    event.preventDefault();
    run();
  }
}

/**
 * @param {HTMLElement} at
 * @param {Studio} studio
 */
export function mountDesk(at, studio) {
  const desk = new Desk(at, studio);
  desk.mount();
  return desk;
}
