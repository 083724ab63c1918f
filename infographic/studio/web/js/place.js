/** Where one is, in the address: a reload, a bookmark and a link to a colleague keep it. */

/** @typedef {import("./studio.js").Studio} Studio */

const NAMES = /** @type {const} */ (["story", "layout", "second"]);

/**
 * What an address says of the place; without what it does not say.
 * @param {string} hash
 * @returns {{story?: string, layout?: string, second?: string}}
 */
export function placeIn(hash) {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  return Object.fromEntries(NAMES.filter((one) => given.get(one)).map((one) => [one, given.get(one)]));
}

/** @param {{story: string, layout: string, second: string}} state */
export function hashOf(state) {
  const said = NAMES.filter((one) => state[one]).map((one) => `${one}=${encodeURIComponent(state[one])}`);
  return said.length ? `#${said.join("&").replaceAll("%2F", "/")}` : "";
}

/** @param {Studio} studio */
export function mountPlace(studio) {
  studio.store.set(placeIn(location.hash));
  studio.store.on(["story", "layout", "second"], () => {
    const hash = hashOf(studio.state);
    if (hash && hash !== location.hash) history.replaceState(null, "", hash);
  });
  addEventListener("hashchange", () => studio.store.set({ second: "", ...placeIn(location.hash) }));
}
