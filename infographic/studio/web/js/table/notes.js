/** Below a table: what is doubtful in it, how it was read, which charts can show it. */

import { h } from "../dom.js";
import { said } from "../dialogs/said.js";
import { t } from "../words.js";

/**
 * @param {HTMLElement} at
 * @param {import("./link.js").Told} told
 * @param {(row: number, column: number) => void} go
 */
export function showNotes(at, told, go) {
  const doubts = told.doubts.filter((one) => one.severity !== "note");
  const notes = told.doubts.filter((one) => one.severity === "note");
  const columns = told.columns.filter((one) => one.unit)
    .map((one) => t("table.unit", { name: one.name, unit: one.unit }));
  const devices = told.told?.devices.map((name) => words(`device.${name}`, name)) ?? [];
  at.replaceChildren(
    ...(doubts.length ? [h("ul", { className: "doubts" }, ...doubts.map((one) => h("li", { className: one.severity },
      one.at[0] < 0
        ? h("span", { textContent: said(one) })
        : h("button", { type: "button", className: "plain", textContent: said(one), onclick: () => go(...one.at) }))))] : []),
    ...(columns.length ? [h("p", { textContent: columns.join(t("table.comma")) })] : []),
    ...(devices.length ? [h("p", {}, t("table.devices"), devices.slice(0, 8).join(t("table.and")), devices.length > 8 ? t("table.more") : "")] : []),
    ...(notes.length ? [h("details", {}, h("summary", { textContent: t("table.notes", { count: notes.length }) }),
      h("ul", {}, ...notes.map((one) => h("li", { textContent: said(one) }))))] : []),
  );
}

/**
 * @param {string} key
 * @param {string} otherwise
 */
function words(key, otherwise) {
  const found = t(key);
  return found === key ? otherwise : found;
}
