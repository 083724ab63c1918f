/** A stat as a sentence and as its parts, where one says no more than the other. */

import { numberOf } from "./numbers.js";

/** Before a number, behind it: longer words first. */
const BEFORE = ["超过", "不到", "将近", "约", "近", "超", "逾"];
const BEHIND = ["以上", "以下", "左右", "余", "多"];
/** What a sentence holds by itself; all else of a stat goes along. */
const PARTS = ["label", "value", "qualifier", "unit"];
const STAYS_OUT = ["as", "decimals", "grouping", "sign", "from", "to"];
const LONGEST_UNIT = 6;

/**
 * @typedef {{label: string, number: string, qualifier: string, unit: string}} Parts
 */

/**
 * The parts of a sentence with one marked number; null where it says more than parts can.
 * @param {string} text
 * @returns {Parts | null}
 */
export function partsOf(text) {
  const found = /^([^*{}\\\n]+)\*\*([^*]+)\*\*([^*{}\\\n]*)$/u.exec(text);
  if (!found) return null;
  const [, before = "", digits = "", behind = ""] = found;
  const number = numberOf(digits);
  if (number === null || number !== digits) return null;
  const early = BEFORE.find((word) => before.endsWith(word)) ?? "";
  const late = early ? "" : BEHIND.find((word) => behind.startsWith(word)) ?? "";
  const unit = behind.slice(late.length);
  const label = before.slice(0, before.length - early.length);
  if (!label.trim() || [...unit].length > LONGEST_UNIT || /[，。；：、！？,.;:\s]/u.test(unit)) return null;
  const parts = { label, number, qualifier: early || late, unit };
  return sentenceOf(parts) === text ? parts : null;
}

/** @param {Parts} parts */
export function sentenceOf({ label, number, qualifier, unit }) {
  return BEFORE.includes(qualifier)
    ? `${label}${qualifier}**${number}**${unit}`
    : `${label}**${number}**${qualifier}${unit}`;
}

/**
 * How a stat stands in its file.
 * @param {any} stat
 * @returns {"sentence" | "parts" | "change"}
 */
export function formOf(stat) {
  if (typeof stat === "string" || typeof stat?.text === "string") return "sentence";
  return stat !== null && typeof stat === "object" && ("from" in stat || "to" in stat) ? "change" : "parts";
}

/**
 * A stat in the other form, with its digits apart; null where that would lose something.
 * @param {any} stat
 * @param {string} number its value as the file has it
 * @returns {{value: any, number?: string} | null} number: what its “value” is to be, as typed
 */
export function turned(stat, number) {
  if (formOf(stat) === "sentence") {
    const text = typeof stat === "string" ? stat : stat.text;
    const others = typeof stat === "string" ? {} : without(stat, ["text"]);
    if (PARTS.some((key) => key in others)) return null;
    const parts = partsOf(text);
    if (!parts) return null;
    /** @type {Record<string, any>} */
    const value = { label: parts.label, value: Number(parts.number) };
    if (parts.qualifier) value.qualifier = parts.qualifier;
    if (parts.unit) value.unit = parts.unit;
    return { value: { ...value, ...others }, number: parts.number };
  }
  if (stat === null || typeof stat !== "object") return null;
  if (formOf(stat) === "change" || STAYS_OUT.some((key) => key in stat)) return null;
  const { label = "", qualifier = "", unit = "" } = stat;
  if (!label || numberOf(number) !== number || typeof stat.value !== "number") return null;
  const text = sentenceOf({ label, number, qualifier, unit });
  const back = partsOf(text);
  if (!back || back.label !== label || back.unit !== unit || back.qualifier !== qualifier) return null;
  const others = without(stat, PARTS);
  return { value: Object.keys(others).length ? { text, ...others } : text };
}

/**
 * @param {Record<string, any>} object
 * @param {string[]} keys
 */
function without(object, keys) {
  return Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));
}
