// Search in a native dialog around Material's worker: the browser traps the focus, makes the page inert and gives
// the focus back. Material's hidden switch is kept in step, since its script reads it.

const typed = (event) => event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey;
const inField = () => document.activeElement?.matches("input, textarea, select, [contenteditable]");

// Results come as links that Tab skips, with an H1 and whole passages in each: make them links with a title and a taste.
function tidyResults(list) {
  for (const link of list.querySelectorAll("a[tabindex], summary[tabindex]")) link.removeAttribute("tabindex");
  for (const heading of list.querySelectorAll("h1, h2")) {
    const title = document.createElement("p");
    title.className = heading.matches("h1") ? "result__title" : "result__title result__title--part";
    title.append(...heading.childNodes);
    heading.replaceWith(title);
    const teaser = document.createElement("div");
    teaser.className = "result__teaser";
    while (title.nextSibling) teaser.append(title.nextSibling);
    if (teaser.hasChildNodes()) title.after(teaser);
  }
}

// The theme's settings name the site's root as seen from the page that was loaded first; addresses stay right after it.
const root = new URL(JSON.parse(document.getElementById("__config").textContent).base + "/", location);

const FAILED = "Search could not load. Check your connection, then type again.";

export function setUpSearch() {
  const dialog = document.getElementById("search");
  const query = dialog.querySelector("[data-md-component=search-query]");
  const list = dialog.querySelector(".search__list");
  const materialSwitch = document.querySelector("[data-md-toggle=search]");
  const worker = new BroadcastChannel("legwise-search"); // the theme keeps the worker to itself

  const open = () => {
    if (dialog.open) return;
    import("./search-help.mjs").then(({ helpSearch }) => helpSearch(dialog, root));
    dialog.showModal();
    document.documentElement.toggleAttribute("data-modal", true); // nothing behind it scrolls
    query.focus();
    query.select();
    worker.postMessage("opened");
  };
  const close = () => dialog.close();
  const reread = () => query.dispatchEvent(new KeyboardEvent("keyup"));

  worker.addEventListener("message", ({ data }) => {
    if (data === "listening" && dialog.open) worker.postMessage("opened");
    else if (data === "failed") dialog.querySelector(".search__count").textContent = FAILED;
  });
  new MutationObserver(() => tidyResults(list)).observe(list, { childList: true, subtree: true });
  // The dialog leads: Material turns its switch off late after each navigation, which must not shut a new search.
  materialSwitch.addEventListener("change", () => { if (!materialSwitch.checked && dialog.open) materialSwitch.click(); });
  dialog.addEventListener("close", () => {
    document.documentElement.toggleAttribute("data-modal", false);
    document.body.style.top = ""; // Material would scroll the next page to this page's place
    if (materialSwitch.checked) materialSwitch.click();
  });
  dialog.addEventListener("input", reread); // pasting and dictation have no keyup
  dialog.addEventListener("submit", (event) => event.preventDefault());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog || event.target.closest("[data-search-close], a")) close();
    else if (event.target.closest("[data-search-clear]")) {
      query.value = "";
      query.focus();
      reread();
    }
  });
  // Material closes on Tab and moves to the field on any other key; only arrows, Enter and letters may reach it.
  dialog.addEventListener("keydown", (event) => {
    if (!["ArrowDown", "ArrowUp", "Enter"].includes(event.key) && !typed(event)) event.stopPropagation();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || dialog.open || inField()) return;
    event.preventDefault();
    open();
  });
  return { open };
}
