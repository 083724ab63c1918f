/** @type {Record<string, string>} */
export const en = {
  "status.offline": "The line to the studio is broken; trying again …",
  "status.drawn": "Set and drawn in {ms} ms",
};
