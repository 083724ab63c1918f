/** A page that is over or underset: what `fit` would make of it, before and after, and taking it. */

import { h } from "../dom.js";
import { t } from "../words.js";

/**
 * How full the view's frames are, in one figure: the longest over, else the most empty lines.
 * @param {import("../protocol.js").LedgerEntry[]} ledger
 */
export function worst(ledger) {
  const over = Math.max(0, ...ledger.map((one) => one.over));
  const lines = Math.max(0, ...ledger.map((one) => one.spare_lines));
  return { over, lines };
}

/** @type {{key: string, body: HTMLElement | null}} */
let made = { key: "", body: null };

/**
 * @param {HTMLElement} at
 * @param {import("../studio.js").Studio} studio
 */
export function fitLine(at, studio) {
  const page = studio.state.pages.main;
  const { over, lines } = worst(page?.ledger ?? []);
  const key = `${studio.state.language} ${page?.story} ${page?.layout} ${page?.revision}`;
  if (!over && lines < 2) {
    at.replaceChildren();
    return;
  }
  if (made.key === key && at.firstChild) return;
  made = { key, body: null };
  const result = h("div", { className: "fit-result", "aria-live": "polite" });
  at.replaceChildren(h("p", {}, t(over ? "fit.over" : "fit.under", { count: over, lines })),
    h("button", { type: "button", onclick: (/** @type {Event} */ event) => {
      void tryIt(studio, result, /** @type {HTMLButtonElement} */ (event.currentTarget));
    } }, t("fit.try")), result);
}

/**
 * @param {import("../studio.js").Studio} studio
 * @param {HTMLElement} result
 * @param {HTMLButtonElement} button
 */
async function tryIt(studio, result, button) {
  button.disabled = true;
  result.replaceChildren(h("p", {}, t("fit.trying")));
  try {
    const told = await studio.wire.job("fit", { view: "main" });
    if (!told.changed) {
      result.replaceChildren(h("p", {}, told.sentence));
      return;
    }
    result.replaceChildren(...pictures(told), h("p", {}, told.sentence),
      h("div", { className: "buttons" }, h("button", { type: "button", className: "primary", onclick: () => take(studio, result, told) }, t("fit.take"))));
  } catch (error) {
    result.replaceChildren(h("p", { className: "standing refused" }, t("fit.failed", { why: error instanceof Error ? error.message : "" })));
  } finally {
    button.disabled = false;
  }
}

/** @param {any} told */
function pictures(told) {
  const one = (/** @type {{png: string}[]} */ pages, /** @type {string} */ key) => h("figure", {},
    ...pages.slice(0, 1).map((page) => h("img", { alt: t(key), src: addressOf(page.png) })), h("figcaption", {}, t(key)));
  return [h("div", { className: "fit-pictures" }, one(told.before, "fit.before"), one(told.after, "fit.after"))];
}

/**
 * The address of a picture in base64: the page takes no “data:”.
 * @param {string} data
 */
function addressOf(data) {
  const bytes = Uint8Array.from(atob(data), (one) => one.charCodeAt(0));
  return URL.createObjectURL(new Blob([bytes], { type: "image/png" }));
}

/**
 * @param {import("../studio.js").Studio} studio
 * @param {HTMLElement} result
 * @param {any} told
 */
async function take(studio, result, told) {
  const { layout } = studio.state;
  try {
    const given = await studio.wire.ask({ type: "save_layout", layout, tuning: told.tuning });
    result.replaceChildren(h("p", {}, t("fit.taken", { layout: given.layout })));
    studio.store.set({ layout: given.layout });
  } catch (error) {
    result.append(h("p", { className: "standing refused", role: "alert" }, t("fit.failed", { why: error instanceof Error ? error.message : "" })));
  }
}
