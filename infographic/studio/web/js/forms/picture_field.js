/** The picture of a figure: the whole of it, the part that the page shows, its focus to be dragged. */

import { h } from "../dom.js";
import { t } from "../words.js";
import { isSameFile } from "../messages/gathered.js";
import { choose } from "./choice_field.js";
import { moved, windowOf } from "./crop.js";
import { framed, newId } from "./field.js";
import { newStroke } from "./forms.js";
import { noteKey, renew } from "./notes.js";
import { parentOf, under } from "./pointer.js";

/**
 * @typedef {import("./forms.js").Forms} Forms
 * @typedef {[number, number]} Point
 */

const STEP = 0.01;

/**
 * The file of a picture, from the studio's folder: a story names it from its own.
 * @param {string} story
 * @param {string} image
 */
export function fileOf(story, image) {
  const folder = story.includes("/") ? story.slice(0, story.lastIndexOf("/") + 1) : "";
  return folder + image.replace(/^\.\//, "");
}

/**
 * @param {Forms} forms
 * @param {import("./rows.js").Row} row
 * @param {{remove?: (() => void) | undefined}} [with_]
 * @returns {import("./field.js").Field}
 */
export function pictureField(forms, row, with_ = {}) {
  const id = newId();
  const { pointer } = row;
  const figure = parentOf(pointer);
  const { studio } = forms;
  const image = () => forms.at(pointer);
  const picture = h("img", { className: "picture", alt: "", draggable: false });
  const kept = h("div", { className: "kept" });
  const handle = h("button", { type: "button", className: "focus-point", title: t("forms.focus_help") });
  const board = h("div", { className: "board" }, picture, kept, handle);
  const empty = h("p", { className: "no-picture" }, t("forms.no_picture"));
  const name = h("span", { className: "picture-name" });
  const file = h("input", { id, type: "file", className: "unseen", accept: "image/*,.svg", tabIndex: -1 });
  const replace = h("button", { type: "button", onclick: () => file.click() });
  const away = h("button", { type: "button", className: "plain", onclick: () => {
    forms.edit([{ op: "delete", pointer: under(figure, "focus"), was: forms.at(under(figure, "focus")) }], newStroke()).catch(() => {});
  } }, t("forms.focus_auto"));
  const control = h("div", { className: "picture-box" }, board, empty,
    h("div", { className: "buttons" }, name, replace, away, file));
  const { element, notes } = framed(forms, row, id, control, with_);
  file.addEventListener("change", () => {
    const [chosen] = file.files ?? [];
    if (chosen) upload(forms, chosen, pointer, notes);
    file.value = "";
  });

  const focusAt = under(figure, "focus");
  const drag = focusDrag(forms, focusAt, board, handle, () => place());
  const place = () => placed(picture, kept, handle, frameOf(forms, figure), drag.focus());
  const note = () => {
    const own = image();
    const source = own ? `/picture?${new URLSearchParams({ file: fileOf(studio.state.story, own), width: "640" })}` : "";
    if (picture.dataset.source !== source) {
      picture.dataset.source = source;
      if (source) picture.src = source;
      else picture.removeAttribute("src");
    }
    board.hidden = !own;
    empty.hidden = !!own;
    away.hidden = !own || !forms.at(focusAt);
    name.textContent = own ?? "";
    replace.textContent = t(own ? "forms.replace_picture" : "forms.choose_picture");
    renew(notes, [own, noteKey(forms, pointer)], () => forms.diagnosticsAt(pointer).map((one) =>
      h("p", { className: `note-line ${one.severity}` }, h("span", { className: "said" }, forms.said(one)))));
    place();
  };
  picture.addEventListener("load", place);
  picture.addEventListener("error", () => { board.hidden = true; });
  note();
  return { element, pointer, update: note, note, focus: () => (image() ? handle : replace).focus() };
}

/**
 * Put the handle on the focus, and the window on what the page shows.
 * @param {HTMLImageElement} picture
 * @param {HTMLElement} kept
 * @param {HTMLElement} handle
 * @param {import("../protocol.js").Region | undefined} frame
 * @param {Point | null} focus
 */
function placed(picture, kept, handle, frame, focus) {
  const own = picture.naturalWidth / picture.naturalHeight;
  handle.style.left = `${(focus?.[0] ?? 0.5) * 100}%`;
  handle.style.top = `${(focus?.[1] ?? 0.5) * 100}%`;
  handle.classList.toggle("unset", !focus);
  handle.setAttribute("aria-label", focus
    ? t("forms.focus_at", { x: Math.round(focus[0] * 100), y: Math.round(focus[1] * 100) }) : t("forms.focus_none"));
  kept.hidden = !frame || !focus || !own;
  if (!frame || !focus || !own) return;
  const seen = windowOf(own, frame.width / frame.height, focus);
  Object.assign(kept.style, {
    left: `${seen.x * 100}%`, top: `${seen.y * 100}%`, width: `${seen.width * 100}%`, height: `${seen.height * 100}%`,
  });
}

/**
 * The frame that the main view shows a figure in.
 * @param {Forms} forms
 * @param {string} figure
 */
function frameOf(forms, figure) {
  const { pages, story } = forms.studio.state;
  const regions = pages.main?.regions ?? [];
  const own = regions.filter((one) => isSameFile(one.file, story) && [figure, under(figure, "image")].includes(one.pointer));
  // The innermost is the picture itself, without its words.
  return own.at(-1);
}

/**
 * The focus set by dragging, by a click on the picture, or by arrow keys: live, one stroke a drag.
 * @param {Forms} forms
 * @param {string} pointer
 * @param {HTMLElement} board
 * @param {HTMLElement} handle
 * @param {() => void} moving
 */
function focusDrag(forms, pointer, board, handle, moving) {
  /** @type {Point | null} */
  let held = null;
  let stroke = newStroke();
  let flying = false;
  /** @type {Point | null} */
  let next = null;
  const focus = () => held ?? /** @type {Point | undefined} */ (forms.at(pointer)) ?? null;
  const send = async () => {
    if (flying) return;
    flying = true;
    while (next) {
      const value = next;
      next = null;
      await forms.give(pointer, { value }, forms.at(pointer), stroke).catch(() => {});
    }
    flying = false;
  };
  const to = (/** @type {Point} */ point) => {
    held = next = point;
    moving();
    void send();
  };
  const at = (/** @type {PointerEvent} */ event) => {
    const box = board.getBoundingClientRect();
    return moved([0, 0], (event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
  };
  board.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    event.preventDefault();
    board.setPointerCapture(event.pointerId);
    stroke = newStroke();
    handle.focus();
    to(at(event));
  });
  board.addEventListener("pointermove", (event) => {
    if (board.hasPointerCapture(event.pointerId)) to(at(event));
  });
  board.addEventListener("pointerup", () => {
    held = next;
    stroke = newStroke();
  });
  handle.addEventListener("keydown", (event) => {
    const way = /** @type {Record<string, Point>} */ ({ ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] })[event.key];
    if (!way) return;
    event.preventDefault();
    const far = event.shiftKey ? 5 * STEP : STEP;
    to(moved(focus() ?? [0.5, 0.5], way[0] * far, way[1] * far));
    held = null;
  });
  return { focus };
}

/**
 * A picture into the story's folder, and into the figure.
 * @param {Forms} forms
 * @param {File} file
 * @param {string} pointer
 * @param {HTMLElement} notes
 */
async function upload(forms, file, pointer, notes) {
  const { story } = forms.studio.state;
  const folder = story.includes("/") ? story.slice(0, story.lastIndexOf("/")) : "";
  notes.replaceChildren(h("p", { className: "standing" }, t("forms.uploading", { name: file.name })));
  const query = new URLSearchParams({ name: file.name, folder });
  try {
    const headers = { "accept-language": document.documentElement.lang };
    const answer = await fetch(`/upload?${query}`, { method: "PUT", body: file, headers });
    const told = await answer.json();
    if (!answer.ok) throw new Error(told.message ?? answer.statusText);
    const own = folder && told.file.startsWith(`${folder}/`) ? told.file.slice(folder.length + 1) : told.file;
    await choose(forms, pointer, own, notes);
  } catch (error) {
    notes.replaceChildren(h("p", { className: "standing refused", role: "alert" },
      t("forms.upload_failed", { why: error instanceof Error ? error.message : String(error) })));
  }
}
