import { bar } from "./zh/bar.js";
import { desk } from "./zh/desk.js";
import { devices } from "./zh/devices.js";
import { dialogs } from "./zh/dialogs.js";
import { fields } from "./zh/fields.js";
import { side } from "./zh/side.js";
import { table } from "./zh/table.js";

/** @type {Record<string, string>} */
export const zh = {
  ...bar,
  ...desk,
  ...devices,
  ...dialogs,
  ...table,
  ...fields,
  ...side,
};
