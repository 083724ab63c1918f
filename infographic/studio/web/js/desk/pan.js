/** Moving about on a pane: the wheel, two fingers, the space bar and the mouse. */

/** @typedef {import("./pane.js").Pane} Pane */

const CONTROL = "input, textarea, select, button, a, [contenteditable], [role=textbox], [role=grid]";

const TYPED = "input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable], dialog, [role=grid]";

/**
 * Whether a key means the field it is typed in.
 * @param {Event} event
 */
export function isTyping(event) {
  const at = event.target;
  return at instanceof Element && at.closest(TYPED) !== null;
}

/** @param {Pane} pane */
export function mountPan(pane) {
  const { scroller } = pane;
  scroller.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const lines = event.deltaMode === 1 ? 16 : 1;
    const step = Math.max(Math.min(event.deltaY * lines, 60), -60);
    pane.magnify(pane.magnification() * Math.exp(-step / 150), { x: event.clientX, y: event.clientY });
  }, { passive: false });
  pinch(pane);
  drag(pane);
}

/** @param {Pane} pane */
function pinch(pane) {
  const { scroller } = pane;
  let from = 0, magnification = 1;
  /** @param {TouchEvent} event */
  const fingers = (event) => {
    const [a, b] = [event.touches[0], event.touches[1]];
    if (!a || !b) return null;
    return {
      apart: Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY),
      middle: { x: (a.clientX + b.clientX) / 2, y: (a.clientY + b.clientY) / 2 },
    };
  };
  scroller.addEventListener("touchstart", (event) => {
    const now = fingers(event);
    if (!now) return;
    event.preventDefault();
    from = now.apart;
    magnification = pane.magnification();
  }, { passive: false });
  scroller.addEventListener("touchmove", (event) => {
    const now = fingers(event);
    if (!now || !from) return;
    event.preventDefault();
    pane.magnify((magnification * now.apart) / from, now.middle);
  }, { passive: false });
  scroller.addEventListener("touchend", () => {
    from = 0;
  });
}

/** @param {Pane} pane */
function drag(pane) {
  const { scroller } = pane;
  let held = false;
  /** @type {{x: number, y: number, left: number, top: number} | null} */
  let from = null;
  addEventListener("keydown", (event) => {
    if (event.code !== "Space" || isTyping(event)) return;
    if (event.target instanceof Element && event.target.closest(CONTROL)) return;
    if (!scroller.matches(":hover") && !scroller.contains(document.activeElement)) return;
    // Else the pane scrolls by a screen.
    event.preventDefault();
    held = true;
    scroller.classList.add("grab");
  });
  addEventListener("keyup", (event) => {
    if (event.code !== "Space") return;
    held = false;
    scroller.classList.remove("grab");
  });
  scroller.addEventListener("pointerdown", (event) => {
    if (event.button !== 1 && !(held && event.button === 0)) return;
    event.preventDefault();
    from = { x: event.clientX, y: event.clientY, left: scroller.scrollLeft, top: scroller.scrollTop };
    scroller.setPointerCapture(event.pointerId);
  });
  scroller.addEventListener("pointermove", (event) => {
    if (!from) return;
    scroller.scrollTo({
      left: from.left + from.x - event.clientX, top: from.top + from.y - event.clientY,
      behavior: "instant",
    });
  });
  for (const name of /** @type {const} */ (["pointerup", "pointercancel"]))
    scroller.addEventListener(name, () => {
      from = null;
    });
  // A drag with the space bar selects nothing where it ends.
  scroller.addEventListener("click", (event) => {
    if (held) event.stopPropagation();
  }, { capture: true });
}
