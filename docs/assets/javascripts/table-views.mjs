// Which columns of a table are shown, and two of its rows side by side.
import { make } from "./elements.mjs";

// ---- columns: a box for each; one always stays ----

export function offerColumns(model) {
  const out = new Set(model.recall("hide"));
  const first = 1; // the row heads stay
  const details = make("details", "tools__columns");
  const list = make("div", "tools__list");
  const boxes = new Map();
  const groupHeads = [...model.table.querySelectorAll("tr.group th")];

  const show = () => {
    let shown = 0;
    model.heads.forEach((head, column) => {
      if (column < first) return;
      const hidden = out.has(head.dataset.key);
      shown += !hidden;
      if (head.hasAttribute("data-out") === hidden) return;
      head.toggleAttribute("data-out", hidden);
      for (const row of model.rows) row.cells[column].toggleAttribute("data-out", hidden);
    });
    for (const head of groupHeads) head.colSpan = shown + first;
    for (const [key, box] of boxes) {
      box.checked = !out.has(key);
      box.disabled = shown === 1 && box.checked;
    }
    return shown;
  };

  for (const head of model.heads.slice(first)) {
    const { key } = head.dataset;
    const label = make("label", "check");
    const box = make("input");
    box.type = "checkbox";
    box.addEventListener("change", () => {
      if (box.checked) out.delete(key);
      else out.add(key);
      const shown = show();
      model.remember("hide", [...out].filter((one) => boxes.has(one)));
      model.say(`${shown} of ${boxes.size} columns shown.`);
    });
    boxes.set(key, box);
    label.append(box, head.textContent.trim());
    list.append(label);
  }
  if (out.size && [...boxes.keys()].every((key) => out.has(key))) out.clear();
  const summary = make("summary", "button", "Choose columns");
  details.append(summary, list);
  details.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !details.open) return;
    details.open = false;
    summary.focus();
  });
  if (model.line) model.line.prepend(details);
  else model.after.insertBefore(details, model.after.children[1] ?? null);
  model.onReveal(() => { out.clear(); show(); model.remember("hide", []); });
  show();
}

// ---- pair: two rows chosen by their boxes, each a column of a table of their own ----

const nameOf = (row) => {
  const copy = row.querySelector("th").cloneNode(true);
  copy.querySelectorAll("sup, .term__tip, .pick, .share").forEach((part) => part.remove());
  return copy.textContent.trim();
};

function copied(cell) {
  const copy = make("td");
  copy.append(...[...cell.childNodes].map((node) => node.cloneNode(true)));
  copy.querySelectorAll("[id]").forEach((part) => part.removeAttribute("id"));
  for (const name of ["certainty", "absence"]) if (cell.dataset[name]) copy.dataset[name] = cell.dataset[name];
  return copy;
}

function headed(tag, scope, role, text) {
  const cell = make(tag, "", text);
  if (scope) cell.scope = scope;
  cell.setAttribute("role", role);
  return cell;
}

function pairTable(model, two) {
  const table = make("table");
  const top = table.createTHead().insertRow();
  top.append(headed("td", "", "cell"), ...two.map((row) => headed("th", "col", "columnheader", nameOf(row))));
  const body = table.createTBody();
  model.heads.slice(1).forEach((head, i) => {
    const row = body.insertRow();
    const cells = two.map((one) => copied(one.cells[i + 1]));
    cells.forEach((cell) => cell.setAttribute("role", "cell"));
    row.append(headed("th", "row", "rowheader", head.textContent.trim()), ...cells);
  });
  table.setAttribute("role", "table");
  for (const row of table.rows) row.setAttribute("role", "row");
  for (const part of [table.tHead, body]) part.setAttribute("role", "rowgroup");
  return table;
}

// One level below the heading that the table stands under.
function levelOf(region) {
  let before = region;
  while ((before = before.previousElementSibling)) if (/^H[2-5]$/.test(before.tagName)) return Number(before.tagName[1]) + 1;
  return 2;
}

export function offerPair(model) {
  const boxes = new Map(); // row → its box, in the order chosen
  const chosen = [];
  const open = make("button", "button button--main", "Compare these two");
  const hint = make("p", "tools__hint");
  hint.id = `pair-${model.name}-hint`;
  let view = null;

  const show = () => {
    for (const [row, box] of boxes) box.checked = chosen.includes(row);
    open.setAttribute("aria-disabled", String(chosen.length < 2));
    hint.textContent = ["Tick two to see them side by side.", "Tick one more.", chosen.map(nameOf).join(" and ")][chosen.length];
    model.after.toggleAttribute("data-two", chosen.length === 2);
    document.documentElement.toggleAttribute("data-two", document.querySelector(".tools[data-two]") !== null || chosen.length === 2);
  };

  const close = () => {
    if (!view) return;
    view.remove();
    view = null;
    for (const part of [model.region, model.before, model.after]) part.toggleAttribute("data-out", false);
    model.remember("pair", []);
  };

  const compare = () => {
    const heading = make(`h${levelOf(model.region)}`, "pair__title", chosen.map(nameOf).join(" and "));
    heading.id = `pair-${model.name}`;
    heading.tabIndex = -1;
    const back = make("button", "button", "Back to the whole table");
    back.addEventListener("click", () => { close(); open.focus(); });
    const region = make("div", "comparison comparison--pair");
    region.append(pairTable(model, chosen));
    region.firstChild.setAttribute("aria-labelledby", heading.id);
    view = make("section", "pair");
    view.setAttribute("aria-labelledby", heading.id);
    view.append(heading, region, back);
    model.region.before(view);
    for (const part of [model.region, model.before, model.after]) part.toggleAttribute("data-out", true);
    model.remember("pair", chosen.map((row) => row.dataset.key));
    return heading;
  };

  const choose = (row, on) => {
    const at = chosen.indexOf(row);
    if (at >= 0) chosen.splice(at, 1);
    if (on) chosen.push(row);
    const dropped = chosen.length > 2 ? chosen.shift() : null;
    show();
    model.say(dropped ? `${hint.textContent}. ${nameOf(dropped)} is no longer ticked.` : hint.textContent);
  };

  for (const row of model.rows) {
    const head = row.querySelector("th");
    head.setAttribute("aria-label", nameOf(row)); // so that the box is not read with every cell
    const label = make("label", "pick");
    const box = make("input");
    box.type = "checkbox";
    box.setAttribute("aria-label", `Compare ${nameOf(row)}`);
    box.addEventListener("change", () => choose(row, box.checked));
    label.append(box, "Compare");
    head.append(label);
    boxes.set(row, box);
  }
  open.setAttribute("aria-describedby", hint.id);
  open.addEventListener("click", () => { if (chosen.length === 2) compare().focus(); });
  model.after.append(open, hint);
  model.onReveal(close);

  const asked = model.recall("pair").map((key) => model.rows.find((row) => row.dataset.key === key)).filter(Boolean);
  if (new Set(asked).size === 2) chosen.push(...asked);
  show();
  if (chosen.length === 2) compare();
}
