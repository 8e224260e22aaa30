// Which advice applies. Answers are in the form alone: nothing is stored, sent or put in the address.

const form = () => document.querySelector("[data-safety-check]");
const ticked = () => [...form().querySelectorAll("input:checked")];
const ofForm = (event) => event.target.closest?.("[data-safety-check]");

// The cards that ticks lead to, at once and right below the last of these ticks.
function showCards() {
  const box = form().querySelector("[data-urgent]");
  const leading = ticked().filter((one) => one.dataset.leadsTo);
  const wanted = new Set(leading.map((one) => one.dataset.leadsTo));
  for (const card of box.querySelectorAll("[data-card]")) card.hidden = !wanted.has(card.dataset.card);
  for (const level of box.querySelectorAll(".care-card")) level.hidden = !level.querySelector("[data-card]:not([hidden])");
  box.hidden = !wanted.size;
  const item = leading.at(-1)?.closest("li");
  if (item && box.parentElement !== item) item.append(box);
}

function showResult() {
  const result = form().querySelector("[data-result]");
  const found = ticked();
  for (const part of result.querySelectorAll("[data-when]")) {
    const { when } = part.dataset;
    const own = found.filter((one) => one.dataset.level === when);
    part.hidden = when === "none" ? found.length > 0 : !own.length;
    part.querySelector("[data-list]")?.replaceChildren(...own.flatMap((one) => {
      const reason = one.closest("li").querySelector("[data-reason]");
      if (!reason) return [];
      const item = document.createElement("li");
      item.append(...reason.cloneNode(true).childNodes);
      return [item];
    }));
  }
  result.hidden = false;
  result.scrollIntoView({ block: "nearest" });
}

function start() {
  const box = form().querySelector("[data-urgent]");
  form().querySelector("fieldset").before(box);
  form().querySelector("[data-result]").hidden = true;
  showCards();
}

document.addEventListener("input", (event) => {
  if (!ofForm(event)) return;
  showCards();
  if (event.target.checked && event.target.dataset.leadsTo) form().querySelector("[data-urgent]").scrollIntoView({ block: "nearest" });
  if (!form().querySelector("[data-result]").hidden) showResult();
});
document.addEventListener("submit", (event) => {
  if (!ofForm(event)) return;
  event.preventDefault();
  showResult();
});
document.addEventListener("reset", (event) => {
  if (!ofForm(event)) return;
  const again = document.activeElement?.type === "reset"; // pressed by the reader, not by us on load
  setTimeout(() => {
    if (!form()) return;
    start();
    if (again) form().querySelector("input").focus();
  });
});
addEventListener("pagehide", () => form()?.reset()); // what the browser keeps for “back” holds no answers

export function setUpSafetyCheck() {
  form().reset();
  start();
}
