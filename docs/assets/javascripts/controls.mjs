// The phone's menu. Closed it is display: none, so that none of its links can take the focus.

const button = () => document.querySelector("[data-menu-button]");
const panel = () => document.getElementById("menu");

const isOpen = () => button()?.getAttribute("aria-expanded") === "true";

export function toggleMenu() {
  if (isOpen()) return closeMenu({ returnFocus: true });
  const waiting = panel().querySelector("template");
  waiting?.replaceWith(waiting.content);
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

// Follows the device until the reader chooses; the choice is the one thing kept on the device.
const KEY = "legwise-theme";
const PAGE_COLOUR = { light: "#f7f6f2", dark: "#11191b" };
const device = matchMedia("(prefers-color-scheme: dark)");

const chosen = () => document.documentElement.dataset.theme;
const current = () => chosen() ?? (device.matches ? "dark" : "light");
const other = () => (current() === "dark" ? "light" : "dark");

export function labelSwitch() {
  const button = document.querySelector("[data-theme-switch]");
  button.hidden = false;
  button.textContent = other() === "dark" ? "Dark theme" : "Light theme";
  if (!chosen()) return;
  const [first, ...rest] = document.querySelectorAll("meta[name=theme-color]");
  rest.forEach((meta) => meta.remove());
  first.removeAttribute("media");
  first.content = PAGE_COLOUR[current()];
}

export function switchTheme() {
  const theme = other();
  document.documentElement.dataset.theme = theme;
  try {
    localStorage.setItem(KEY, theme);
  } catch { /* storage is blocked: the choice holds for this page */ }
  labelSwitch();
}

device.addEventListener("change", labelSwitch);
