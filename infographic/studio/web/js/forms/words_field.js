/** A field of words with marks: a text that grows, keys for its marks, its count and its lint. */

import { h } from "../dom.js";
import { t } from "../words.js";
import { framed, labelOf, liveInput, newId, takeOver, valueOf } from "./field.js";
import { MARKS, mended, wrapped } from "./marks.js";
import { countLine, messageLines, noteKey, renew, standingLine } from "./notes.js";
import { stepped } from "./numbers.js";
import { unitsTo } from "./offsets.js";

/**
 * @typedef {import("./forms.js").Forms} Forms
 * @typedef {import("./rows.js").Row} Row
 * @typedef {import("./field.js").Field} Field
 */

/**
 * @param {Forms} forms
 * @param {Row} row
 * @param {{remove?: (() => void) | undefined}} [with_]
 * @returns {Field}
 */
export function wordsField(forms, row, with_ = {}) {
  const id = newId();
  const { pointer, spec } = row;
  const hasMarks = spec.kind === "copy";
  const area = h("textarea", { id, rows: 1, className: "words", spellcheck: false, "aria-describedby": `${id}-notes` });
  if (hasMarks) area.dataset.marks = labelOf(row);
  const { element, aside, notes } = framed(forms, row, id, area, with_);
  const read = (/** @type {any} */ value) => (typeof value === "string" ? value : "");
  const live = liveInput(forms, area, {
    pointer, read, changed: () => note(), write: (text) => valueOf(spec, text, forms.at(pointer)),
  });

  const show = (/** @type {number} */ start, /** @type {number} */ end) => {
    area.focus();
    area.setSelectionRange(start, end);
  };
  const mend = (/** @type {import("./forms.js").Finding[]} */ findings) =>
    write(area, allMended(area.value, findings), area.selectionStart, area.selectionEnd);
  const isBlind = () => row.cls === "Figure" && row.key === "alt" && area.value.trim() === "" &&
    !forms.diagnosticsAt(pointer).length;
  const chosen = () => {
    area.value = live.shown;
    area.focus();
    note();
  };
  function note() {
    fit(area);
    aside.replaceChildren(countLine(forms, pointer, area.value));
    renew(notes, [isBlind(), noteKey(forms, pointer, live)], () => {
      const lines = messageLines(forms, pointer, { text: () => area.value, show, mend });
      return [standingLine(forms, live, (value) => value, chosen),
        isBlind() ? h("p", { className: "note-line warning" }, t("forms.no_alt")) : null,
        lines.length ? h("ul", { className: "note-lines" }, ...lines) : null];
    });
  }
  area.addEventListener("keydown", (event) => keys(event, area, live.composing));
  element.addEventListener("focusout", (event) => {
    if (element.contains(/** @type {Node | null} */ (event.relatedTarget))) return;
    // What is emptied is not there: its field goes, and can be added again.
    if (area.value === "" && forms.at(pointer) === "" && with_.remove) with_.remove();
  });
  note();
  return {
    element, pointer, note,
    update: () => {
      takeOver(forms, live, area, read(forms.at(pointer)));
      note();
    },
    focus: (offset) => {
      area.focus();
      const place = offset === undefined ? area.value.length : unitsTo(area.value, offset);
      area.setSelectionRange(place, place);
    },
    get isDirty() {
      return live.isDirty;
    },
  };
}

/**
 * A text with findings set right, from the last to the first, so that places stay what they are.
 * @param {string} text
 * @param {import("./forms.js").Finding[]} findings
 */
function allMended(text, findings) {
  for (const one of [...findings].sort((a, b) => b.start - a.start)) {
    const place = { start: unitsTo(text, one.start), end: unitsTo(text, one.end), found: one.found, mend: one.mend ?? "" };
    text = mended(text, place) ?? text;
  }
  return text;
}

/**
 * As high as its words.
 * @param {HTMLTextAreaElement} area
 */
export function fit(area) {
  area.style.height = "auto";
  if (area.scrollHeight) area.style.height = `${area.scrollHeight + 2}px`;
}

/**
 * Another text in the area, as if it were typed; the browser's own undoing of it is not used.
 * @param {HTMLTextAreaElement} area
 * @param {string} text
 * @param {number} start
 * @param {number} end
 */
export function write(area, text, start, end) {
  area.focus();
  area.value = text;
  area.setSelectionRange(start, end);
  area.dispatchEvent(new Event("input", { bubbles: true }));
}

/**
 * @param {HTMLTextAreaElement} area
 * @param {import("./marks.js").Mark} mark
 */
export function apply(area, mark) {
  const made = wrapped(area.value, area.selectionStart, area.selectionEnd, mark);
  write(area, made.text, made.start, made.end);
}

/**
 * @param {KeyboardEvent} event
 * @param {HTMLTextAreaElement} area
 * @param {boolean} composing
 */
function keys(event, area, composing) {
  if (composing || event.isComposing) return;
  if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
    if (step(area, (event.key === "ArrowUp" ? 1 : -1) * (event.shiftKey ? 10 : 1))) event.preventDefault();
    return;
  }
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
  const mark = MARKS.find((one) => one.key && one.key === event.key.toLowerCase());
  if (!mark || area.dataset.marks === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  apply(area, mark);
}

/**
 * The number at the caret one step up or down.
 * @param {HTMLTextAreaElement} area
 * @param {number} by
 */
function step(area, by) {
  const caret = area.selectionEnd;
  for (const match of area.value.matchAll(/\d+(?:\.\d+)?/g)) {
    const end = match.index + match[0].length;
    if (caret < match.index || caret > end) continue;
    const number = stepped(match[0], by);
    if (number.startsWith("-")) return true;
    const text = area.value.slice(0, match.index) + number + area.value.slice(end);
    const place = Math.max(match.index, caret + number.length - match[0].length);
    write(area, text, place, place);
    return true;
  }
  return false;
}
