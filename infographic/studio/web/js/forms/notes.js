/** What stands under a field: how full its frame is, what is wrong with it, what another wrote. */

import { h } from "../dom.js";
import { t } from "../words.js";
import { isSameFile } from "../messages/gathered.js";
import { hint } from "../messages/sentence.js";
import { conflictBox, conflictsAt } from "./conflicts.js";
import { countOf, unitsTo } from "./offsets.js";

/**
 * @typedef {import("./forms.js").Forms} Forms
 * @typedef {import("./live.js").Live} Live
 */

/** @type {WeakMap<HTMLElement, string>} */
const KEYS = new WeakMap();

/**
 * Fill an element anew, only where what it shows is another: a button that is being pressed stays.
 * @param {HTMLElement} element
 * @param {any} key what it shows, as JSON has it
 * @param {() => (Node | string | null)[]} make
 */
export function renew(element, key, make) {
  const next = JSON.stringify(key);
  if (KEYS.get(element) === next) return;
  KEYS.set(element, next);
  element.replaceChildren(...make().filter((one) => one !== null));
}

/**
 * What the notes of a value show, for `renew`.
 * @param {Forms} forms
 * @param {string} pointer
 * @param {Live} [live]
 */
export function noteKey(forms, pointer, live) {
  return [forms.language, conflictsAt(forms, pointer), forms.diagnosticsAt(pointer), forms.findingsAt(pointer), live?.standing, live?.theirs,
    live?.error?.diagnostics ?? live?.error?.message];
}

/**
 * How full, in characters: 超37字, 欠2行, 还可写12字.
 * @param {Forms} forms
 * @param {string} pointer
 * @returns {{said: string, over: boolean} | null}
 */
export function fullness(forms, pointer) {
  const entry = forms.ledgerAt(pointer);
  if (!entry && /^\/body\/\d+/.test(pointer)) {
    const whole = fullness(forms, "/body");
    return whole && { ...whole, said: t("forms.whole", { said: whole.said }) };
  }
  if (!entry) return null;
  if (entry.over) return { said: t("forms.over", { count: entry.over }), over: true };
  if (entry.spare_lines && entry.spare_lines > 0)
    return { said: t("forms.under", { lines: entry.spare_lines, count: entry.to_fill || entry.spare }), over: false };
  return { said: entry.spare > 0 ? t("forms.spare", { count: entry.spare }) : t("forms.full"), over: false };
}

/**
 * @param {Forms} forms
 * @param {string} pointer
 * @param {string} text
 */
export function countLine(forms, pointer, text) {
  const full = fullness(forms, pointer);
  const count = t("forms.count", { count: countOf(text) });
  return h("span", { className: full?.over ? "count over" : "count" }, full ? `${count}　${full.said}` : count);
}

/**
 * The messages of a value; those of the lint with a button at each place that has a mend.
 * @param {Forms} forms
 * @param {string} pointer
 * @param {{text?: () => string, show?: (start: number, end: number) => void,
 *   mend?: (findings: import("./forms.js").Finding[]) => void}} [field] of words
 */
export function messageLines(forms, pointer, field = {}) {
  return forms.diagnosticsAt(pointer).map((one) => {
    const said = h("span", { className: "said" }, forms.said(one));
    const tip = hint(one, forms.language);
    const line = h("li", { className: `note-line ${one.severity}` }, said,
      tip ? h("span", { className: "hint" }, tip) : null);
    const { text, show, mend } = field;
    const findings = forms.findingsAt(pointer).filter((found) => found.code === one.code);
    if (!text || !show || !findings.length) return line;
    const places = h("span", { className: "finds" });
    for (const found of findings.slice(0, 12)) {
      const start = unitsTo(text(), found.start);
      places.append(h("button", {
        type: "button", className: "find", title: t("forms.show_place"),
        onclick: () => show(start, unitsTo(text(), found.end)),
      }, visible(found.found)));
      if (found.mend !== null && mend)
        places.append(h("button", {
          type: "button", className: "find mend",
          "aria-label": t("forms.mend_one", { found: visible(found.found), mend: visible(found.mend) }),
          onclick: () => mend([found]),
        }, `→ ${visible(found.mend)}`));
    }
    const able = findings.filter((found) => found.mend !== null);
    if (able.length > 1 && mend)
      places.append(h("button", { type: "button", className: "find mend", onclick: () => mend(able) },
        t("forms.mend_all", { count: able.length })));
    line.append(places);
    return line;
  });
}

/**
 * What no eye sees, by a sign for it.
 * @param {string} text
 */
export function visible(text) {
  if (!text) return t("forms.nothing");
  return [...text].map((one) => one === " " ? "␣" : one === "\u3000" ? "□" : one === "\n" ? "⏎"
    : /\p{C}/u.test(one) ? `U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}` : one).join("");
}

/**
 * That a value was not taken, and the choice between ours and theirs.
 * @param {Forms} forms
 * @param {Live} live
 * @param {(value: any) => string} shown
 * @param {() => void} after called when a choice was made
 */
export function standingLine(forms, live, shown, after) {
  const [both] = conflictsAt(forms, live.pointer);
  if (both) return conflictBox(forms, both);
  if (live.standing === "waiting") return h("p", { className: "standing" }, t("forms.waiting"));
  if (live.standing === "conflict") {
    const choose = (/** @type {() => void} */ how) => () => {
      how();
      after();
    };
    return h("div", { className: "standing conflict", role: "alert" },
      h("p", {}, t("forms.conflict")),
      h("blockquote", {}, shown(live.theirs) || t("forms.nothing")),
      h("div", { className: "buttons" },
        h("button", { type: "button", onclick: choose(() => live.takeTheirs()) }, t("forms.theirs")),
        h("button", { type: "button", onclick: choose(() => live.keepOurs()) }, t("forms.ours"))));
  }
  if (live.standing !== "refused") return null;
  const why = live.error?.diagnostics?.[0];
  return h("p", { className: "standing refused", role: "alert" },
    t("forms.refused", { why: why ? forms.said(why) : live.error?.message ?? "" }));
}

/**
 * Messages of an object itself and of what in it has no field of its own here.
 * @param {Forms} forms
 * @param {string} owner
 * @param {string[]} pointers of the fields
 */
export function restLines(forms, owner, pointers) {
  const { story } = forms.studio.state;
  const rest = forms.diagnostics.filter((one) =>
    isSameFile(one.file, story) && owner !== "" && (one.pointer === owner || one.pointer.startsWith(`${owner}/`)) &&
    !pointers.includes(one.pointer) && one.severity !== "note");
  return rest.map((one) => h("li", { className: `note-line ${one.severity}` },
    h("span", { className: "said" }, forms.said(one)),
    hint(one, forms.language) ? h("span", { className: "hint" }, hint(one, forms.language)) : null));
}
