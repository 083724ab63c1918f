/** The story as a tree: select, move, copy, delete, add. */

import { circled } from "../desk/naming.js";
import { h } from "../dom.js";
import { deleteEdit, duplicateEdit, giveEdit, insertEdit, moveEdit } from "../forms/edits.js";
import { formsOf, newStroke } from "../forms/forms.js";
import { at, isIn, lastOf, parentOf, under } from "../forms/pointer.js";
import { t } from "../words.js";
import { dropped, oneStep, outlineRows } from "./outline_rows.js";
import { ADDABLE, added, newPart, PARTS } from "./starters.js";

/** @typedef {import("./outline_rows.js").OutlineRow} OutlineRow */

/**
 * @param {HTMLElement} panel
 * @param {import("../studio.js").Studio} studio
 */
export function mountOutline(panel, studio) {
  const forms = formsOf(studio);
  const { store } = studio;
  /** @type {Set<string>} */
  const closed = new Set();
  /** @type {OutlineRow[]} */
  let rows = [];
  let current = "";
  let dragged = "";
  const tree = h("div", { role: "tree", className: "tree" });
  const bar = h("div", { className: "outline-bar", role: "toolbar" });
  const said = h("p", { className: "outline-said", role: "status" });
  panel.replaceChildren(bar, said, tree);

  const select = (/** @type {string} */ pointer, quiet = true) => {
    current = pointer;
    store.set({ selection: { file: studio.state.story, pointer, quiet } });
  };
  const tell = (/** @type {string} */ words, undo = false) => {
    said.replaceChildren(words, ...(undo ? [h("button", { type: "button", className: "plain", onclick: () => {
      void studio.wire.ask({ type: "undo" }).then(() => tell(""), () => {});
    } }, t("outline.undo"))] : []));
  };
  /**
   * @param {import("../forms/edits.js").Edit[]} edits
   * @param {string} next what is selected afterwards
   * @param {string} [words]
   */
  const edit = (edits, next, words = "") => forms.edit(edits, newStroke()).then(() => {
    select(next);
    tell(words, words !== "");
    show(true);
  }, (error) => tell(error?.diagnostics?.[0] ? forms.said(error.diagnostics[0]) : t("forms.offline")));

  const isItem = () => /^\d+$/.test(lastOf(current)) && Array.isArray(at(forms.story, parentOf(current)));
  const move = (/** @type {1 | -1} */ by) => {
    const to = isItem() ? oneStep(forms.story, current, by) : null;
    if (to) void edit([moveEdit(forms.story, current, to.to, to.index)], under(to.to, to.index));
  };
  const remove = () => {
    if (forms.at(current) === undefined || current === "/headline" || !current) return;
    const list = at(forms.story, parentOf(current));
    const index = Number(lastOf(current));
    const next = !isItem() ? "" : list.length > 1 ? under(parentOf(current), Math.min(index, list.length - 2)) : parentOf(parentOf(current));
    void edit([deleteEdit(forms.story, current)], next, t("outline.deleted"));
  };
  const duplicate = () => {
    if (isItem()) void edit([duplicateEdit(forms.story, current)], under(parentOf(current), Number(lastOf(current)) + 1));
  };
  const add = (/** @type {string} */ name) => {
    if (PARTS.includes(name) && !ADDABLE.includes(name)) {
      void edit([giveEdit(forms.story, `/${name}`, newPart(name, t))], `/${name}`).then(() => select(`/${name}`, false));
      return;
    }
    const where = added(forms.story, name.replace("item-", ""), current, t);
    void edit([insertEdit(forms.story, where.list, where.index, where.value)], where.pointer).then(() => select(where.pointer, false));
  };

  const fillBar = () => {
    const able = isItem();
    const button = (/** @type {string} */ key, /** @type {string} */ sign, /** @type {() => void} */ onclick, disabled = !able) =>
      h("button", { type: "button", onclick, disabled, title: t(key) }, sign);
    const missing = PARTS.filter((key) => forms.story?.[key] === undefined || forms.story[key] === null);
    const menu = h("select", { className: "adder", "aria-label": t("outline.add"), onchange: () => {
      const { value } = menu;
      menu.value = "";
      if (value) add(value);
    } }, h("option", { value: "" }, `＋ ${t("outline.add")}`),
    h("optgroup", { label: t("outline.items") }, ...ADDABLE.map((name) => h("option", { value: `item-${name}` }, t(`add.${name}`)))),
    ...(missing.length ? [h("optgroup", { label: t("outline.parts") }, ...missing.map((key) => h("option", { value: key }, t(`field.Story.${key}`))))] : []));
    bar.setAttribute("aria-label", t("outline.tools"));
    bar.replaceChildren(menu, h("span", { className: "spread" }),
      button("outline.up", "↑", () => move(-1)), button("outline.down", "↓", () => move(1)),
      button("outline.duplicate", t("outline.duplicate_short"), duplicate),
      button("outline.delete", t("outline.delete_short"), remove, !current || current === "/headline" || forms.at(current) === undefined));
  };

  const show = (focus = false) => {
    if (studio.state.tab !== "outline") return;
    if (!forms.isReady) {
      tree.replaceChildren(h("p", { className: "empty" }, t(studio.state.document ? "forms.broken" : "forms.waiting_story")));
      return;
    }
    const { selection, story } = studio.state;
    if (selection?.file === story) current = selection.pointer;
    const held = focus || tree.contains(document.activeElement);
    rows = outlineRows(forms.classes, forms.story, closed);
    const chosen = rows.filter((row) => isIn(current, row.pointer)).sort((a, b) => b.pointer.length - a.pointer.length)[0];
    tree.setAttribute("aria-label", t("side.outline"));
    tree.replaceChildren(...rows.map((row) => line(row, row === chosen)));
    if (chosen && !isItem()) current = current || chosen.pointer;
    fillBar();
    const active = /** @type {HTMLElement | null} */ (tree.querySelector("[tabindex='0']"));
    if (held) active?.focus();
    active?.scrollIntoView({ block: "nearest" });
  };

  /**
   * @param {OutlineRow} row
   * @param {boolean} chosen
   */
  const line = (row, chosen) => {
    const first = rows[0] === row && !rows.some((one) => isIn(current, one.pointer));
    const name = row.number ? numbered(row) : t(row.noun);
    const element = h("div", {
      role: "treeitem", className: `row level-${row.level}`, tabIndex: chosen || first ? 0 : -1, "aria-level": row.level,
      "aria-selected": String(chosen), ...(row.holds ? { "aria-expanded": String(!closed.has(row.pointer)) } : {}),
      draggable: row.list !== "", "data-pointer": row.pointer, onclick: () => select(row.pointer),
      ondblclick: () => select(row.pointer, false),
    }, row.holds ? h("button", { type: "button", className: "fold", tabIndex: -1, "aria-hidden": "true", onclick: (/** @type {Event} */ event) => {
      event.stopPropagation();
      fold(row.pointer, !closed.has(row.pointer));
    } }, closed.has(row.pointer) ? "▸" : "▾") : h("span", { className: "fold" }),
    h("span", { className: "row-name" }, name),
    h("span", { className: "row-words" }, row.words || (row.count && !row.list ? t("forms.items", { count: row.count }) : "")));
    return element;
  };
  const fold = (/** @type {string} */ pointer, /** @type {boolean} */ shut) => {
    if (shut) closed.add(pointer);
    else closed.delete(pointer);
    show();
  };

  tree.addEventListener("keydown", (event) => {
    const element = /** @type {HTMLElement} */ (event.target);
    const here = rows.findIndex((row) => row.pointer === element.dataset.pointer);
    const row = rows[here];
    if (!row) return;
    current = row.pointer;
    const to = treeKey(event, rows, here);
    if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) move(event.key === "ArrowUp" ? -1 : 1);
    else if (event.key === "Enter" || event.key === "F2") select(row.pointer, false);
    else if (event.key === "Delete") remove();
    else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "d") duplicate();
    else if (event.key === "ArrowRight" && row.holds && closed.has(row.pointer)) fold(row.pointer, false);
    else if (event.key === "ArrowLeft" && row.holds && !closed.has(row.pointer)) fold(row.pointer, true);
    else if (to) {
      select(to.pointer);
      show(true);
    } else return;
    event.preventDefault();
  });
  dragging(tree, {
    begin: (pointer) => { dragged = pointer; },
    may: (onto, behind) => dropped(forms.story, dragged, onto, behind) !== null,
    drop: (onto, behind) => {
      const place = dropped(forms.story, dragged, onto, behind);
      if (place) void edit([moveEdit(forms.story, dragged, place.to, place.index)], under(place.to, place.index));
    },
  });
  forms.on(() => show());
  store.on(["document", "selection", "tab", "language", "story"], () => show());
}

