// What a reader may do with a table beyond reading it: sort, find, choose columns, put two rows side by side. The
// table says which of these it offers (data-tools); without scripts it is whole. Loaded only where such a table is.
import { make, namedBy } from "./elements.mjs";
import { offerSorting } from "./table-sort.mjs";
import { offerColumns, offerPair } from "./table-views.mjs";

const OFFERS = { sort: offerSorting, find: null, pair: offerPair, columns: offerColumns }; // find: for long tables alone

// State lives in the address, so that it can be shared and comes back with the page: NAME.sort=pressure_down
const SEPARATOR = "_"; // ids hold none

const recall = (name) => new URLSearchParams(location.search).get(name)?.split(SEPARATOR) ?? [];

function remember(name, values) {
  const all = new URLSearchParams(location.search);
  if (values.length) all.set(name, values.join(SEPARATOR));
  else all.delete(name);
  const query = all.toString();
  history.replaceState(history.state, "", `${location.pathname}${query && `?${query}`}${location.hash}`);
}

function modelOf(region) {
  const table = region.querySelector("table");
  const heads = [...table.tHead.rows].at(-1).cells;
  const rows = [...table.querySelectorAll("tbody > tr:not(.group)")];
  const before = make("div", "tools");
  const after = make("div", "tools tools--after");
  const status = make("p", "visually-hidden");
  status.setAttribute("role", "status");
  const shows = [];
  return {
    region, table, rows, before, after, heads: [...heads],
    at: new Map(rows.map((row, i) => [row, i])),
    bodies: [...table.tBodies],
    order: rows,
    settle: () => {}, // puts rows where the order wants them, once there is one
    refresh() { this.settle(this.order); },
    name: region.dataset.key,
    tools: region.dataset.tools.split(" "),
    status,
    say: (text) => { status.textContent = text; },
    recall: (what) => recall(`${region.dataset.key}.${what}`),
    remember: (what, values) => remember(`${region.dataset.key}.${what}`, values),
    onReveal: (show) => shows.push(show),
    reveal: () => shows.forEach((show) => show()),
  };
}

function setUp(region) {
  const model = modelOf(region);
  region.before(model.before);
  region.after(model.after, model.status);
  for (const [tool, offer] of Object.entries(OFFERS)) if (model.tools.includes(tool)) offer(model);
  for (const bar of [model.before, model.after]) if (!bar.hasChildNodes()) bar.remove();
  region.toggleAttribute("data-ready", true);
  ready.set(region, model);
  keepHeads(region, model.table);
  showTarget();
}

const ready = new Map(); // region → its model; those of pages left are forgotten

// A link to a row or cell that is not shown just now shows it.
function showTarget() {
  const target = namedBy(location.hash);
  if (!target) return;
  for (const [region, model] of ready) {
    if (region.contains(target) && target.closest("[data-out]")) {
      model.reveal();
      target.scrollIntoView();
    }
  }
}

// A table that fits needs no scrolling of its own, so its head can stay at the top of the window.
const sizes = new ResizeObserver((entries) => {
  for (const { target } of entries) target.toggleAttribute("data-fits", target.firstElementChild.offsetWidth <= target.clientWidth);
});

function keepHeads(region, table) {
  sizes.observe(region);
  region.toggleAttribute("data-fits", table.offsetWidth <= region.clientWidth);
}

addEventListener("hashchange", showTarget);
addEventListener("beforeprint", () => ready.forEach((model) => model.settle(model.order)));

export async function setUpTables() {
  document.documentElement.removeAttribute("data-two");
  for (const region of ready.keys()) if (!region.isConnected) ready.delete(region) && sizes.unobserve(region);
  if (document.querySelector(".comparison[data-tools~=find]")) OFFERS.find ??= (await import("./table-find.mjs")).offerFinding;
  const target = namedBy(location.hash);
  const before = target ? target.getBoundingClientRect().top : 0;
  document.querySelectorAll(".comparison[data-tools]:not([data-ready])").forEach(setUp);
  // The browser has gone to the place that the address names; the tools that came above it must not push it away.
  if (target) requestAnimationFrame(() => scrollBy(0, target.getBoundingClientRect().top - before));
}
