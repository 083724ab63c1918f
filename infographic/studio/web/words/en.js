import { desk } from "./en/desk.js";

/** @type {Record<string, string>} */
export const en = {
  ...desk,
  "status.offline": "The line to the studio is broken; trying again …",
  "status.drawn": "Set and drawn in {ms} ms",
};
