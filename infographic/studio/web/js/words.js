/** The words of the interface, in the language that is set. */

import { en } from "../words/en.js";
import { zh } from "../words/zh.js";

/** @type {Record<string, Record<string, string>>} */
const TABLES = { zh, en };
let table = zh;

/** @param {string} language */
export function speak(language) {
  table = TABLES[language] ?? zh;
  document.documentElement.lang = language === "en" ? "en" : "zh-Hans";
}

/**
 * The words of a key, {name} in them replaced; the key itself where there are none. What is
 * written {count:# item|# items} is said of one, and of more.
 * @param {string} key
 * @param {Record<string, string | number>} [values]
 */
export function t(key, values = {}) {
  const words = /** @type {Record<string, string>} */ (table)[key] ?? en[/** @type {keyof typeof en} */ (key)] ?? key;
  return words.replace(/\{(\w+)(?::([^{}|]*)\|([^{}|]*))?\}/g, (whole, name, one, more) => {
    const value = values[name];
    if (value === undefined) return whole;
    return one === undefined ? String(value) : (Number(value) === 1 ? one : more).replaceAll("#", String(value));
  });
}
