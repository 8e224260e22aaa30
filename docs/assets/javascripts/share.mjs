// A link beside each finding, question, row and word: it copies their address.
import { make } from "./elements.mjs";

const PLACES = [
  [".claim[id]", "finding", ".claim__statement"],
  [".article > h3[id]", "question"],
  [".comparison:not(.comparison--pair) tr[id]", "row", "th"],
  [".glossary__entry[id]", "word", "dt"],
];

export function setUpSharing() {
  const article = document.querySelector(".article");
  if (article.querySelector("[data-shared]")) return;
  for (const [selector, kind, within] of PLACES) {
    for (const place of article.querySelectorAll(selector)) {
      const host = within ? place.querySelector(within) : place;
      const copy = host.cloneNode(true);
      copy.querySelectorAll("sup, span, label").forEach((part) => part.remove());
      const link = make("a", "share");
      link.href = `#${place.id}`;
      link.ariaLabel = `Link to this ${kind}: ${copy.textContent.trim()}`;
      host.append(link);
    }
  }
  const told = make("p", "visually-hidden");
  told.ariaLive = "polite";
  told.dataset.shared = "";
  article.append(told);
}

document.addEventListener("click", async (event) => {
  const link = event.target.closest?.(".share");
  if (!link || !navigator.clipboard) return; // a plain link
  event.preventDefault();
  event.stopPropagation();
  const told = document.querySelector("[data-shared]");
  try {
    await navigator.clipboard.writeText(new URL(link.hash, location).href);
    told.textContent = "Copied the link.";
    link.dataset.copied = "Copied";
    setTimeout(() => { delete link.dataset.copied; told.textContent = ""; }, 2000);
  } catch {
    location.hash = link.hash;
  }
}, true);
