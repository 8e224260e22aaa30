// Which rows of a table are shown, and in which order.
import { make } from "./elements.mjs";

// ---- sort: native buttons in the heads; typed values from data-value; what is absent always last ----

const SURE = { "very-low": 1, low: 2, moderate: 3, high: 4 };
const WORDS = {
  text: ["A to Z", "Z to A"],
  number: ["lowest first", "highest first"],
  date: ["oldest first", "newest first"],
  certainty: ["least sure first", "most sure first"],
  "yes-no": ["no first", "yes first"],
};
const CHEVRONS = '<svg class="sort__mark" viewBox="0 0 12 18" aria-hidden="true" focusable="false"><path class="sort__up" d="m2 7 4-4 4 4"/><path class="sort__down" d="m2 11 4 4 4-4"/></svg>';
const collator = new Intl.Collator("en-GB", { numeric: true, sensitivity: "base" });

function valueOf(cell, kind) {
  if (cell.dataset.absence) return null;
  if (kind === "certainty") return SURE[cell.dataset.certainty] ? [SURE[cell.dataset.certainty]] : null;
  if (kind === "text") return (cell.querySelector(".cell__value") ?? cell.firstChild).textContent.trim();
  return cell.dataset.value?.split(" ").map(Number) ?? null;
}

// An open upper end lies above every number.
const byNumbers = (a, b) => a[0] - b[0] || (a[1] ?? Infinity) - (b[1] ?? Infinity) || 0;

// The places of texts in the alphabet, so that letters are compared once and numbers ever after.
function ranked(texts) {
  const places = texts.map((text, i) => i).filter((i) => texts[i] !== null).sort((a, b) => collator.compare(texts[a], texts[b]));
  const ranks = texts.map(() => null);
  let rank = 0;
  places.forEach((i, n) => { ranks[i] = [n && collator.compare(texts[places[n - 1]], texts[i]) ? ++rank : rank]; });
  return ranks;
}

export function offerSorting(model) {
  const values = new Map(); // column → a value for each row, read when first asked for
  const bodies = model.bodies.map((body) => [body, model.rows.filter((row) => row.parentElement === body)]);

  // Rows that are not shown stay where they are until paper asks for them: to move a row costs more than to order it.
  const place = (rows) => {
    for (const [body] of bodies) {
      const wanted = rows.filter((row) => row.parentElement === body);
      const there = [...body.rows].filter((row) => model.at.has(row) && (wanted.length === model.rows.length || !row.hasAttribute("data-out")));
      if (wanted.some((row, i) => row !== there[i])) body.append(...wanted);
    }
  };

  const valuesOf = (column, kind) => {
    if (!values.has(column)) {
      const read = model.rows.map((row) => valueOf(row.cells[column], kind));
      values.set(column, kind === "text" ? ranked(read) : read);
    }
    return values.get(column);
  };

  const sort = (column, down) => {
    const head = model.heads[column];
    model.heads.forEach((one) => one.dataset.sort && one.setAttribute("aria-sort", "none"));
    head?.setAttribute("aria-sort", down ? "descending" : "ascending");
    const found = head ? valuesOf(column, head.dataset.sort) : [];
    const compare = (one, other) => {
      const a = found[model.at.get(one)] ?? null;
      const b = found[model.at.get(other)] ?? null;
      if (a === null || b === null) return (a === null) - (b === null);
      return down ? byNumbers(b, a) : byNumbers(a, b);
    };
    model.order = bodies.flatMap(([, rows]) => [...rows].sort(compare)); // equal ones stay as the page has them
    model.settle = place;
    model.refresh();
  };

  const press = (column) => {
    const head = model.heads[column];
    const was = head.getAttribute("aria-sort");
    const next = was === "descending" ? -1 : column; // up, down, as the page has it
    sort(next, was === "ascending");
    model.remember("sort", next < 0 ? [] : [head.dataset.key ?? "", was === "ascending" ? "down" : "up"]);
    const words = WORDS[head.dataset.sort][Number(was === "ascending")] + (bodies.length > 1 ? ", in each group" : "");
    model.say(next < 0 ? "Back in the page’s own order." : `Sorted by ${head.textContent.trim()}: ${words}.`);
  };

  model.heads.forEach((head, column) => {
    if (!head.dataset.sort) return;
    const button = make("button", "sort");
    button.append(...head.childNodes);
    button.insertAdjacentHTML("beforeend", CHEVRONS);
    if (head.dataset.sort === "certainty") button.setAttribute("aria-description", "Sorts by how sure we are");
    button.addEventListener("click", () => press(column));
    head.append(button);
    head.setAttribute("aria-sort", "none");
  });
  const [key, direction] = model.recall("sort");
  const column = model.heads.findIndex((head) => head.dataset.sort && (head.dataset.key ?? "") === key);
  if (column >= 0) sort(column, direction === "down");
}

// ---- find: a field for words, chips for what cells have in common, a count that is read out ----

const LONG = 100; // rows from which a table is shown piece by piece: drawing it all takes longer than a reader waits
const STEP = 50;
const FACETS = ["certainty", "yes-no"];
const MOST_CHIPS = 6;
const MOST_FACETS = 3;
const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

function wordsOf(row) {
  const copy = row.cloneNode(true);
  copy.querySelectorAll("sup, .term__tip, .pick").forEach((part) => part.remove());
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
      return value && [value, kind === "certainty" ? brief(cell.querySelector(".certainty__word").textContent) : cell.textContent.trim()];
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
      const chip = make("button", "facet", names.get(value));
      chip.append(make("span", "facet__count", ` ${values.filter((one) => one === value).length}`));
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
