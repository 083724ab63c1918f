/** A page that is over or underset: what `fit` would make of it, before and after, and taking it. */

import { h } from "../dom.js";
import { t } from "../words.js";
import { sentence } from "./sentence.js";

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
      result.replaceChildren(h("p", {}, `${t("fit.unchanged")}${outcome(told)}`));
      return;
    }
    result.replaceChildren(...pictures(told), h("p", {}, changesSaid(told)),
      h("div", { className: "buttons" }, h("button", { type: "button", className: "primary", onclick: () => take(studio, result, told) }, t("fit.take"))));
  } catch (error) {
    result.replaceChildren(h("p", { className: "standing refused" }, whyNot(studio, error)));
  } finally {
    button.disabled = false;
  }
}

/**
 * What is another than in the layout, in words.
 * @param {any} told as `worker/jobs/fit.py` answers
 */
export function changesSaid(told) {
  const said = told.changes.map((/** @type {any} */ one) => t(`fit.${one.what}`, {
    name: one.name, from: rounded(one.from), to: rounded(one.to), leading: rounded(one.leading ?? 0),
  }));
  return `${said.join(t("fit.and"))}${t("fit.stop")}${outcome(told)}`;
}

/** @param {any} told */
function outcome(told) {
  if (told.over) return t("fit.still_over", { count: told.over });
  return t(!told.fits ? "fit.no_room" : told.full ? "fit.is_full" : "fit.not_full");
}

/** @param {number} value */
function rounded(value) {
  return Math.round(value * 100) / 100;
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
    result.append(h("p", { className: "standing refused", role: "alert" }, whyNot(studio, error)));
  }
}

/**
 * @param {import("../studio.js").Studio} studio
 * @param {any} error
 */
function whyNot(studio, error) {
  const [one] = error?.diagnostics ?? [];
  const why = one ? sentence(one, studio.state.language) : error?.message ?? "";
  return why && why !== "time" ? t("fit.failed", { why }) : t("fit.too_long");
}
