// A pressure or a class in, its name in every scheme out. The classes are those of the form's own list.
import { make } from "./elements.mjs";

const form = () => document.querySelector("[data-converter]");
const field = (name) => form().querySelector(`[data-field=${name}]`);
const inMmHg = (low, high) => (low === high ? `${low} mmHg` : high === Infinity ? `${low} mmHg or more` : low ? `${low} to ${high} mmHg` : `under ${high} mmHg`);

const classOf = ({ dataset }) => ({ name: dataset.name, low: Number(dataset.low ?? 0), high: Number(dataset.high ?? Infinity) });
const schemes = () => [...form().querySelectorAll("optgroup")].map((group) => ({
  country: group.dataset.country,
  classes: [...group.children].map(classOf),
  own: group.contains(field("class").selectedOptions[0]),
}));

// Which part of a class lies within low to high.
const part = (one, low, high) => {
  if (low === high) return one.name;
  if (low <= one.low && one.high <= high) return `all of ${one.name}`;
  if (one.low <= low && high <= one.high) return `part of ${one.name}`;
  return one.low < low ? `the upper part of ${one.name}` : `the lower part of ${one.name}`;
};

export function inScheme(classes, low, high) {
  const hits = classes.filter((one) => (low === high ? one.low <= low && low <= one.high : Math.min(one.high, high) > Math.max(one.low, low)));
  if (!hits.length) {
    const below = classes.filter((one) => one.high <= low).at(-1);
    const above = classes.find((one) => one.low >= high);
    if (below && above) return `No class. It falls in the gap between ${below.name} and ${above.name}.`;
    return below ? `No class. It is stronger than ${below.name}, the strongest.` : `No class. It is lighter than ${above.name}, the lightest.`;
  }
  const parts = hits.map((one) => part(one, low, high));
  const joined = parts.length > 1 ? `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}` : parts[0];
  // Where neighbours lie 1 mmHg or less apart, as 17 and 18, nobody would speak of a gap.
  const gaps = classes.slice(1).map((one, i) => [classes[i].high, one.low])
    .filter(([from, to]) => to - from > 1 && Math.min(to, high) > Math.max(from, low))
    .map(([from, to]) => ` Gap: no class from ${from} to ${to}.`);
  return `${joined[0].toUpperCase()}${joined.slice(1)}.${gaps.join("")}`;
}

// What is wrong with the numbers, and at which field; nothing where they can be used.
const fault = (low, high) => {
  const wrong = [low, high].find((one) => one.validity.badInput || one.validity.rangeUnderflow || one.validity.rangeOverflow);
  if (wrong) return ["Type a number from 1 to 80.", wrong];
  if (high.value && !low.value) return ["Type the first number too.", low];
  if (high.value && Number(high.value) < Number(low.value)) return ["The second number must be the higher one.", high];
  return ["", null];
};

function check() {
  const [low, high] = [field("low"), field("high")];
  const [words, wrong] = fault(low, high);
  for (const one of [low, high]) one.ariaInvalid = one === wrong ? "true" : null;
  const told = document.getElementById(low.getAttribute("aria-describedby"));
  if (told.textContent !== words) told.textContent = words;
  return wrong;
}

function asked() {
  const option = field("class").selectedOptions[0];
  if (option.value) return { ...classOf(option), is: `${option.parentElement.dataset.country}, ${option.dataset.name.split(" (")[0]}, is` };
  const low = Number(field("low").value);
  return low ? { low, high: Number(field("high").value || low), is: "A sock of" } : null;
}

function tell() {
  const wrong = check();
  const wanted = wrong ? null : asked();
  const lines = [];
  if (wanted) {
    lines.push(make("span", "converter__asked", `${wanted.is} `), make("span", "converter__range", `${inMmHg(wanted.low, wanted.high)} at the ankle. `));
    for (const { country, classes, own } of schemes()) {
      if (own) continue;
      const line = make("span", "converter__line");
      line.append(make("strong", "", `${country}:`), " ", make("span", "", `${inScheme(classes, wanted.low, wanted.high)} `));
      lines.push(line);
    }
  }
  form().querySelector("[data-result]").replaceChildren(...lines);
  return wrong;
}

let waiting;
const soon = () => { clearTimeout(waiting); waiting = setTimeout(() => form() && tell(), 350); };
const ofForm = (event) => event.target.closest?.("[data-converter]");

document.addEventListener("input", (event) => {
  if (!ofForm(event)) return;
  if (event.target === field("class")) field("low").value = field("high").value = "";
  else field("class").value = "";
  soon(); // a screen reader hears the result once, not at each digit
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !ofForm(event) || !event.target.matches("input")) return;
  event.preventDefault();
  tell()?.focus();
});
document.addEventListener("reset", (event) => {
  if (ofForm(event)) setTimeout(() => { tell(); field("low").focus(); });
});

export const setUpConverter = () => { form().noValidate = true; tell(); };
