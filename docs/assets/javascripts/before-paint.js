// Before the first paint, so that a chosen theme does not flash and nothing shows that needs scripts where there are none.
"use strict";
{
  const root = document.documentElement;
  root.classList.replace("no-js", "js");
  try {
    const theme = localStorage.getItem("legwise-theme");
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  } catch { /* storage is blocked: the device's theme it is */ }
}
