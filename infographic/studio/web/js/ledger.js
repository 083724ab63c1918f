/** How full a frame of words is, in an editor's words. No DOM. */

/** @typedef {import("./protocol.js").LedgerEntry} LedgerEntry */
/** @typedef {(key: string, values?: Record<string, string | number>) => string} Say */

/**
 * “超37字”, “欠2行”, “满”.
 * @param {{over: number, over_lines: number, spare_lines: number}} entry
 * @param {Say} say
 */
export function ledgerWords(entry, say) {
  if (entry.over > 0) return say("ledger.over", { count: entry.over });
  if (entry.over_lines > 0) return say("ledger.over_lines", { count: entry.over_lines });
  if (entry.spare_lines > 0) return say("ledger.spare_lines", { count: entry.spare_lines });
  return say("ledger.full");
}

/**
 * The entry to tell: of what is selected, else the frame that is worst off; undefined for no frame.
 * @param {LedgerEntry[]} entries
 * @param {{file: string, pointer: string} | null} selection
 * @returns {{entry: LedgerEntry, own: boolean} | undefined} whether it is that of the selection
 */
export function worst(entries, selection) {
  if (selection) {
    const own = entries.find((one) => one.file === selection.file &&
      (one.pointer === selection.pointer || selection.pointer.startsWith(`${one.pointer}/`) ||
        one.pointer.startsWith(`${selection.pointer}/`)));
    if (own) return { entry: own, own: true };
  }
  /** @param {LedgerEntry} one */
  const weight = (one) => (one.over || one.over_lines * 20) * 1000 + one.spare_lines;
  const [first] = [...entries].sort((a, b) => weight(b) - weight(a));
  return first && { entry: first, own: false };
}
