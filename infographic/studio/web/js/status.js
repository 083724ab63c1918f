/** The line at the foot: the studio, the file, how full the frames are, ink, what is wrong. */

import { kindOf } from "./desk/naming.js";
import { h } from "./dom.js";
import { ledgerWords, worst } from "./ledger.js";
import { t } from "./words.js";

/** @typedef {import("./studio.js").Studio} Studio */
/** @typedef {import("./desk/desk.js").Desk} Desk */

/** Milliseconds: that the page is set is told to readers of the screen when the typing rests. */
const REST = 1200;

/**
 * @param {HTMLElement} at
 * @param {Studio} studio
 * @param {Desk} desk
 */
export function mountStatus(at, studio, desk) {
  const { store } = studio;
  const online = h("span", { className: "status-online" });
  const saved = h("span", { className: "status-saved" });
  const ledger = h("button", { type: "button", className: "plain status-ledger" });
  const said = h("span", { className: "status-said" });
  const ink = h("span", { className: "status-ink" });
  const took = h("span", { className: "status-took" });
  const faults = h("button", {
    type: "button", className: "plain status-faults",
    onclick: () => store.set({ tab: "messages", drawer: "side" }),
  });
  const aloud = h("span", { className: "unseen", "aria-live": "polite" });
  at.append(online, saved, ledger, said, h("span", { className: "bar-space" }), ink, took, faults, aloud);

  store.on(["online", "barred", "language"], () => {
    const { barred } = studio.state;
    online.textContent = t(
      studio.state.online ? "status.online" : barred ? `status.barred_${barred}` : "status.offline");
    online.classList.toggle("off", !studio.state.online);
  });
  store.on(["document", "language"], () => {
    const { document: open } = studio.state;
    saved.textContent = open ? t(open.saved ? "status.saved" : "status.unsaved") : "";
    saved.classList.toggle("off", open !== null && !open.saved);
  });
  store.on(["pages", "selection", "language"], () => showLedger(studio, ledger));
  store.on(["pages", "language"], () => {
    const ms = studio.state.pages.main?.took;
    took.textContent = ms === undefined ? "" : t("status.drawn", { ms: Math.round(ms) });
  });
  store.on(["pages", "checked", "failed", "document", "language"], () => {
    const { errors, warnings, leftOut } = counts(studio);
    faults.replaceChildren(
      ...(errors ? [h("span", { className: "error" }, t("status.errors", { count: errors })), " "] : []),
      ...(warnings ? [h("span", { className: "warning" }, t("status.warnings", { count: warnings })), " "] : []),
      ...(errors + warnings || !studio.state.pages.main ? [] : [h("span", {}, t("status.no_faults")), " "]),
      // A page may lose its numbers to a long headline, and be well set.
      ...(leftOut ? [h("span", { className: "left-out" }, t("status.left_out", { count: leftOut }))] : []),
    );
  });
  mountSaid(studio, said);
  mountAloud(studio, aloud);
  mountInk(studio, desk, ink);
}

/** What was just done, for some seconds. @param {Studio} studio @param {HTMLElement} said */
function mountSaid(studio, said) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  studio.store.on(["said"], () => {
    said.textContent = studio.state.said;
    clearTimeout(waiting);
    if (studio.state.said) waiting = setTimeout(() => studio.store.set({ said: "" }), 6000);
  });
}

/** @param {Studio} studio @param {HTMLButtonElement} button */
function showLedger(studio, button) {
  const { pages, selection } = studio.state;
  const found = worst(pages.main?.ledger ?? [], selection);
  button.hidden = !found;
  if (!found) return;
  const { entry, own } = found;
  button.textContent = t("status.ledger", {
    name: kindOf(entry.pointer, entry.block, t), said: ledgerWords(entry, t),
  });
  button.classList.toggle("error", entry.over > 0 || entry.over_lines > 0);
  button.onclick = own ? null
    : () => studio.store.set({ selection: { file: entry.file, pointer: entry.pointer, kind: entry.block } });
}

/** How much is wrong with the main view and its story. @param {Studio} studio */
function counts(studio) {
  const { pages, checked, failed, document: open } = studio.state;
  const all = [
    ...(failed.main ? failed.main.diagnostics : [...(pages.main?.diagnostics ?? []), ...(checked.main ?? [])]),
    ...(open?.faults ?? []),
  ];
  const seen = new Map(all.map((one) => [`${one.code} ${one.file} ${one.pointer} ${one.message}`, one]));
  const of = (/** @type {string} */ severity) => [...seen.values()].filter((one) => one.severity === severity).length;
  const leftOut = [...seen.values()].filter((one) => one.code === "story-unused").length;
  return { errors: of("error"), warnings: of("warning"), leftOut };
}

/** @param {Studio} studio @param {HTMLElement} aloud */
function mountAloud(studio, aloud) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  studio.store.on(["pages", "checked", "failed", "said"], () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const { failed, pages } = studio.state;
      const { errors, warnings } = counts(studio);
      const first = failed.main?.diagnostics[0]?.message ?? failed.main?.message ?? "";
      if (studio.state.said) aloud.textContent = studio.state.said;
      else if (failed.main) aloud.textContent = t("status.failed", { message: first });
      else if (pages.main) aloud.textContent = t("status.set", {
        said: errors + warnings ? t("status.set_ill", { errors, warnings }) : t("status.set_well"),
      });
    }, REST);
  });
}

/** Ink at the pointer: one question at a time. @param {Studio} studio @param {Desk} desk @param {HTMLElement} ink */
function mountInk(studio, desk, ink) {
  /** @type {{view: string, page: number, x: number, y: number} | null} */
  let next = null;
  let asking = false;
  const ask = async () => {
    if (asking) return;
    asking = true;
    while (next) {
      const at = next;
      next = null;
      const found = await studio.wire.job("ink", at).catch(() => null);
      ink.textContent = found?.inks && wanted() ? inkWords(found) : "";
      ink.classList.toggle("error", Boolean(found?.hard) && found.total > found.hard);
    }
    asking = false;
  };
  const wanted = () => studio.state.mode === "plates" || studio.state.mode === "proof";
  desk.onPoint.push((at) => {
    if (!wanted() || !at) {
      next = null;
      ink.textContent = "";
      return;
    }
    next = at;
    void ask();
  });
  studio.store.on(["mode"], () => {
    ink.textContent = "";
  });
}

/** @type {Record<string, string>} */
const LETTERS = { cyan: "C", magenta: "M", yellow: "Y", black: "K", Cyan: "C", Magenta: "M", Yellow: "Y", Black: "K" };

/** @param {{inks: {name: string, here: number}[], total: number}} found */
export function inkWords(found) {
  if (!found.total) return t("status.no_ink");
  const inks = found.inks.map((one) => `${LETTERS[one.name] ?? one.name} ${one.here}`).join("　");
  return t("status.ink", { inks, total: found.total });
}
