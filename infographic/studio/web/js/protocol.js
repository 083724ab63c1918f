/**
 * What the browser and the server say to each other; `infographic/studio/messages.py` explains each.
 *
 * @typedef {{x: number, y: number, width: number, height: number}} Box
 * @typedef {Box & {page: number}} OnPage
 * @typedef {{file: string, pointer: string, line: number, column: number, offset?: number}} Place
 * @typedef {"page" | "overlay" | "plates" | "proof"} Mode
 * @typedef {{file: string, title: string}} StoryEntry
 * @typedef {{name: string, title: string, description: string, family: string, canvas: string,
 *   kind: "print" | "screen", width: number, height: number | null, pages: number, size: string,
 *   own: boolean}} LayoutEntry
 * @typedef {{code: string, severity: "error" | "warning" | "note", message: string, file: string,
 *   pointer: string, line: number, column: number, hint: string, layout: string, form: string,
 *   values: Record<string, unknown>, sheet?: string, cell?: string, places?: OnPage[]}} Diagnostic
 * @typedef {OnPage & {file: string, pointer: string, kind: string, owner?: string}} Region
 * @typedef {{number: string, width: number, height: number, unit: string, ppi: number,
 *   px: [number, number], safe?: [number, number, number, number]}} PageInfo
 * @typedef {OnPage & {block: string, said: string, characters: number, over: number,
 *   over_lines: number, lines: number, spare_lines: number, spare: number, to_fill: number,
 *   remedy: string, file: string, pointer: string, line: number, column: number}} LedgerEntry
 * @typedef {Box & {bytes: number, kind: string}} Tile
 * @typedef {{file: string, pointer: string, ours: any, theirs: any, stands: "ours" | "theirs",
 *   deleted: "" | "ours" | "theirs"}} Conflict
 *
 * @typedef {{type: "hello", version: string, folder: string, stories: StoryEntry[],
 *   layouts: LayoutEntry[], story: string, layout: string, language: string}} Hello
 * @typedef {{type: "stories", stories: StoryEntry[], layouts: LayoutEntry[]}} Stories
 * @typedef {{type: "document", file: string, version: number, value: any,
 *   numbers: Record<string, string>, saved: boolean, undo: string, redo: string,
 *   faults: Diagnostic[], conflicts: Conflict[]}} StoryDocument
 * @typedef {{type: "page", view: string, revision: number, story: string, layout: string,
 *   scale: number, mode: Mode, pages: PageInfo[], regions: Region[], ledger: LedgerEntry[],
 *   diagnostics: Diagnostic[], took: number}} Pages
 * @typedef {{type: "tiles", view: string, revision: number, page: number, scale: number,
 *   window: boolean, whole: boolean, tiles: Tile[]}} Tiles
 * @typedef {{type: "checked", view: string, revision: number, diagnostics: Diagnostic[]}} Checked
 * @typedef {{type: "failed", view: string, revision: number, message?: string,
 *   why: "input" | "time" | "memory" | "crash", diagnostics: Diagnostic[]}} Failed
 * @typedef {{type: "thumb", story: string, layout: string, version: number, fits: boolean,
 *   why: string, code: string, over: number, may_be_fitted: boolean, pages: number, width: number,
 *   height: number, tiles: Tile[]}} Thumb
 * @typedef {{type: "show", place: Place, story: string}} Show
 * @typedef {{type: "progress", id: number, done: number, of: number, what: string}} Progress
 * @typedef {{type: "answer", id: number, given: any}} Answer
 * @typedef {{type: "refused", id: number, message: string, diagnostics: Diagnostic[]}} Refused
 * @typedef {{name: string, kind: "flag" | "number" | "whole" | "bytes", low: number,
 *   high: number | null}} FormatOption
 * @typedef {{name: string, ending: string, is_picture: boolean, is_for_press: boolean,
 *   options: FormatOption[]}} FormatKind
 * @typedef {{name: string, bytes: number, layout: string, ending: string,
 *   px: [number, number] | null}} ExportedFile
 * @typedef {{layout: string, ending: string, message: string, diagnostics: Diagnostic[],
 *   why: "page" | "press" | "input" | "time" | "memory" | "crash"}} ExportRefusal
 * @typedef {{key: string, files: ExportedFile[], zip: string, refused: ExportRefusal[],
 *   doubts: Diagnostic[]}} Exported
 * @typedef {Hello | Stories | StoryDocument | Pages | Tiles | Checked | Failed | Thumb | Show |
 *   Progress | Answer | Refused} FromServer
 */
export {};
