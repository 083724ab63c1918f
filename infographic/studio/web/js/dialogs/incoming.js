/** Pictures and data that are dropped on the page, pasted, or chosen: into the story's folder, and
 * into the story. */

import { h } from "../dom.js";
import { t } from "../words.js";
import { choiceOf } from "./dialog.js";
import {
  chartOf, folderOf, incomingOf, itemAt, itemOf, newChartEdits, pictureEdits, stemOf, swapEdits,
} from "./incoming_plan.js";

/** @typedef {import("../studio.js").Studio} Studio */

/** @param {Studio} studio */
export function mountIncoming(studio) {
  const said = h("div", { className: "incoming", role: "status", hidden: true });
  const mark = h("div", { className: "drop-mark", hidden: true, "aria-hidden": "true" });
  document.body.append(mark, said);
  const taker = new Taker(studio, said);
  listenToDrop(studio, taker, mark);
  document.addEventListener("paste", (event) => {
    const files = [...(event.clipboardData?.files ?? [])];
    // Word processors put a picture of the words beside them: in a field the words are meant.
    const isField = event.target instanceof Element && event.target.closest("input, textarea, [contenteditable]");
    if (!files.length || isField || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    taker.take(files, { figure: taker.selected("figures"), chart: "" });
  });
  const chooser = h("input", { type: "file", hidden: true, multiple: true,
    accept: "image/jpeg,image/png,image/webp,image/tiff,.svg,.csv,.tsv,.xlsx,.ods", onchange: () => {
      const files = [...(chooser.files ?? [])];
      chooser.value = "";
      taker.take(files, { figure: taker.selected("figures"), chart: "" });
    } });
  document.body.append(chooser);
  studio.store.on(["dialog"], () => {
    if (studio.state.dialog !== "upload") return;
    studio.store.set({ dialog: "" });
    chooser.click();
  });
}

/**
 * @param {Studio} studio
 * @param {Taker} taker
 * @param {HTMLElement} mark
 */
function listenToDrop(studio, taker, mark) {
  let target = { figure: "", chart: "" };
  const end = () => (mark.hidden = true);
  addEventListener("dragover", (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "copy";
    target = targetAt(studio, event);
    showMark(studio, mark, target);
  });
  addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) end();
  });
  addEventListener("drop", (event) => {
    end();
    const files = [...(event.dataTransfer?.files ?? [])];
    if (!event.dataTransfer?.types.includes("Files")) return;
    // Without this the browser would show the file in place of the studio.
    event.preventDefault();
    taker.take(files, targetAt(studio, event));
  });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape") end();
  });
}

/**
 * @param {Studio} studio
 * @param {{clientX: number, clientY: number}} event
 */
function targetAt({ state }, { clientX, clientY }) {
  // The element that has the page's number lets the pointer through.
  const paper = document.elementFromPoint(clientX, clientY)?.closest(".paper")?.querySelector("[id^=paper-]");
  const [, view = "", number = ""] = /^paper-(.*)-(\d+)$/.exec(paper?.id ?? "") ?? [];
  const pages = state.pages[view];
  const info = pages?.pages[Number(number)];
  if (!paper || !pages || !info) return { figure: "", chart: "" };
  const box = paper.getBoundingClientRect();
  const place = {
    page: Number(number),
    x: ((clientX - box.left) / box.width) * info.width,
    y: ((clientY - box.top) / box.height) * info.height,
  };
  return {
    figure: itemAt(pages.regions, state.story, place, "figures"),
    chart: itemAt(pages.regions, state.story, place, "charts"),
  };
}

/**
 * Outline what a file would go into: the figure or chart, else the whole page.
 * @param {Studio} studio
 * @param {HTMLElement} mark
 * @param {{figure: string, chart: string}} target
 */
function showMark({ state }, mark, target) {
  const pointer = target.figure || target.chart;
  const region = pointer ? state.pages.main?.regions.find((one) => one.pointer === pointer) : undefined;
  const info = region && state.pages.main?.pages[region.page];
  const paper = region && document.getElementById(`paper-main-${region.page}`);
  const box = (paper ?? document.getElementById("desk"))?.getBoundingClientRect();
  if (!box) return;
  const place = paper && info
    ? {
      left: box.left + (region.x / info.width) * box.width, top: box.top + (region.y / info.height) * box.height,
      width: (region.width / info.width) * box.width, height: (region.height / info.height) * box.height,
    }
    : { left: box.left + 6, top: box.top + 6, width: box.width - 12, height: box.height - 12 };
  for (const [name, value] of Object.entries(place)) mark.style.setProperty(name, `${value}px`);
  mark.textContent = t(target.figure ? "incoming.into_figure" : target.chart ? "incoming.into_chart" : "incoming.anywhere");
  mark.hidden = false;
}

