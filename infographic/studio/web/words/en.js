import { bar } from "./en/bar.js";
import { desk } from "./en/desk.js";
import { devices } from "./en/devices.js";
import { dialogs } from "./en/dialogs.js";
import { fields } from "./en/fields.js";
import { side } from "./en/side.js";
import { table } from "./en/table.js";

/** @type {Record<string, string>} */
export const en = {
  ...bar,
  ...desk,
  ...devices,
  ...dialogs,
  ...table,
  ...fields,
  ...side,
};
