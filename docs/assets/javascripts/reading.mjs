import { namedBy } from "./elements.mjs";

// Marks where the reader is on the thread "On this page".
let stop = () => {};

export function followThread() {
  stop();
  const links = [...document.querySelectorAll("[data-thread] a")];
  const places = links.map((link) => namedBy(link.hash));
  if (!links.length) return;

  const mark = () => {
    const passed = places.filter((place) => place && place.getBoundingClientRect().top < innerHeight * 0.3);
    const atEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 2 && scrollY > 0;
    const here = atEnd ? places.length - 1 : Math.max(0, places.indexOf(passed.at(-1)));
    links.forEach((link, i) => (i === here ? link.setAttribute("aria-current", "true") : link.removeAttribute("aria-current")));
  };
  addEventListener("scroll", mark, { passive: true });
  stop = () => removeEventListener("scroll", mark);
  mark();
}

// Glossary words: the stylesheet shows the tip on hover and focus; here are Escape and the first tap.

export function dismissTips() {
  for (const term of document.querySelectorAll(".term:is(:hover, :focus), .term:has(+ .term__tip:hover)")) {
    term.dataset.dismissed = "";
    const restore = () => delete term.dataset.dismissed;
    term.addEventListener("blur", restore, { once: true });
    term.addEventListener("mouseleave", restore, { once: true });
  }
}

let touched = null;
document.addEventListener("pointerdown", (event) => {
  touched = event.pointerType === "touch" ? { term: event.target.closest?.(".term"), open: event.target.matches?.(".term:focus") } : null;
});

// On touch the first tap shows the meaning; the second follows the link. Caught before instant navigation sees it.
document.addEventListener("click", (event) => {
  if (!touched?.term || touched.open) return;
  event.preventDefault();
  event.stopPropagation();
  touched.term.focus();
}, true);

// A day for the next review that has passed by the reader's own calendar is told beside it: a page cannot know when it
// will be read.
export function tellOverdue() {
  const now = new Date();
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  for (const place of document.querySelectorAll("[data-next-review]")) {
    if (place.dataset.nextReview >= today || place.querySelector("strong")) continue;
    const told = document.createElement("strong");
    told.textContent = " This date has passed: the page may be out of date.";
    place.append(told);
  }
}

// Instant navigation changes the page without the browser knowing: put the focus where a real load would.

const leftFrom = new Map(); // page address → the link that was followed from it: its target, and which of those with it
let first = true;

const focusOn = (element) => {
  if (!element) return;
  for (let closed; (closed = element.closest("details:not([open])")); ) closed.open = true;
  if (element.tabIndex < 0) element.tabIndex = -1;
  element.focus({ preventScroll: true });
};
// A page fetched by instant navigation has real links inside <noscript>; a loaded one has not.
const linksTo = (href) => [...document.querySelectorAll("a[href]:not(noscript a)")].filter((link) => link.href === href);
const searchButton = () => [...document.querySelectorAll("[data-search-open]")].find((button) => button.checkVisibility()); // left by a result
const target = () => namedBy(location.hash);

// What scripts add above a place moves it; as long as nobody has gone on from there, it comes back into view.
export function keepPlace() {
  const place = target();
  if (place && document.activeElement === place) place.scrollIntoView();
}

export function watchDepartures() {
  let here = location.pathname;
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("a[href]");
    if (link) leftFrom.set(location.pathname, link.closest("dialog") ? {} : { href: link.href, index: linksTo(link.href).indexOf(link) });
  }, true);
  window.location$.subscribe((url) => {
    if (url.pathname === here) requestAnimationFrame(() => focusOn(target()));
    here = url.pathname;
  });
}

export function focusAfterNavigation() {
  if (first) {
    first = false;
    focusOn(target()); // a shared address leads a screen reader to its place, not only the eye
    return;
  }
  const left = history.state !== null && leftFrom.get(location.pathname);
  focusOn((left && (left.href ? linksTo(left.href)[left.index] : searchButton())) || target() || document.querySelector("h1"));
}

// A quiet link beside each finding, question and word, and each row of a comparison page: pressed, it copies its address.
const PLACES = {
  finding: ".claim[id] > .claim__statement",
  question: ".article > h3[id]",
  row: "[data-type=comparison] .comparison tr[id] > th",
  word: ".glossary__entry[id] > dt",
};

export function offerLinks() {
  for (const kind in PLACES) {
    for (const host of document.querySelectorAll(PLACES[kind])) {
      const link = document.createElement("a");
      link.className = "share";
      link.href = `#${host.closest("[id]").id}`;
      link.ariaLabel = `Link to this ${kind}: ${host.firstChild.textContent.trim()}`;
      host.append(link);
    }
  }
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.(".share");
  if (!link || !navigator.clipboard) return; // a plain link
  event.preventDefault();
  event.stopPropagation();
  const tell = (text) => { document.querySelector("[data-shared]").textContent = link.dataset.copied = text; };
  navigator.clipboard.writeText(link.href).then(() => tell("Copied"), () => { location.hash = link.hash; });
}, true);
