/** Rows of the outline dragged among each other. */

/**
 * Rows dragged among each other.
 * @param {HTMLElement} tree
 * @param {{begin: (pointer: string) => void, may: (onto: string, behind: boolean) => boolean,
 *   drop: (onto: string, behind: boolean) => void}} with_
 */
export function dragging(tree, { begin, may, drop }) {
  const rowOf = (/** @type {Event} */ event) => /** @type {HTMLElement | null} */ (
    /** @type {HTMLElement} */ (event.target).closest("[data-pointer]"));
  const isBehind = (/** @type {HTMLElement} */ row, /** @type {DragEvent} */ event) => {
    const box = row.getBoundingClientRect();
    return event.clientY > box.top + box.height / 2;
  };
  const clear = () => tree.querySelectorAll(".before, .behind").forEach((one) => one.classList.remove("before", "behind"));
  tree.addEventListener("dragstart", (event) => {
    const row = rowOf(event);
    begin(row?.dataset.pointer ?? "");
    event.dataTransfer?.setData("text/plain", row?.dataset.pointer ?? "");
    if (event.dataTransfer) event.dataTransfer.effectAllowed = "move";
  });
  tree.addEventListener("dragover", (event) => {
    const row = rowOf(event);
    clear();
    if (!row || !may(row.dataset.pointer ?? "", isBehind(row, event))) return;
    event.preventDefault();
    row.classList.add(isBehind(row, event) ? "behind" : "before");
  });
  tree.addEventListener("dragleave", clear);
  tree.addEventListener("dragend", clear);
  tree.addEventListener("drop", (event) => {
    const row = rowOf(event);
    clear();
    if (!row) return;
    event.preventDefault();
    drop(row.dataset.pointer ?? "", isBehind(row, event));
  });
}
