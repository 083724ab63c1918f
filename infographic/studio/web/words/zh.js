import { desk } from "./zh/desk.js";

/** @type {Record<string, string>} */
export const zh = {
  ...desk,
  "status.offline": "与工作台断开，正在重连…",
  "status.drawn": "成版 {ms} 毫秒",
};
