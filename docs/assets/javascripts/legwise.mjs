// Menu, search dialog, theme, thread, glossary tips, focus. Listeners sit on the document once, so that instant
// navigation, which replaces parts of the page, never leaves a dead or a doubled one.
import { closeMenu, labelSwitch, switchTheme, toggleMenu } from "./controls.mjs";
import { dismissTips, focusAfterNavigation, followThread, watchDepartures } from "./reading.mjs";
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

watchDepartures();
window.document$.subscribe(() => {
  closeMenu();
  labelSwitch();
  followThread();
  focusAfterNavigation();
  if (document.querySelector(".comparison[data-tools]")) import("./tables.mjs").then(({ setUpTables }) => setUpTables());
});
