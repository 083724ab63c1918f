/** The tabs of the side, in their order: each is put up when it is first shown. */

import { mountForm } from "../forms/form.js";
import { mountMessages } from "../messages/messages.js";
import { mountTable } from "../table/table.js";
import { mountOutline } from "./outline.js";

/**
 * @typedef {{name: string, mount: (panel: HTMLElement, studio: import("../studio.js").Studio) => void}} Tab
 *   name: as `store.tab` has it; its word is “side.NAME”
 */

/** @type {Tab[]} */
export const TABS = [
  { name: "edit", mount: mountForm },
  { name: "data", mount: mountTable },
  { name: "outline", mount: mountOutline },
  { name: "messages", mount: mountMessages },
];
