/** The side: its tabs, and the panel of the one that is chosen. */

import { h } from "../dom.js";
import { formsOf } from "../forms/forms.js";
import { counted } from "../messages/gathered.js";
import { t } from "../words.js";
import { TABS } from "./tabs.js";

/**
 * @param {HTMLElement} at
 * @param {import("../studio.js").Studio} studio
 */
export function mountSide(at, studio) {
  const { store } = studio;
  const forms = formsOf(studio);
  /** @type {Set<string>} */
  const mounted = new Set();
  const list = h("div", { className: "tabs", role: "tablist" });
  const tabs = TABS.map(({ name }) => h("button", {
    type: "button", role: "tab", id: `tab-${name}`, className: "tab", "aria-controls": `panel-${name}`,
    onclick: () => store.set({ tab: name }),
  }));
  const panels = TABS.map(({ name }) => h("div", {
    id: `panel-${name}`, role: "tabpanel", className: `panel panel-${name}`, "aria-labelledby": `tab-${name}`, hidden: true,
  }));
  list.append(...tabs);
  at.replaceChildren(list, ...panels);

  tabKeys(list, tabs);
  store.on(["tab", "language"], () => {
    const chosen = TABS.some((one) => one.name === studio.state.tab) ? studio.state.tab : "edit";
    list.setAttribute("aria-label", t("side.tabs"));
    at.setAttribute("aria-label", t("side.name"));
    TABS.forEach(({ name, mount }, number) => {
      const is = name === chosen;
      const [tab, panel] = [tabs[number], panels[number]];
      if (!tab || !panel) return;
      tab.setAttribute("aria-selected", String(is));
      tab.tabIndex = is ? 0 : -1;
      panel.hidden = !is;
      if (is && !mounted.has(name)) {
        mounted.add(name);
        mount(panel, studio);
      }
    });
  });

  // What is pointed at on the page is opened in its form, whatever the side showed before.
  let seen = studio.state.selection;
  store.on(["selection"], () => {
    const { selection, tab } = studio.state;
    const isNew = selection !== seen && selection && !selection.quiet;
    seen = selection;
    if (isNew && selection.file === studio.state.story && tab !== "edit" && tab !== "data") store.set({ tab: "edit" });
    if (isNew && /\.(csv|tsv|txt|xlsx|ods)$/i.test(selection.file)) store.set({ tab: "data" });
  });

  store.on(["pages", "checked", "failed", "document", "language"], () => {
    const counts = counted(forms.diagnostics);
    TABS.forEach(({ name }, number) => {
      const badge = name === "messages" && counts.error + counts.warning > 0
        ? h("span", { className: counts.error ? "badge error" : "badge" }, String(counts.error + counts.warning)) : null;
      tabs[number]?.replaceChildren(t(`side.${name}`), ...(badge ? [badge] : []));
    });
  });
}

/**
 * Arrow keys among the tabs, as readers of the screen expect them.
 * @param {HTMLElement} list
 * @param {HTMLButtonElement[]} tabs
 */
function tabKeys(list, tabs) {
  list.addEventListener("keydown", (event) => {
    const here = tabs.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
    const to = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (to === undefined || here < 0) return;
    event.preventDefault();
    const next = tabs[(to + tabs.length) % tabs.length];
    next?.focus();
    next?.click();
  });
}
