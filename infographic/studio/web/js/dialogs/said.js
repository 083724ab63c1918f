/** A diagnostic with its mend, as one sentence of the interface's language. */

import { hint, sentence } from "../messages/sentence.js";

/**
 * @param {import("../protocol.js").Diagnostic} one
 */
export function said(one) {
  const language = document.documentElement.lang === "en" ? "en" : "zh";
  const mend = one.severity === "note" ? "" : hint(one, language);
  if (!mend) return sentence(one, language);
  return language === "zh" ? `${sentence(one, language)}（${mend}）` : `${sentence(one, language)} (${mend})`;
}
