/** What is selected in a grid, and where keys lead. No DOM here. */

/** @typedef {{row: number, column: number}} Cell */
/** @typedef {{top: number, left: number, bottom: number, right: number}} Block both ends counted */
/**
 * From where to where; `focus` is the active cell, which keys move. `block` is there while Enter and
 * Tab lead through what was selected before.
 * @typedef {{anchor: Cell, focus: Cell, block?: Block}} Selected
 */
/** @typedef {{rows: number, columns: number}} Size */

/**
 * @param {Selected} selected
 * @returns {Block}
 */
export function blockOf({ anchor, focus, block }) {
  return block ?? {
    top: Math.min(anchor.row, focus.row),
    left: Math.min(anchor.column, focus.column),
    bottom: Math.max(anchor.row, focus.row),
    right: Math.max(anchor.column, focus.column),
  };
}

/**
 * @param {Block} block
 * @returns {Cell[]} row by row
 */
export function cellsOf({ top, left, bottom, right }) {
  /** @type {Cell[]} */
  const cells = [];
  for (let row = top; row <= bottom; row += 1)
    for (let column = left; column <= right; column += 1) cells.push({ row, column });
  return cells;
}

/**
 * @param {number} value
 * @param {number} count
 */
const kept = (value, count) => Math.min(Math.max(value, 0), Math.max(count - 1, 0));

/**
 * @param {Cell} cell
 * @param {Size} size
 * @returns {Cell}
 */
export function inside({ row, column }, { rows, columns }) {
  return { row: kept(row, rows), column: kept(column, columns) };
}

/** @param {Cell} cell */
export function at(cell) {
  return { anchor: cell, focus: cell };
}

/**
 * Where a key leads; null for a key that leads nowhere. With Ctrl to the end of what is filled.
 * @param {string} key as `KeyboardEvent.key`
 * @param {Selected} selected
 * @param {object} how
 * @param {boolean} how.shift
 * @param {boolean} how.ctrl
 * @param {number} how.page rows of a page
 * @param {Size} size
 * @param {(cell: Cell) => boolean} isFilled
 * @returns {Selected | null}
 */
export function moved(key, selected, { shift, ctrl, page }, size, isFilled) {
  const { row, column } = selected.focus;
  /** @type {Record<string, Cell>} */
  const ways = {
    ArrowUp: ctrl ? edge(selected.focus, -1, 0, size, isFilled) : { row: row - 1, column },
    ArrowDown: ctrl ? edge(selected.focus, 1, 0, size, isFilled) : { row: row + 1, column },
    ArrowLeft: ctrl ? edge(selected.focus, 0, -1, size, isFilled) : { row, column: column - 1 },
    ArrowRight: ctrl ? edge(selected.focus, 0, 1, size, isFilled) : { row, column: column + 1 },
    Home: { row: ctrl ? 0 : row, column: 0 },
    End: { row: ctrl ? size.rows - 1 : row, column: size.columns - 1 },
    PageUp: { row: row - page, column },
    PageDown: { row: row + page, column },
  };
  const way = ways[key];
  if (!way) return null;
  const focus = inside(way, size);
  return shift ? { anchor: selected.anchor, focus } : at(focus);
}

/**
 * The last filled cell before an empty one, or the next filled one behind a gap.
 * @param {Cell} from
 * @param {number} down
 * @param {number} right
 * @param {Size} size
 * @param {(cell: Cell) => boolean} isFilled
 * @returns {Cell}
 */
function edge(from, down, right, size, isFilled) {
  /** @param {Cell} cell */
  const next = (cell) => ({ row: cell.row + down, column: cell.column + right });
  /** @param {Cell} cell */
  const isIn = (cell) =>
    cell.row >= 0 && cell.row < size.rows && cell.column >= 0 && cell.column < size.columns;
  let cell = next(from);
  if (!isIn(cell)) return from;
  const within = isFilled(from) && isFilled(cell);
  while (isIn(next(cell)) && (within ? isFilled(next(cell)) : !isFilled(cell))) cell = next(cell);
  return cell;
}

/**
 * Where Enter and Tab lead: through the cells of a block where there is one, else down and right;
 * a Tab past the end of a row goes to the next. `null` where Tab leaves the table.
 * @param {"Enter" | "Tab"} key
 * @param {boolean} back with Shift
 * @param {Selected} selected
 * @param {Size} size
 * @returns {Cell | null}
 */
export function stepped(key, back, selected, size) {
  const block = blockOf(selected);
  const step = back ? -1 : 1;
  const { row, column } = selected.focus;
  if (block.top !== block.bottom || block.left !== block.right) return through(key, step, selected);
  if (key === "Enter") return inside({ row: row + step, column }, size);
  const number = row * size.columns + column + step;
  if (number < 0 || number >= size.rows * size.columns) return null;
  return { row: Math.floor(number / size.columns), column: number % size.columns };
}

/**
 * @param {"Enter" | "Tab"} key
 * @param {number} step
 * @param {Selected} selected
 * @returns {Cell}
 */
function through(key, step, selected) {
  const block = blockOf(selected);
  const rows = block.bottom - block.top + 1;
  const columns = block.right - block.left + 1;
  const row = selected.focus.row - block.top;
  const column = selected.focus.column - block.left;
  const count = rows * columns;
  const number = key === "Enter" ? column * rows + row : row * columns + column;
  const next = (number + step + count) % count;
  return key === "Enter"
    ? { row: block.top + (next % rows), column: block.left + Math.floor(next / rows) }
    : { row: block.top + Math.floor(next / columns), column: block.left + (next % columns) };
}

/**
 * A column's letters: A, B … Z, AA.
 * @param {number} column from 0
 */
export function lettersOf(column) {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}
