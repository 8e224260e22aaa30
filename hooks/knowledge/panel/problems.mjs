// The problems panel of the preview: copy a place, show it in the page, stay closed over a reload.
// Listeners sit on the document once, since instant navigation replaces the panel.
const FOLDED = "legwise-problems-folded";

const status = (text) => {
  const line = document.querySelector("[data-problems-status]");
  if (!line) return;
  line.textContent = "";
  setTimeout(() => { line.textContent = text; }, 50); // the same text twice is told twice
};

// Only a secure address has a clipboard; a preview shown to the network has not.
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch { /* not secure, or not allowed: the older way */ }
  const field = Object.assign(document.createElement("textarea"), { value: text, readOnly: true });
  field.style.cssText = "position:fixed;inset:0 auto auto 0;opacity:0";
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  return done;
}

async function copy(button) {
  const place = button.dataset.copy;
  const done = await copied(place);
  button.focus();
  if (!done) getSelection().selectAllChildren(button.parentElement.querySelector("code"));
  button.textContent = done ? "Copied" : "Selected";
  status(done ? `Copied ${place}` : `${place} is selected. Copy it with your keyboard.`);
  setTimeout(() => { button.textContent = "Copy place"; }, 2000);
}

function show(link, event) {
  const target = document.querySelector(link.dataset.show);
  if (!target) return; // the link's own address leads near it
  event.preventDefault();
  event.stopPropagation();
  document.querySelectorAll("[data-shown-problem]").forEach((one) => one.removeAttribute("data-shown-problem"));
  for (let above = target.closest("details:not([open])"); above; above = above.parentElement?.closest("details:not([open])")) above.open = true;
  target.setAttribute("data-shown-problem", "");
  if (target.tabIndex < 0 && !target.hasAttribute("tabindex")) target.tabIndex = -1;
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: "center" });
}

const hit = (event, selector) => (event.target instanceof Element ? event.target.closest(selector) : null);

document.addEventListener("click", (event) => {
  const button = hit(event, "[data-copy]");
  const link = hit(event, "[data-show]");
  if (button) copy(button);
  else if (link) show(link, event);
}, true); // before instant navigation, which would take the link

const storage = (use) => {
  try {
    return use(sessionStorage);
  } catch {
    return null; // storage is blocked: the panel opens with each page
  }
};

document.addEventListener("toggle", (event) => {
  if (hit(event, ".problems__all")) storage((kept) => kept.setItem(FOLDED, event.target.open ? "" : "1"));
}, true);

function fold() {
  const all = document.querySelector(".problems__all");
  if (all && storage((kept) => kept.getItem(FOLDED))) all.open = false;
}

fold();
window.document$?.subscribe(fold);
