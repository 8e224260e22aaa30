// Filters over a list that is whole without them. What is chosen stands in the address, so that it can be shared.

const forms = () => document.querySelectorAll("[data-filters]");
const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

// Chosen values by field; a field with nothing chosen is left out.
const chosen = (form) => {
  const found = {};
  for (const [name, value] of new FormData(form)) if (value.trim()) (found[name] ??= []).push(value.trim());
  return found;
};

const fits = (entry, wanted) => Object.entries(wanted).every(([name, values]) => {
  if (name !== "words") return values.some((value) => (entry.dataset[name] ?? "").split(" ").includes(value));
  const text = (entry.sought ??= plain(entry.textContent));
  return plain(values[0]).split(/\s+/).every((word) => text.includes(word));
});

function apply(form) {
  const list = document.getElementById(form.dataset.filters);
  const wanted = chosen(form);
  const filtered = Object.keys(wanted).length > 0;
  let shown = 0, total = 0;
  for (const entry of list.querySelectorAll("[data-entry], [data-mirror]")) {
    const fit = fits(entry, wanted);
    entry.toggleAttribute("data-out", !fit);
    if ("entry" in entry.dataset) (total += 1), (shown += fit);
  }
  for (const group of list.querySelectorAll("[data-group]")) {
    const shows = group.querySelector(":is([data-entry], [data-mirror]):not([data-out])");
    group.toggleAttribute("data-out", !shows);
    if (filtered && shows && "open" in group) group.open = true;
  }
  const told = form.querySelector("[data-count]");
  const { one, many } = told.dataset;
  const all = `${total} ${total === 1 ? one : many}`;
  const text = shown === total ? all : shown ? `${shown} of ${all}` : `None of ${all} fits. Take a filter away.`;
  if (told.textContent !== text) told.textContent = text;
  form.querySelector("[type=reset]").hidden = !filtered;
  for (const other of form.querySelectorAll("a")) other.search = wanted.words ? new URLSearchParams({ words: wanted.words[0] }) : "";
}

function toAddress(form) {
  const address = new URL(location);
  const wanted = chosen(form);
  for (const { name } of form.elements) if (name) address.searchParams.delete(name);
  for (const name in wanted) address.searchParams.set(name, wanted[name].join(","));
  if (address.href !== location.href) history.replaceState(history.state, "", address);
}

function fromAddress(form) {
  const given = new URLSearchParams(location.search);
  for (const field of form.elements) {
    const value = given.get(field.name);
    if (!field.name || value === null) continue;
    if (field.type === "checkbox") field.checked = value.split(",").includes(field.value);
    else field.value = value;
    if (field.tagName === "SELECT" && field.selectedIndex < 0) field.value = "";
  }
}

export function setUpFilters() {
  for (const form of forms()) {
    fromAddress(form);
    apply(form);
  }
}

const ofEvent = (event) => event.target.closest?.("[data-filters]");
let waiting;
document.addEventListener("input", (event) => {
  const form = ofEvent(event);
  if (!form) return;
  apply(form);
  clearTimeout(waiting); // browsers allow few changes of the address a second
  if (event.target.name !== "words") toAddress(form);
  else waiting = setTimeout(() => form.isConnected && toAddress(form), 200);
});
document.addEventListener("reset", (event) => {
  const form = ofEvent(event);
  if (form) setTimeout(() => {
    apply(form);
    toAddress(form);
    form.elements[0].focus();
  });
});
document.addEventListener("submit", (event) => { if (ofEvent(event)) event.preventDefault(); });
