// Drives the search where the engine's own script does not: starts our worker when the search is first used, asks it what is
// typed, and draws its answers as Material's script does, which search.mjs and the style sheet are made for.

const { base, search, translations } = JSON.parse(document.getElementById("__config").textContent);
const root = new URL(`${base}/`, location); // both as seen from the page that was loaded first
const engine = new URL(search, location);
const part = (name) => document.querySelector(`#search ${name}`);
const query = () => part("[data-md-component=search-query]");
const told = (key, number) => (translations[`search.result.${key}`] ?? "").replace("#", number);

const make = (name, className, ...children) => {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...children);
  return element;
};

// Title and text come escaped and with their marks from the index.
function link({ location: address, title, text, score }, level) {
  const heading = make(level);
  heading.innerHTML = title;
  const article = make("article", "md-search-result__article md-typeset", heading);
  article.dataset.mdScore = score.toFixed(2);
  article.insertAdjacentHTML("beforeend", text);
  const found = make("a", "md-search-result__link", article);
  found.href = new URL(address, root);
  return found;
}

function item([page, ...places]) {
  const made = make("li", "md-search-result__item", link(page, "h1"));
  if (places.length) {
    const more = places.length === 1 ? told("more.one") : told("more.other", places.length);
    made.append(make("details", "md-search-result__more", make("summary", "", make("div", "", more)), ...places.map((one) => link(one, "h2"))));
  }
  return made;
}

function show({ items }) {
  const none = query().value ? told("none") : told("placeholder");
  part(".search__list").replaceChildren(...items.map(item));
  part(".search__count").textContent = items.length ? told(items.length === 1 ? "one" : "other", items.length) : none;
}

let worker, asked = "";

function ask() {
  if (!worker) {
    worker = new Worker(engine);
    worker.addEventListener("message", ({ data: { type, data } }) => { if (type === 3) show(data); });
  }
  if (query().value !== asked) worker.postMessage({ type: 2, data: (asked = query().value) });
}

function move(step) {
  const stops = [query(), ...part(".search__list").querySelectorAll(":not(details) > [href], summary, details[open] [href]")];
  stops.at((Math.max(0, stops.indexOf(document.activeElement)) + step) % stops.length).focus();
}

const inQuery = (event) => event.target === query();
document.addEventListener("focusin", (event) => { if (inQuery(event)) ask(); });
document.addEventListener("keyup", (event) => { if (inQuery(event)) ask(); }, true); // search.mjs gives one for any input
document.addEventListener("keydown", (event) => {
  if (!document.getElementById("search").open) return;
  if (event.key === "ArrowDown" || event.key === "ArrowUp") move(event.key === "ArrowDown" ? 1 : -1);
  else if (event.key === "Enter" && inQuery(event)) part(".md-search-result__link")?.click();
  else return;
  event.preventDefault();
});
