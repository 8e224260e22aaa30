// The order of a table's rows: native buttons in the heads; typed values from data-value; what is absent always last.
import { make } from "./elements.mjs";

const SURE = { "very-low": 1, low: 2, moderate: 3, high: 4 };
const WORDS = {
  text: ["A to Z", "Z to A"],
  number: ["lowest first", "highest first"],
  date: ["oldest first", "newest first"],
  certainty: ["least sure first", "most sure first"],
  "yes-no": ["no first", "yes first"],
};
const collator = new Intl.Collator("en-GB", { numeric: true, sensitivity: "base" });

// What a cell says, without how sure we are of it.
const wordsOf = (cell) => [...cell.childNodes].filter((one) => one.className !== "certainty").map((one) => one.textContent).join("").trim();

function valueOf(cell, kind) {
  if (cell.dataset.absence) return null;
  if (kind === "certainty") return SURE[cell.dataset.certainty] ? [SURE[cell.dataset.certainty]] : null;
  if (kind === "text") return wordsOf(cell);
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
    if (head.dataset.sort === "certainty") button.setAttribute("aria-description", "Sorts by how sure we are");
    button.addEventListener("click", () => press(column));
    head.append(button);
    head.setAttribute("aria-sort", "none");
  });
  const [key, direction] = model.recall("sort");
  const column = model.heads.findIndex((head) => head.dataset.sort && (head.dataset.key ?? "") === key);
  if (column >= 0) sort(column, direction === "down");
}
