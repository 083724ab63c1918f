/** The page on the desk. */

import { h } from "../dom.js";

/**
 * @param {HTMLElement} at
 * @param {import("../studio.js").Studio} studio
 */
export function mountDesk(at, studio) {
  const { store, wire } = studio;
  /** @type {HTMLCanvasElement[]} */
  let sheets = [];

  store.on(["story", "layout", "online"], () => {
    const { story, layout, online } = studio.state;
    if (online && story && layout)
      wire.say({ type: "look", view: "main", story, layout, scale: 0.8 * devicePixelRatio });
  });

  store.on(["pages"], () => {
    const pages = studio.state.pages.main?.pages ?? [];
    if (sheets.length !== pages.length) {
      sheets = pages.map(() => h("canvas", { className: "sheet" }));
      at.replaceChildren(...sheets);
    }
    pages.forEach((page, number) => {
      const sheet = /** @type {HTMLCanvasElement} */ (sheets[number]);
      const [width, height] = page.px;
      if (sheet.width !== width || sheet.height !== height)
        Object.assign(sheet, { width, height });
      sheet.style.width = `${width / devicePixelRatio}px`;
    });
  });

  studio.onTiles.push(async (head, pictures) => {
    const bitmaps = await Promise.all(pictures.map((one) => createImageBitmap(one)));
    const context = sheets[head.page]?.getContext("2d");
    head.tiles.forEach((tile, number) => {
      const bitmap = bitmaps[number];
      if (bitmap) context?.drawImage(bitmap, tile.x, tile.y);
    });
    performance.mark("painted", { detail: { revision: head.revision, page: head.page } });
  });
}
