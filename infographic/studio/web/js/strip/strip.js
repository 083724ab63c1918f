/** The strip: the story in every layout, swapped by a click. */

import { h } from "../dom.js";
import { isTyping } from "../desk/pan.js";
import { t } from "../words.js";
import { Entry, WIDTH } from "./entry.js";
import { familiesOf, grouped, sameCanvas, wantedFirst } from "./grouping.js";
import { familyName, titleOf } from "./titles.js";

/** @typedef {import("../studio.js").Studio} Studio */
/** @typedef {import("../protocol.js").LayoutEntry} LayoutEntry */
/** @typedef {import("../protocol.js").Thumb} Thumb */

/** Milliseconds of quiet before thumbnails are asked for, so that scrolling asks once. */
const QUIET = 180;
/** Pixels above what is brought into sight, for its group's name. */
const HEADING = 34;

class Strip {
  /**
   * @param {HTMLElement} at
   * @param {Studio} studio
   */
  constructor(at, studio) {
    this.studio = studio;
    this.at = at;
    this.family = "daily";
    /** @type {Map<string, Entry>} by layout */
    this.entries = new Map();
    /** @type {Set<string>} layouts in sight */
    this.seen = new Set();
    /** @type {string[]} layouts of the strip in their order */
    this.shown = [];
    this.asked = "";
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.waiting = undefined;
    this.filter = h("input", { type: "search", oninput: () => this.list() });
    this.select = h("select", { onchange: () => this.choose(this.select.value) });
    this.groups = h("div", { className: "strip-groups" });
    this.unfit = h("ul", { className: "thumbs" });
    this.unfitName = h("summary");
    this.folded = h("details", { className: "strip-unfit", hidden: true }, this.unfitName, this.unfit);
    this.none = h("p", { className: "strip-none", hidden: true });
    at.append(
      h("div", { className: "strip-head" }, this.select, this.filter),
      this.groups, this.none, this.folded,
    );
    this.watch = new IntersectionObserver((all) => {
      for (const one of all) {
        const name = /** @type {HTMLElement} */ (one.target).dataset.layout ?? "";
        if (one.isIntersecting) this.seen.add(name);
        else this.seen.delete(name);
      }
      this.later();
    }, { root: at, rootMargin: "120px" });
  }

  mount() {
    const { store, onThumb } = this.studio;
    onThumb.push((head, pictures) => this.paint(head, pictures));
    store.on(["layouts", "language"], () => {
      this.words();
      this.list();
    });
    store.on(["layout", "second", "layouts"], () => {
      this.follow();
      this.mark();
    });
    store.on(["layout", "layouts"], () => this.reveal());
    store.on(["story", "online", "language"], () => {
      this.asked = "";
      this.later();
    });
    addEventListener("keydown", (event) => {
      if (event.key !== "[" && event.key !== "]") return;
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
      const families = familiesOf(this.studio.state.layouts);
      const next = families.indexOf(this.family) + (event.key === "]" ? 1 : -1);
      this.choose(families[(next + families.length) % families.length] ?? this.family);
    });
  }

  words() {
    const families = familiesOf(this.studio.state.layouts);
    this.at.setAttribute("aria-label", t("strip.name"));
    this.select.setAttribute("aria-label", t("strip.family"));
    this.filter.placeholder = t("strip.filter");
    this.filter.setAttribute("aria-label", t("strip.filter_name"));
    this.select.replaceChildren(...families.map((one) =>
      h("option", { value: one, selected: one === this.family }, familyName(one))));
    this.none.textContent = t("strip.none");
  }

  /** Another family, on the canvas that is shown. @param {string} family */
  choose(family) {
    const { state, store } = this.studio;
    const found = sameCanvas(state.layouts, state.layout, family);
    const now = state.layouts.find((one) => one.name === state.layout);
    this.family = family;
    this.select.value = family;
    this.list();
    if (!found) store.set({ said: t("strip.no_family", { family: familyName(family) }) });
    else {
      if (now && found.canvas !== now.canvas)
        store.set({ said: t("strip.no_canvas", { family: familyName(family), title: titleOf(found) }) });
      store.set({ layout: found.name });
    }
  }

  /** The family of what is shown, though it was chosen elsewhere. */
  follow() {
    const { layouts, layout } = this.studio.state;
    const entry = layouts.find((one) => one.name === layout);
    if (!entry || entry.own || entry.family === this.family) return;
    this.family = entry.family;
    this.select.value = entry.family;
    this.list();
  }

