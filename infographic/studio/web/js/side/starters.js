/** What is added to a story begins as something that can stand on a page. No DOM. */

import { at, parentOf, lastOf, stepsOf } from "../forms/pointer.js";

/** @typedef {(key: string) => string} Words the words of the interface, by their keys */

/** @type {Record<string, {list: string, make: (t: Words) => any}>} */
const ITEMS = {
  stat: { list: "stats", make: (t) => t("new.stat") },
  panel: { list: "/panels", make: (t) => ({ title: t("new.panel"), stats: [t("new.stat")] }) },
  figure: { list: "/figures", make: (t) => ({ image: null, caption: t("new.caption"), aspect: "3:2" }) },
  paragraph: { list: "/body", make: (t) => t("new.paragraph") },
  subhead: { list: "/body", make: (t) => ({ subhead: t("new.subhead") }) },
  lead: { list: "/body", make: (t) => ({ lead: t("new.lead") }) },
  quote: { list: "/body", make: (t) => ({ quote: t("new.quote"), by: t("new.speaker") }) },
  chart: { list: "/charts", make: (t) => ({ title: t("new.chart"), data: {
    columns: [t("new.column"), t("new.values")], rows: [["2022", 100], ["2023", 120], ["2024", 150]] } }) },
  table: { list: "/tables", make: (t) => ({ title: t("new.table"), data: {
    columns: [t("new.column"), t("new.values")], rows: [["A", 100], ["B", 120], ["C", 150]] } }) },
  event: { list: "/events", make: (t) => ({ when: "2024", what: t("new.event") }) },
  place: { list: "/places", make: (t) => ({ name: t("new.place") }) },
  credit: { list: "/credits", make: (t) => t("new.credit") },
};

export const ADDABLE = Object.keys(ITEMS);

/** Parts of a story of which there is one. */
export const PARTS = ["publication", "kicker", "deck", "byline", "lead", "source", "url"];

/**
 * Where a new item goes, and as what: behind what is selected, where that is of its list; else at
 * the end of its list. A number goes into the panel that is selected, or the last; where there is
 * none, a panel is made for it.
 * @param {any} story
 * @param {string} name of ADDABLE
 * @param {string} selected a pointer
 * @param {Words} t
 * @returns {{list: string, index: number, value: any, pointer: string}}
 */
export function added(story, name, selected, t) {
  const item = ITEMS[name] ?? /** @type {NonNullable<typeof ITEMS["stat"]>} */ (ITEMS.paragraph);
  const value = item.make(t);
  let list = item.list;
  if (list === "stats") {
    const [first, number] = stepsOf(selected);
    const panels = Array.isArray(story?.panels) ? story.panels.length : 0;
    if (!panels) {
      return { list: "/panels", index: 0, value: { title: t("new.panel"), stats: [value] }, pointer: "/panels/0/stats/0" };
    }
    list = `/panels/${first === "panels" && number !== undefined ? number : panels - 1}/stats`;
  }
  const items = at(story, list);
  const count = Array.isArray(items) ? items.length : 0;
  const inList = ancestorIn(selected, list);
  const index = inList === null ? count : Math.min(inList + 1, count);
  return { list, index, value, pointer: `${list}/${index}` };
}

/** Lists that begin with an item of their own, by their field. */
/** @type {Record<string, string>} */
const FIRST = {
  body: "paragraph", panels: "panel", stats: "stat", figures: "figure", charts: "chart", tables: "table",
  events: "event", places: "place", credits: "credit",
};

/**
 * What a field of `owner` begins as that cannot be typed into a form: a list, or the masthead; null
 * for one that can.
 * @param {string} owner a pointer
 * @param {string} key
 * @param {Words} t
 * @returns {{value: any, pointer: string} | null} the pointer of what is written next
 */
export function firstOf(owner, key, t) {
  if (owner === "" && key === "publication") return { value: newPart(key, t), pointer: "/publication" };
  const item = ITEMS[FIRST[key] ?? ""];
  const isList = owner === "" || (key === "stats" && /^\/panels\/\d+$/.test(owner));
  return item && isList ? { value: [item.make(t)], pointer: `${owner}/${key}/0` } : null;
}

/**
 * The number in a list of what is selected, or holds it; null for none.
 * @param {string} pointer
 * @param {string} list
 */
function ancestorIn(pointer, list) {
  for (let here = pointer; here; here = parentOf(here))
    if (parentOf(here) === list && /^\d+$/.test(lastOf(here))) return Number(lastOf(here));
  return null;
}

/**
 * The story's own part, as it begins.
 * @param {string} key of PARTS
 * @param {Words} t
 */
export function newPart(key, t) {
  if (key === "publication") return { name: t("new.paper"), date: t("new.date") };
  return key === "url" ? "https://" : t(`new.${key === "lead" ? "summary" : key}`);
}
