// What stands around the results: the care card of a danger sign, which words were mended, and ways on where nothing is
// found. Loaded when the search is first opened.
import { RedFlags } from "./search-flags.mjs";

const make = (name, attributes = {}, ...children) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
};

// Numbers in "112 or 999" as links that dial; the rest stays text.
function dialled(numbers) {
  return numbers.split(/(\d[\d ]*\d)/).map((part, odd) => (odd % 2 ? make("a", { href: `tel:${part.replaceAll(" ", "")}` }, part) : part));
}

function careCard(id, card, urgent) {
  const list = (items, attributes = {}) => make("ul", attributes, ...items);
  const phones = card.phones.map(({ country, numbers }) => make("li", {}, ...dialled(numbers), " ", make("span", {}, country)));
  return make("div", { class: "care-card", "data-level": card.level, "data-red-flag": id },
    make("p", { class: "care-card__head" }, card.head),
    make("div", { class: "care-card__groups" },
      make("p", { class: "care-card__title" }, card.title),
      list(card.signs.map((sign) => make("li", {}, sign)))),
    make("p", { class: "care-card__action" }, make("strong", {}, card.action)),
    ...(phones.length ? [list(phones, { class: "phones" })] : []),
    ...(urgent ? [make("p", { class: "care-card__more" }, make("a", { href: urgent }, "All danger signs"))] : []));
}

// From a disk nothing can be fetched: there the same data come as a script beside the file.
const readJson = (file) => (location.protocol === "file:" ? new Promise((resolve) => {
  const script = make("script", { src: file.replace(/json$/, "js") });
  script.onload = () => resolve(self.LegwiseData);
  document.head.append(script);
}) : fetch(file).then((answer) => answer.json()));

let started = false;

export async function helpSearch(dialog, root) {
  if (started) return;
  started = true;
  const query = dialog.querySelector("[data-md-component=search-query]");
  const alert = dialog.querySelector("[data-search-alert]");
  const mended = dialog.querySelector("[data-search-mended]");
  const instead = dialog.querySelector("[data-search-instead]");
  const address = (location) => new URL(location, root).href;
  const help = await readJson(address("search/search_help.json"));
  const flags = new RedFlags(help);
  instead.append(make("p", {}, "These are read most:"),
    make("ul", {}, ...help.popular.map(({ title, location }) => make("li", {}, make("a", { href: address(location) }, title)))));

  let shown;
  const studies = dialog.querySelector("[data-search-studies]");
  const look = () => {
    studies.search = query.value.trim() && new URLSearchParams({ words: query.value.trim() });
    const id = flags.card(query.value);
    if (id === shown) return; // further typing neither flickers nor repeats
    shown = id;
    alert.replaceChildren(...(id ? [careCard(id, help.cards[id], help.urgent && address(help.urgent))] : []));
  };
  const list = dialog.querySelector(".search__list");
  const showWaysOn = () => { instead.hidden = !query.value.trim() || list.childElementCount > 0; };
  new MutationObserver(showWaysOn).observe(dialog.querySelector(".search__count"), { childList: true, characterData: true, subtree: true });
  dialog.addEventListener("input", look);
  dialog.addEventListener("click", () => setTimeout(look));
  const answers = new BroadcastChannel("legwise-search");
  answers.addEventListener("message", ({ data }) => {
    if (data?.query === undefined) return; // another page's question
    if (data.query.replace(/[*+"~^ ]/g, "") !== query.value.replace(/[*+"~^ ]/g, "")) return; // another window's
    mended.textContent = data.mends.length ? `Searched for ${data.mends.map(([, word]) => `“${word}”`).join(" and ")}.` : "";
    showWaysOn();
  });
  answers.postMessage("again"); // what was answered before this stood here
  look();
}
