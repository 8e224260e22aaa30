// Menu, search dialog, theme, thread, glossary tips, focus. Listeners sit on the document once, so that instant
// navigation, which replaces parts of the page, never leaves a dead or a doubled one.
import { closeMenu, labelSwitch, switchTheme, toggleMenu } from "./controls.mjs";
import { dismissTips, focusAfterNavigation, followThread, keepPlace, offerLinks, tellOverdue, watchDepartures } from "./reading.mjs";
import { setUpSearch } from "./search.mjs";

const search = setUpSearch();

document.addEventListener("click", (event) => {
  const hit = (selector) => event.target instanceof Element && event.target.closest(selector);
  if (hit("[data-menu-button]")) toggleMenu();
  else if (hit(".menu a")) closeMenu();
  else if (hit("[data-search-open]")) search.open();
  else if (hit("[data-theme-switch]")) switchTheme();
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    closeMenu({ returnFocus: true });
    dismissTips();
  }
});

// What few pages have is fetched where it is needed.
const whenThere = async (selector, module, start) => {
  if (document.querySelector(selector)) await (await import(module))[start]();
};

watchDepartures();
window.document$.subscribe(() => {
  delete document.documentElement.dataset.ready;
  closeMenu();
  labelSwitch();
  followThread();
  tellOverdue();
  focusAfterNavigation();
  Promise.all([
    whenThere(".comparison[data-tools]", "./tables.mjs", "setUpTables"),
    whenThere("[data-filters]", "./filter.mjs", "setUpFilters"),
    whenThere("[data-converter]", "./converter.mjs", "setUpConverter"),
    whenThere("[data-safety-check]", "./safety-check.mjs", "setUpSafetyCheck"),
  ]).then(offerLinks).then(keepPlace).then(() => { document.documentElement.dataset.ready = ""; }); // tests wait for it
});
