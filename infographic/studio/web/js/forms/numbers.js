/** Numbers as they are typed: their digits are kept, never a float's. */

/**
 * Whether JSON writes a number so.
 * @param {string} text
 */
export function isNumber(text) {
  return /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(text);
}

/**
 * What a person types as a number, as JSON writes it: full-width digits and signs in half width,
 * without commas between thousands; null where it is none.
 * @param {string} typed
 * @returns {string | null}
 */
export function numberOf(typed) {
  const half = typed.trim()
    .replace(/[０-９]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 0xfee0))
    .replace(/[－−–]/g, "-").replace(/[．。]/g, ".").replace(/，/g, ",").replace(/^[+＋]/, "");
  const plain = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(half) ? half.replaceAll(",", "") : half;
  const bare = plain.replace(/^(-?)0+(?=\d)/, "$1").replace(/^(-?)\./, "$10.").replace(/\.$/, "");
  return isNumber(bare) ? bare : null;
}

/**
 * The first number of a text so many steps up or down in its last digit; as many decimals as
 * before.
 * @param {string} text
 * @param {number} by
 * @returns {string}
 */
export function stepped(text, by) {
  const found = /-?\d+(?:\.\d+)?/.exec(text);
  if (!found) return text;
  const [number] = found;
  const point = number.indexOf(".");
  const decimals = point < 0 ? 0 : number.length - point - 1;
  const next = written(BigInt(number.replace(".", "")) + BigInt(by), decimals);
  return text.slice(0, found.index) + next + text.slice(found.index + number.length);
}

/**
 * @param {bigint} digits
 * @param {number} decimals
 */
function written(digits, decimals) {
  const sign = digits < 0n ? "-" : "";
  const all = String(digits < 0n ? -digits : digits).padStart(decimals + 1, "0");
  const whole = all.slice(0, all.length - decimals);
  return sign + (decimals ? `${whole}.${all.slice(-decimals)}` : whole);
}

/**
 * A number of a document as its file has it.
 * @param {any} value
 * @param {string} pointer
 * @param {Record<string, string>} numbers
 */
export function asTyped(value, pointer, numbers) {
  return numbers[pointer] ?? (value === null || value === undefined ? "" : String(value));
}

/**
 * Whether two texts are one number: “2,300” and “2300”, “3.” and “3”; not “3” and “3.0”.
 * @param {string} one
 * @param {string} other
 */
export function isSameNumber(one, other) {
  const number = numberOf(one);
  return number !== null && number === numberOf(other);
}
