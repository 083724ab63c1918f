/** The language of the interface, remembered by the browser. */

import { speak } from "../words.js";

/** @typedef {import("../studio.js").Studio} Studio */

const KEY = "infographic.language";

/** The language that was chosen here, "" for none. */
export function rememberedLanguage() {
  try {
    const found = localStorage.getItem(KEY);
    return found === "zh" || found === "en" ? found : "";
  } catch {
    // A browser that keeps nothing says so by throwing.
    return "";
  }
}

/** @param {string} language */
export function otherLanguage(language) {
  return language === "en" ? "zh" : "en";
}

/** @param {Studio} studio @param {string} language */
export function chooseLanguage(studio, language) {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // It holds for this page then.
  }
  speak(language);
  studio.store.set({ language });
}
