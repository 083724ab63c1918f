import { desk } from "./zh/desk.js";
import { devices } from "./zh/devices.js";
import { dialogs } from "./zh/dialogs.js";
import { fields } from "./zh/fields.js";
import { side } from "./zh/side.js";
import { table } from "./zh/table.js";

/** @type {Record<string, string>} */
export const zh = {
  ...desk,
  ...devices,
  ...dialogs,
  ...table,
  ...fields,
  ...side,
  "status.offline": "与工作台断开，正在重连…",
  "status.barred_key": "工作台重新启动过：请打开终端里最新显示的网址，这一页会自己接上",
  "status.barred_many": "看这个工作台的窗口太多了：关掉几个，这一页会自己接上",
  "status.drawn": "成版 {ms} 毫秒",
};
