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
  "status.barred_key": "The studio was started anew: open the address that the terminal printed last, and this page goes on",
  "status.barred_many": "Too many windows look at this studio: close some, and this one goes on",
  "status.drawn": "Set and drawn in {ms} ms",
};
