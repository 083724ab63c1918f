/** What came of an export: files to fetch, and why others were not made. */

import { h } from "../dom.js";
import { t } from "../words.js";
import { sizeOf, sorted } from "./choice.js";
import { said } from "./said.js";

/** @typedef {import("../protocol.js").Exported} Exported */
/** @typedef {import("../protocol.js").ExportRefusal} ExportRefusal */
/** @typedef {import("../protocol.js").Diagnostic} Diagnostic */

/**
 * @param {Exported} exported
 * @param {object} with_
 * @param {(layout: string) => string} with_.titleOf
 * @param {(one: Diagnostic) => void} with_.select
 * @param {(layouts: string[]) => void} with_.force
 * @param {boolean} with_.isNamed whether the layouts were asked for by name
 * @returns {Node[]}
 */
export function resultOf(exported, { titleOf, select, force, isNamed }) {
  const { unfit, wrong } = sorted(exported.refused);
  const pressed = wrong.filter((one) => one.why === "press");
  const shown = isNamed ? [...wrong, ...unfit] : wrong;
  return [
    ...filesPart(exported),
    ...(shown.length ? [h("h3", { textContent: t("export.refused", { count: shown.length }) })] : []),
    ...shown.map((one) => refusal(one, titleOf, select)),
    ...(pressed.length ? [h("p", { className: "force" },
      h("span", { textContent: t("export.force_said") }),
      h("button", { type: "button", textContent: t("export.force"),
        onclick: () => force(pressed.map((one) => one.layout)) }))] : []),
    ...(!isNamed && unfit.length ? [h("details", {},
      h("summary", { textContent: t("export.unfit", { count: unfit.length }) }),
      ...unfit.map((one) => refusal(one, titleOf, select)))] : []),
    ...doubtsPart(exported.doubts, select),
  ];
}

/**
 * @param {Exported} exported
 * @returns {Node[]}
 */
function filesPart(exported) {
  if (!exported.files.length) return [h("p", { textContent: t("export.none") })];
  const rows = exported.files.map((one) => h("li", {},
    h("a", { href: addressOf(exported.key, one.name), download: one.name, textContent: one.name }),
    h("span", { className: "dim", textContent: `${pixels(one)}${sizeOf(one.bytes)}` })));
  const all = exported.zip
    ? [h("a", { className: "all", href: addressOf(exported.key, exported.zip), download: exported.zip,
      textContent: t("export.zip", { name: exported.zip }) })]
    : [];
  return [h("h3", { textContent: t("export.made", { count: exported.files.length }) }),
    h("ul", { className: "files" }, ...rows), ...all];
}

/** @param {import("../protocol.js").ExportedFile} one */
function pixels(one) {
  return one.px ? `${one.px[0]} × ${one.px[1]}　` : "";
}

/**
 * @param {ExportRefusal} one
 * @param {(layout: string) => string} titleOf
 * @param {(one: Diagnostic) => void} select
 */
function refusal(one, titleOf, select) {
  const faults = one.diagnostics.filter((each) => each.severity === "error");
  const kind = one.ending ? t(`export.kind${one.ending}`) : "";
  const whole = one.why === "time" || one.why === "memory" || one.why === "crash";
  return h("div", { className: "refusal" },
    h("b", { textContent: `${titleOf(one.layout)}${kind ? `　${kind}` : ""}` }),
    whole ? h("p", { textContent: t(`export.why_${one.why}`) }) : null,
    one.message && !whole ? h("p", { textContent: one.message }) : null,
    h("ul", {}, ...faults.slice(0, 6).map((each) => h("li", {}, sentence(each, select)))),
    faults.length > 6 ? h("p", { className: "dim", textContent: t("export.more", { count: faults.length - 6 }) }) : null);
}

/**
 * @param {Diagnostic} one
 * @param {(one: Diagnostic) => void} select
 */
function sentence(one, select) {
  const words = said(one);
  if (!one.pointer && !one.line) return h("span", { textContent: words });
  return h("button", { type: "button", className: "plain link", textContent: words,
    title: `${one.file}:${one.line}`, onclick: () => select(one) });
}

/**
 * @param {Diagnostic[]} doubts
 * @param {(one: Diagnostic) => void} select
 * @returns {Node[]}
 */
function doubtsPart(doubts, select) {
  if (!doubts.length) return [];
  return [h("details", {}, h("summary", { textContent: t("export.doubts", { count: doubts.length }) }),
    h("ul", {}, ...doubts.map((one) => h("li", {}, sentence(one, select)))))];
}

/**
 * @param {string} key
 * @param {string} name
 */
export function addressOf(key, name) {
  return `/export/${encodeURIComponent(key)}/${encodeURIComponent(name)}`;
}

/**
 * Have the browser save what was made: the file, or the ZIP of several.
 * @param {Exported} exported
 */
export function downloadAll(exported) {
  const name = exported.zip || exported.files[0]?.name;
  if (!name) return;
  const link = h("a", { href: addressOf(exported.key, name), download: name });
  link.click();
}
