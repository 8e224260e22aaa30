// An element with a class and a text; a button that submits nothing.
export function make(tag, className = "", text = "") {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (tag === "button") element.type = "button";
  element.textContent = text;
  return element;
}
