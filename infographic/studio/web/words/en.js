import { desk } from "./en/desk.js";
import { devices } from "./en/devices.js";
import { dialogs } from "./en/dialogs.js";
import { fields } from "./en/fields.js";
import { side } from "./en/side.js";
import { table } from "./en/table.js";

/** @type {Record<string, string>} */
export const en = {
  ...desk,
  ...devices,
  ...dialogs,
  ...table,
  ...fields,
  ...side,
  "status.offline": "The line to the studio is broken; trying again …",
  "status.drawn": "Set and drawn in {ms} ms",
};
