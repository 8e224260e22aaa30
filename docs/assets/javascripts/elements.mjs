// An element with a class and a text; a button that submits nothing.
export function make(tag, className = "", text = "") {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (tag === "button") element.type = "button";
  element.textContent = text;
  return element;
}

// The element that the part of an address behind “#” names; null where it names none or is no address at all (“#%”).
export function namedBy(hash) {
  try {
    return hash ? document.getElementById(decodeURIComponent(hash.slice(1))) : null;
  } catch {
    return null;
  }
}
