/** What a diagnostic says, in the language of the interface. */

/**
 * @param {import("../protocol.js").Diagnostic} one
 * @param {string} language
 * @returns {string}
 */
export function sentence(one, language) {
  const own = /** @type {Record<string, any>} */ (one)[`message_${language}`];
  return own || one.message;
}

/**
 * @param {import("../protocol.js").Diagnostic} one
 * @param {string} language
 * @returns {string}
 */
export function hint(one, language) {
  const own = /** @type {Record<string, any>} */ (one)[`hint_${language}`];
  return own || one.hint;
}
