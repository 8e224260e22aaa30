// Instant navigation changes the page without the browser knowing: put the focus where a real load would.

const leftFrom = new Map(); // page address → the link that was followed from it
let first = true;

const focusOn = (element) => {
  if (!element) return;
  if (element.tabIndex < 0) element.tabIndex = -1;
  element.focus({ preventScroll: true });
};
const target = () => location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));

export function watchDepartures() {
  let here = location.pathname;
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("a[href]");
    if (link) leftFrom.set(location.pathname, link.href);
  }, true);
  window.location$.subscribe((url) => {
    if (url.pathname === here) requestAnimationFrame(() => focusOn(target()));
    here = url.pathname;
  });
}

export function focusAfterNavigation() {
  if (first) return void (first = false);
  const cameBack = history.state !== null && leftFrom.get(location.pathname);
  const link = cameBack && [...document.querySelectorAll("a[href]")].find((a) => a.href === cameBack);
  focusOn(link || target() || document.querySelector("h1"));
}
