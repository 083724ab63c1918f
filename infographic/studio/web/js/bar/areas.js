/** F6 goes from area to area, as in browsers and office programs: no way through every thumbnail. */

/** Areas in their order, and what takes the keyboard in each: the first of these that is there. */
const AREAS = [
  ["bar", "button:not([disabled]), select"],
  ["strip", "button[aria-current=true]", "select"],
  ["desk", ".options", "button"],
  ["side", "[role=tab][aria-selected=true]"],
];

/** @param {HTMLElement} at @param {string[]} selectors */
function door(at, selectors) {
  for (const selector of selectors)
    for (const one of /** @type {NodeListOf<HTMLElement>} */ (at.querySelectorAll(selector)))
      if (one.checkVisibility()) return one;
  return null;
}

export function mountAreas() {
  addEventListener("keydown", (event) => {
    if (event.key !== "F6" || event.ctrlKey || event.altKey || event.metaKey) return;
    if (document.querySelector("dialog[open]")) return;
    /** @type {{at: HTMLElement, to: HTMLElement}[]} */
    const areas = [];
    for (const [id = "", ...selectors] of AREAS) {
      const at = document.getElementById(id);
      const to = at?.checkVisibility() ? door(at, selectors) : null;
      if (at && to) areas.push({ at, to });
    }
    const now = areas.findIndex(({ at }) => at.contains(document.activeElement));
    const next = now < 0 ? (event.shiftKey ? areas.length - 1 : 0) : now + (event.shiftKey ? -1 : 1);
    // Behind the last area F6 is the browser's own: its address, its tabs.
    const found = areas[next];
    if (!found) return;
    event.preventDefault();
    found.to.focus();
  });
}
