/** A kind of file in the export dialog: whether it is wanted, and its options. */

import { h } from "../dom.js";
import { t } from "../words.js";

/** @typedef {import("../protocol.js").FormatKind} FormatKind */

/**
 * @param {FormatKind} kind
 * @param {{endings: string[] | null, typed: Record<string, Record<string, string | boolean>>}} chosen
 * @param {() => void} changed
 */
export function kindRow(kind, chosen, changed) {
  const isOn = () => chosen.endings?.includes(kind.ending) ?? false;
  const own = (chosen.typed[kind.ending] ??= {});
  const options = h("div", { className: "kind-options", hidden: !isOn() },
    // Whether the press is overruled is asked when it has said no.
    ...kind.options.filter((one) => one.name !== "force").map((one) => optionField(kind, one, own, changed)));
  const box = h("input", { type: "checkbox", checked: isOn(), onchange: () => {
    chosen.endings = box.checked
      ? [...(chosen.endings ?? []), kind.ending]
      : (chosen.endings ?? []).filter((one) => one !== kind.ending);
    options.hidden = !box.checked;
    changed();
  } });
  return h("div", { className: "kind" },
    h("label", { className: "choice" }, box, h("span", { textContent: t(`export.kind${kind.ending}`) }),
      h("span", { className: "dim", textContent: kind.ending })),
    kind.options.some((one) => one.name !== "force") ? options : null);
}

/**
 * @param {FormatKind} kind
 * @param {import("../protocol.js").FormatOption} option
 * @param {Record<string, string | boolean>} own
 * @param {() => void} changed
 */
function optionField(kind, option, own, changed) {
  const words = h("span", { textContent: t(`export.option_${option.name}`) });
  if (option.kind === "flag")
    return h("label", {}, h("input", { type: "checkbox", checked: own[option.name] === true,
      onchange: (/** @type {any} */ event) => {
        own[option.name] = event.target.checked;
        changed();
      } }), words);
  return h("label", {}, words, h("input", {
    type: "text", size: 6, value: String(own[option.name] ?? ""), "data-field": `${kind.ending} ${option.name}`,
    placeholder: placeholderOf(option), inputMode: option.kind === "bytes" ? "text" : "decimal",
    oninput: (/** @type {any} */ event) => {
      own[option.name] = event.target.value;
      changed();
    },
  }));
}

/** @param {import("../protocol.js").FormatOption} option */
function placeholderOf(option) {
  if (option.name === "scale") return "1";
  if (option.name === "quality") return "90";
  return option.kind === "bytes" ? "2MB" : "";
}
