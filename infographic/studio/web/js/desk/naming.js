/** What a datum is called where it is pointed at: “图②”, “数字 3　党员人数”. No DOM. */

/** @typedef {(key: string, values?: Record<string, string | number>) => string} Say */

/** Lists of a story whose items are called by their place, and what one of them is called. */
const LISTS = new Set([
  "body", "panels", "stats", "figures", "charts", "events", "places", "tables", "credits",
]);
const FIRST_WORDS = 14;

/**
 * A number in a circle, as captions have it.
 * @param {number} number from 1
 */
export function circled(number) {
  if (number >= 1 && number <= 20) return String.fromCodePoint(0x245f + number);
  return number <= 35 ? String.fromCodePoint(0x323c + number) : String(number);
}

/**
 * The value at a JSON Pointer; undefined where there is none.
 * @param {any} value
 * @param {string} pointer
 */
export function valueAt(value, pointer) {
  for (const part of pointer.split("/").slice(1)) {
    if (value === null || typeof value !== "object") return undefined;
    value = value[part.replaceAll("~1", "/").replaceAll("~0", "~")];
  }
  return value;
}

/**
 * A text without its marks, cut after its first words.
 * @param {string} text
 */
export function firstWords(text) {
  const plain = text
    .replace(/\{\?\?[^]*?\?\?\}/g, "")
    .replace(/\{[?!~^_]?([^{}|]*?)(?:\|[^{}]*)?[?!~]?\}/g, "$1")
    .replace(/\*\*|\\(?=\W)/g, "")
    .replace(/\s+/g, " ")
    .trim();
  const letters = [...plain];
  return letters.length > FIRST_WORDS ? `${letters.slice(0, FIRST_WORDS).join("")}…` : plain;
}

/**
 * The words that tell a value from its like: its own, or its title's, label's or caption's.
 * @param {any} value
 */
export function wordsOf(value) {
  if (typeof value === "string") return firstWords(value);
  if (value === null || typeof value !== "object") return "";
  for (const name of ["title", "name", "headline", "label", "lead", "text", "subhead", "quote", "caption"])
    if (typeof value[name] === "string" && value[name].trim()) return firstWords(value[name]);
  return "";
}

/**
 * What kind of datum it is, with its number: “标题”, “面板 2”, “图②”.
 * @param {string} pointer
 * @param {string} kind of its block, for a datum that the story's fields do not name
 * @param {Say} say
 * @returns {string}
 */
export function kindOf(pointer, kind, say) {
  const parts = pointer.split("/").slice(1);
  const last = parts.at(-1) ?? "";
  if (/^\d+$/.test(last)) {
    const list = parts.at(-2) ?? "";
    const number = Number(last) + 1;
    if (list === "figures") return say("name.figures", { number: circled(number) });
    if (LISTS.has(list)) return say(`name.${list}`, { number });
    return `${kindOf(`/${parts.slice(0, -1).join("/")}`, kind, say)} ${number}`;
  }
  const all = say(`name.${last}_all`);
  if (all !== `name.${last}_all`) return all;
  const own = say(`name.${last}`);
  if (own !== `name.${last}`) return own.replace(/\s*\{number\}/, "");
  const block = say(`block.${kind}`);
  return block === `block.${kind}` ? last || kind : block;
}

/**
 * The name of a region: what it is, within which (“面板 2 › 数字 3”), and its first words.
 * @param {{pointer: string, kind: string}} region
 * @param {any} story the story's value; null while it is not known
 * @param {Say} say
 */
export function nameOf(region, story, say) {
  const parts = region.pointer.split("/").slice(1);
  const names = [];
  for (let at = 1; at < parts.length; at += 1)
    if (/^\d+$/.test(parts[at - 1] ?? "")) names.push(`/${parts.slice(0, at).join("/")}`);
  const way = [...names, region.pointer].map((one) => kindOf(one, region.kind, say));
  const words = story ? wordsOf(valueAt(story, region.pointer)) : "";
  return words ? `${way.join(" › ")}　${words}` : way.join(" › ");
}
