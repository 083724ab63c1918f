/** What the numbers of a selection come to. No DOM here. */

const NUMBER = /^[-−+]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?%?$/;

/**
 * Count, sum and mean of the numbers in a block, with no more decimals than they have and two for
 * the mean; null for fewer than two numbers.
 * @param {string[][]} rows
 * @param {import("./selection.js").Block} block
 */
export function summed(rows, { top, left, bottom, right }) {
  /** @type {bigint} */
  let sum = 0n;
  let count = 0;
  let places = 0;
  /** @type {[bigint, number][]} */
  const numbers = [];
  for (const row of rows.slice(top, bottom + 1))
    for (const cell of row.slice(left, right + 1)) {
      const bare = cell.trim();
      if (!NUMBER.test(bare)) continue;
      const plain = bare.replaceAll(",", "").replace("−", "-").replace(/^\+/, "").replace("%", "");
      const decimals = (plain.split(".")[1] ?? "").length;
      numbers.push([BigInt(plain.replace(".", "")), decimals]);
      places = Math.max(places, decimals);
      count += 1;
    }
  if (count < 2) return null;
  for (const [digits, decimals] of numbers) sum += digits * 10n ** BigInt(places - decimals);
  // The mean to two places more, then rounded.
  const mean = Number(sum * 10000n / BigInt(count)) / 10 ** (places + 4);
  return { count, sum: written(sum, places), mean: mean.toFixed(Math.min(places + 1, 8)) };
}

/**
 * @param {bigint} digits
 * @param {number} places
 */
function written(digits, places) {
  const sign = digits < 0n ? "−" : "";
  const text = String(digits < 0n ? -digits : digits).padStart(places + 1, "0");
  return sign + (places ? `${text.slice(0, -places)}.${text.slice(-places)}` : text);
}