  /** Put the entries where they belong; those that are there keep their pictures. */
  list() {
    const groups = grouped(this.studio.state.layouts, this.family, this.filter.value);
    this.watch.disconnect();
    this.seen.clear();
    this.shown = groups.flatMap((one) => one.layouts.map((each) => each.name));
    const made = groups.map(({ group, layouts }) => {
      const items = layouts.map((one) => this.entry(one)).filter((one) => !one.isUnfit);
      return items.length && h("section", { "aria-label": t(`group.${group}`) },
        h("h2", {}, t(`group.${group}`)),
        h("ul", { className: "thumbs" }, ...items.map((one) => one.element)));
    });
    this.groups.replaceChildren(...made.filter((one) => one instanceof Node));
    const unfit = groups.flatMap((one) => one.layouts).map((one) => this.entry(one)).filter((one) => one.isUnfit);
    this.unfit.replaceChildren(...unfit.map((one) => one.element));
    this.folded.hidden = !unfit.length;
    // What is looked for by its name is shown, with why it does not fit.
    if (this.filter.value.trim() && unfit.length === this.shown.length) this.folded.open = true;
    this.unfitName.textContent = t("strip.unfit", { count: unfit.length });
    this.none.hidden = this.shown.length > 0;
    for (const name of this.shown) {
      const entry = this.entries.get(name);
      entry?.tell();
      if (entry) this.watch.observe(entry.element);
    }
    this.mark();
    this.later();
  }

  /** @param {LayoutEntry} layout */
  entry(layout) {
    const known = this.entries.get(layout.name);
    if (known) return known;
    const made = new Entry(layout, (beside) => this.take(layout.name, beside));
    made.element.dataset.layout = layout.name;
    this.entries.set(layout.name, made);
    return made;
  }

  /** @param {string} name @param {boolean} beside */
  take(name, beside) {
    const { store, state } = this.studio;
    if (beside) store.set({ second: state.second === name ? "" : name });
    else store.set({ layout: name, drawer: state.drawer === "strip" ? "" : state.drawer });
  }

  mark() {
    const { layout, second } = this.studio.state;
    for (const [name, entry] of this.entries)
      entry.mark(name === layout ? "main" : name === second ? "second" : "");
  }

  later() {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.ask(), QUIET);
  }

  /** Ask for what is in sight first; the server tells of new versions by itself. */
  ask() {
    const { story, online, layout, language } = this.studio.state;
    if (!online || !story || !this.shown.length) return;
    const layouts = wantedFirst(this.shown, this.seen, layout);
    const width = Math.round(WIDTH * Math.min(devicePixelRatio, 2));
    const wish = { type: "thumbs", story, layouts, width, language };
    const key = JSON.stringify(wish);
    if (key === this.asked) return;
    this.asked = key;
    this.studio.wire.say(wish);
  }

  /** @param {Thumb} head @param {Blob[]} pictures */
  async paint(head, pictures) {
    if (head.story !== this.studio.state.story) return;
    const bitmaps = await Promise.all(pictures.map((one) => createImageBitmap(one)));
    const entry = this.entries.get(head.layout);
    if (!entry) return;
    const before = entry.isUnfit;
    entry.paint(head, bitmaps);
    for (const one of bitmaps) one.close();
    // What fits no more goes below, what fits again comes up.
    if (before === entry.isUnfit) return;
    this.list();
    if (!this.at.matches(":hover, :focus-within")) this.reveal();
  }

  /** Bring what is shown on the desk into sight; scrollIntoView would pull a closed drawer along. */
  reveal() {
    const entry = this.entries.get(this.studio.state.layout);
    if (!entry?.element.isConnected || entry.isUnfit) return;
    const [box, strip] = [entry.element.getBoundingClientRect(), this.at.getBoundingClientRect()];
    const head = this.select.parentElement?.getBoundingClientRect().bottom ?? strip.top;
    const above = box.top - head - HEADING;
    const below = box.bottom - strip.bottom;
    if (above < 0 || below > 0) this.at.scrollTop += above < 0 ? above : Math.min(below, above);
  }
}

/**
 * @param {HTMLElement} at
 * @param {Studio} studio
 */
export function mountStrip(at, studio) {
  new Strip(at, studio).mount();
}