class Taker {
  /**
   * @param {Studio} studio
   * @param {HTMLElement} said
   */
  constructor(studio, said) {
    this.studio = studio;
    this.said = said;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
  }

  /** @param {"figures" | "charts"} list */
  selected(list) {
    const { selection, story } = this.studio.state;
    return selection && selection.file === story ? itemOf(selection.pointer, list) : "";
  }

  /**
   * @param {File[]} files
   * @param {{figure: string, chart: string}} target
   */
  async take(files, target) {
    if (!files.length) return;
    if (!this.studio.state.document?.value) {
      this.say(t("incoming.no_story"), true);
      return;
    }
    const pictures = files.filter((one) => incomingOf(one) === "picture");
    const data = files.filter((one) => incomingOf(one) === "data");
    const other = files.filter((one) => incomingOf(one) === "other");
    try {
      if (pictures.length) await this.takePictures(pictures, target.figure || this.selected("figures"));
      for (const one of data) await this.takeData(one, target.chart);
      if (other.length) throw new Error(t("incoming.other", { names: other.map((one) => one.name).join(t("table.and")) }));
    } catch (error) {
      this.say(/** @type {Error} */ (error).message, true);
    }
  }

  /**
   * @param {File[]} files
   * @param {string} figure
   */
  async takePictures(files, figure) {
    const named = [];
    for (const file of files) named.push((await this.upload(file)).named);
    const { edits, pointer } = pictureEdits(this.studio.state.document?.value, figure, named);
    await this.studio.edit(edits);
    this.show(pointer, "edit");
    this.say(t("incoming.taken", { names: named.join(t("table.and")) }));
  }

  /**
   * @param {File} file
   * @param {string} chart that it was dropped on
   */
  async takeData(file, chart) {
    const choices = [{ value: "new", words: t("incoming.new_chart") }];
    if (chart) choices.push({ value: "swap", words: t("incoming.swap") });
    const choice = await choiceOf(t("incoming.data", { name: file.name }), t("incoming.data_ask"), choices);
    if (!choice) return;
    const taken = await this.upload(file);
    const { studio } = this;
    const { story } = studio.state;
    let pointer = chart;
    if (choice === "swap") {
      await studio.edit(swapEdits(studio.state.document?.value, chart, taken.named));
    } else {
      const told = await studio.wire.job("table", { story, file: taken.file });
      const made = chartOf(told.snippet, taken.named, stemOf(file.name));
      const plan = newChartEdits(studio.state.document?.value, made);
      await studio.edit(plan.edits);
      pointer = plan.pointer;
    }
    this.show(pointer, "data");
    this.say(t("incoming.taken", { names: taken.named }));
  }

  /**
   * @param {File} file
   * @returns {Promise<{file: string, named: string}>}
   */
  async upload(file) {
    this.say(t("incoming.working", { name: file.name }));
    const query = new URLSearchParams({ name: file.name, folder: folderOf(this.studio.state.story) });
    let answer;
    try {
      answer = await fetch(`/upload?${query}`, {
        method: "PUT", body: file, headers: { "accept-language": document.documentElement.lang },
      });
    } catch {
      throw new Error(t("incoming.offline", { name: file.name }));
    }
    const told = await answer.json().catch(() => ({}));
    if (!answer.ok) throw new Error(t("incoming.refused", { name: file.name, why: told.message || answer.statusText }));
    return told;
  }

  /**
   * @param {string} pointer
   * @param {string} tab
   */
  show(pointer, tab) {
    const { store, state } = this.studio;
    store.set({ selection: { file: state.story, pointer }, tab });
  }

  /**
   * @param {string} words
   * @param {boolean} [isWrong] it stays until it is closed
   */
  say(words, isWrong = false) {
    clearTimeout(this.timer);
    const hide = () => (this.said.hidden = true);
    this.said.replaceChildren(h("span", { textContent: words }), h("button", {
      type: "button", className: "plain", textContent: "×", "aria-label": t("dialog.close"), onclick: hide,
    }));
    this.said.classList.toggle("wrong", isWrong);
    this.said.hidden = false;
    if (!isWrong) this.timer = setTimeout(hide, 6000);
  }
}
