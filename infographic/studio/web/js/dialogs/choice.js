/** What is exported: which layouts, which files, with which options. No DOM here. */

/** @typedef {import("../protocol.js").LayoutEntry} LayoutEntry */
/** @typedef {import("../protocol.js").FormatKind} FormatKind */
/** @typedef {import("../protocol.js").ExportRefusal} ExportRefusal */
/** @typedef {"this" | "both" | "family" | "fitting" | "chosen"} Scope */

/**
 * The layouts that a scope stands for, in the order they are shown.
 * @param {Scope} scope
 * @param {object} of
 * @param {LayoutEntry[]} of.layouts
 * @param {string} of.layout the main view's
 * @param {string} of.second the second view's, or ""
 * @param {string} of.family
 * @param {string[]} of.chosen
 * @returns {string[]}
 */
export function layoutsOf(scope, { layouts, layout, second, family, chosen }) {
  switch (scope) {
    case "this":
      return layout ? [layout] : [];
    case "both":
      return [...new Set([layout, second].filter(Boolean))];
    case "family":
      return layouts.filter((one) => one.family === family).map((one) => one.name);
    case "fitting":
      return layouts.map((one) => one.name);
    case "chosen":
      return layouts.filter((one) => chosen.includes(one.name)).map((one) => one.name);
  }
}

/**
 * The families in their order, each once.
 * @param {LayoutEntry[]} layouts
 */
export function familiesOf(layouts) {
  return [...new Set(layouts.map((one) => one.family))];
}

/**
 * What an option's field says: its value; undefined where it says nothing; null where it is wrong.
 * A size in bytes goes as it is typed, “2MB”.
 * @param {import("../protocol.js").FormatOption} option
 * @param {string | boolean} typed
 * @returns {number | string | boolean | undefined | null}
 */
export function optionValue(option, typed) {
  if (option.kind === "flag") return typed ? true : undefined;
  const words = halfWidth(String(typed)).trim();
  if (words === "") return undefined;
  if (option.kind === "bytes") return /^\d+(\.\d+)?\s*([km]i?)?b?$/i.test(words) ? words : null;
  const value = Number(words);
  const fits = Number.isFinite(value) && value >= option.low && value <= (option.high ?? Infinity);
  if (!fits || (option.kind === "whole" && !Number.isInteger(value))) return null;
  return value;
}

/**
 * Full-width digits, letters and points as they are typed with an input method on.
 * @param {string} words
 */
export function halfWidth(words) {
  return words.replace(/[\uff01-\uff5e]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, " ");
}

/**
 * The files that are asked for.
 * @param {FormatKind[]} kinds those that are chosen
 * @param {Record<string, Record<string, string | boolean>>} typed fields by ending and option
 * @param {{tiles: string, altText: boolean}} pictures
 * @returns {{formats: Record<string, unknown>[], wrong: string[]}} wrong: “ending option” of fields
 */
export function formatsAsked(kinds, typed, { tiles, altText }) {
  /** @type {string[]} */
  const wrong = [];
  const height = optionValue({ name: "tiles", kind: "whole", low: 100, high: 20000 }, tiles);
  if (height === null && kinds.some((one) => one.is_picture)) wrong.push("tiles");
  const formats = kinds.map((kind) => {
    /** @type {Record<string, unknown>} */
    const options = {};
    for (const option of kind.options) {
      const value = optionValue(option, typed[kind.ending]?.[option.name] ?? "");
      if (value === null) wrong.push(`${kind.ending} ${option.name}`);
      else if (value !== undefined) options[option.name] = value;
    }
    const pictures = kind.is_picture ? { tiles: height ?? null, alt_text: altText } : {};
    return { ending: kind.ending, options, ...pictures };
  });
  return { formats, wrong };
}

/**
 * A size for people.
 * @param {number} bytes
 */
export function sizeOf(bytes) {
  if (bytes >= 1e6) return `${(bytes / 1e6).toFixed(bytes >= 1e7 ? 0 : 1)} MB`;
  return `${Math.max(1, Math.round(bytes / 1e3))} kB`;
}

/**
 * Refusals that came of the story not fitting a layout, beside those that somebody has to mend.
 * Of layouts that nobody asked for by name the first are no fault.
 * @param {ExportRefusal[]} refused
 */
export function sorted(refused) {
  const fits = new Set(["layout-needs", "overset", "overfull", "headline-long"]);
  /** @param {ExportRefusal} one */
  const isUnfit = (one) =>
    one.why === "page" && one.diagnostics.length > 0 &&
    one.diagnostics.filter((each) => each.severity === "error").every((each) => fits.has(each.code));
  return { unfit: refused.filter(isUnfit), wrong: refused.filter((one) => !isUnfit(one)) };
}
