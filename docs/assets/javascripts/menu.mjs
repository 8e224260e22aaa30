// The phone's menu. Closed it is display: none, so that none of its links can take the focus.

const button = () => document.querySelector("[data-menu-button]");
const panel = () => document.getElementById("menu");

const isOpen = () => button()?.getAttribute("aria-expanded") === "true";

export function toggleMenu() {
  if (isOpen()) return closeMenu({ returnFocus: true });
  panel().toggleAttribute("data-open", true);
  button().setAttribute("aria-expanded", "true");
  panel().querySelector("a")?.focus();
}

export function closeMenu({ returnFocus = false } = {}) {
  if (!isOpen()) return;
  panel().removeAttribute("data-open");
  button().setAttribute("aria-expanded", "false");
  if (returnFocus) button().focus();
}
