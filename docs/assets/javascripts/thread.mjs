// Marks where the reader is on the thread "On this page".
let stop = () => {};

export function followThread() {
  stop();
  const links = [...document.querySelectorAll("[data-thread] a")];
  const places = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
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