/** @param {OutlineRow} row */
function numbered(row) {
  return row.noun === "class.Figure" ? `${t(row.noun)}${circled(row.number)}` : `${t(row.noun)} ${row.number}`;
}

/**
 * The row that a key of the tree pattern leads to.
 * @param {KeyboardEvent} event
 * @param {OutlineRow[]} rows
 * @param {number} here
 */
function treeKey(event, rows, here) {
  if (event.altKey || event.ctrlKey || event.metaKey) return undefined;
  const row = rows[here];
  switch (event.key) {
    case "ArrowDown": return rows[here + 1];
    case "ArrowUp": return rows[here - 1];
    case "Home": return rows[0];
    case "End": return rows.at(-1);
    case "ArrowLeft": return rows.find((one) => one.pointer === row?.parent);
    case "ArrowRight": return row?.holds ? rows[here + 1] : undefined;
    default: return undefined;
  }
}

/**
 * Rows dragged among each other.
 * @param {HTMLElement} tree
 * @param {{begin: (pointer: string) => void, may: (onto: string, behind: boolean) => boolean,
 *   drop: (onto: string, behind: boolean) => void}} with_
 */
function dragging(tree, { begin, may, drop }) {
  const rowOf = (/** @type {Event} */ event) => /** @type {HTMLElement | null} */ (
    /** @type {HTMLElement} */ (event.target).closest("[data-pointer]"));
  const isBehind = (/** @type {HTMLElement} */ row, /** @type {DragEvent} */ event) => {
    const box = row.getBoundingClientRect();
    return event.clientY > box.top + box.height / 2;
  };
  const clear = () => tree.querySelectorAll(".before, .behind").forEach((one) => one.classList.remove("before", "behind"));
  tree.addEventListener("dragstart", (event) => {
    const row = rowOf(event);
    begin(row?.dataset.pointer ?? "");
    event.dataTransfer?.setData("text/plain", row?.dataset.pointer ?? "");
    if (event.dataTransfer) event.dataTransfer.effectAllowed = "move";
  });
  tree.addEventListener("dragover", (event) => {
    const row = rowOf(event);
    clear();
    if (!row || !may(row.dataset.pointer ?? "", isBehind(row, event))) return;
    event.preventDefault();
    row.classList.add(isBehind(row, event) ? "behind" : "before");
  });
  tree.addEventListener("dragleave", clear);
  tree.addEventListener("dragend", clear);
  tree.addEventListener("drop", (event) => {
    const row = rowOf(event);
    clear();
    if (!row) return;
    event.preventDefault();
    drop(row.dataset.pointer ?? "", isBehind(row, event));
  });
}
