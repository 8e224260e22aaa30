// Which rows of a table are shown: a field for words, chips for what cells have in common, a count that is read out.
import { make } from "./elements.mjs";

const LONG = 100; // rows from which a table is shown piece by piece: drawing it all takes longer than a reader waits
const STEP = 50;
const FACETS = ["certainty", "yes-no"];
const MOST_CHIPS = 6;
const MOST_FACETS = 3;
const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

function wordsOf(row) {
  const copy = row.cloneNode(true);
  copy.querySelectorAll("sup, .term__tip, .pick, .share").forEach((part) => part.remove());
  return folded(`${row.parentElement.querySelector(".group")?.textContent ?? ""} ${copy.textContent}`);
}

// What rows share: their group, and each column of grades or of yes and no. Each maps a row to [value, words].
function facetsOf(model) {
  const groupOf = (row) => row.parentElement.querySelector(".group")?.textContent.trim();
  const found = [{ key: "group", label: "Group", of: (row) => groupOf(row) && [groupOf(row), groupOf(row)] }];
  model.heads.forEach((head, column) => {
    const kind = head.dataset.sort;
    if (!FACETS.includes(kind)) return;
    const of = (row) => {
      const cell = row.cells[column];
      const value = kind === "certainty" ? cell.dataset.certainty : cell.dataset.value;
      return value && [value, kind === "certainty" ? brief(cell.querySelector(".certainty").textContent) : cell.textContent.trim()];
    };
    const label = head.textContent.trim();
    found.push({ key: head.dataset.key, label: kind === "certainty" ? `${label}: certainty` : label, of });
  });
  for (const facet of found) {
    facet.values = model.rows.map((row) => facet.of(row)?.[0]);
    facet.words = new Map(model.rows.map(facet.of).filter(Boolean));
  }
  return found.filter(({ words }) => words.size > 1 && words.size <= MOST_CHIPS).slice(0, MOST_FACETS);
}

// Short words serve under a label that says what they are about.
const brief = (words) => words.replace(/ certainty$|:.*/g, "");
const ORDER = [..."high moderate low very-low not-tested".split(" "), "2", "1", "0"];

export function offerFinding(model) {
  const facets = facetsOf(model);
  const chosen = new Map(facets.map(({ key }) => [key, new Set()]));
  const field = make("input", "tools__field");
  const count = make("p", "tools__count");
  const all = make("button", "button", "Show all");
  const more = make("button", "button", `Show ${STEP} more`);
  let most = model.rows.length > LONG ? STEP : Infinity;
  let words = null;
  const prepare = () => { words ??= model.rows.map(wordsOf); };

  const show = () => {
    const wanted = folded(field.value).split(/\s+/).filter(Boolean);
    if (wanted.length) prepare();
    let fitting = 0;
    const placed = [];
    for (const row of model.order) {
      const i = model.at.get(row);
      const fits = facets.every(({ key, values }) => !chosen.get(key).size || chosen.get(key).has(values[i]))
        && wanted.every((word) => words[i].includes(word));
      fitting += fits;
      const out = !fits || fitting > most;
      row.toggleAttribute("data-out", out);
      if (!out) placed.push(row);
    }
    model.settle(placed);
    for (const body of model.bodies) {
      const head = body.querySelector(".group");
      if (head) head.toggleAttribute("data-out", !body.querySelector("tr:not(.group, [data-out])"));
    }
    const total = model.rows.length;
    count.textContent = fitting > most ? `Showing the first ${most} of ${fitting}` : `Showing ${fitting} of ${total}`;
    if (!fitting) count.textContent = "Nothing in the table fits.";
    all.hidden = fitting === total;
    more.hidden = fitting <= most;
    return count.textContent;
  };
  const tell = () => model.say(show());
  const keep = () => {
    model.remember("find", field.value.trim() ? [field.value.trim()] : []);
    for (const [key, values] of chosen) model.remember(`is.${key}`, [...values]);
  };
  let waiting;
  const soon = (task) => { clearTimeout(waiting); waiting = setTimeout(task, 300); };

  const clear = () => {
    field.value = "";
    chosen.forEach((values) => values.clear());
    model.before.querySelectorAll(".facet").forEach((chip) => chip.setAttribute("aria-pressed", "false"));
    tell();
    keep();
  };

  field.type = "search";
  field.id = `find-${model.name}`;
  field.value = model.recall("find").join(" ");
  field.addEventListener("focus", prepare);
  field.addEventListener("input", () => { show(); soon(() => { tell(); keep(); }); });
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !field.value) return;
    event.preventDefault();
    field.value = "";
    tell();
    keep();
  });
  const label = make("label", "tools__label", "Find in this table");
  label.htmlFor = field.id;
  model.before.append(label, field);

  for (const { key, label: title, values, words: names } of facets) {
    for (const value of model.recall(`is.${key}`)) if (names.has(value)) chosen.get(key).add(value);
    const group = make("div", "tools__facet");
    const name = make("span", "tools__label", title);
    name.id = `facet-${model.name}-${key}`;
    group.setAttribute("role", "group");
    group.setAttribute("aria-labelledby", name.id);
    const chips = make("div", "tools__chips");
    group.append(name, chips);
    for (const value of [...names.keys()].sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b))) {
      const chip = make("button", "facet", `${names.get(value)} ${values.filter((one) => one === value).length}`);
      chip.setAttribute("aria-pressed", String(chosen.get(key).has(value)));
      chip.addEventListener("click", () => {
        const on = !chosen.get(key).has(value);
        chosen.get(key)[on ? "add" : "delete"](value);
        chip.setAttribute("aria-pressed", String(on));
        tell();
        keep();
      });
      chips.append(chip);
    }
    model.before.append(group);
  }
  model.line = make("div", "tools__line");
  model.line.append(count, all);
  model.before.append(model.line);
  more.addEventListener("click", () => { most += STEP; tell(); });
  model.after.append(more);
  model.refresh = show;
  all.addEventListener("click", () => { clear(); field.focus(); });
  model.onReveal(() => { most = Infinity; clear(); });
  show();
}
