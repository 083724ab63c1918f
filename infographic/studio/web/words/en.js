import { desk } from "./en/desk.js";
import { dialogs } from "./en/dialogs.js";

/** @type {Record<string, string>} */
export const en = {
  ...desk,
  ...dialogs,
  "status.offline": "The line to the studio is broken; trying again …",
  "status.drawn": "Set and drawn in {ms} ms",
};
