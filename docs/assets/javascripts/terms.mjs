// Glossary words: the stylesheet shows the tip on hover and focus; here are Escape and the first tap.

export function dismissTips() {
  for (const term of document.querySelectorAll(".term:is(:hover, :focus), .term:has(+ .term__tip:hover)")) {
    term.dataset.dismissed = "";
    const restore = () => delete term.dataset.dismissed;
    term.addEventListener("blur", restore, { once: true });
    term.addEventListener("mouseleave", restore, { once: true });
  }
}

let touched = null;
document.addEventListener("pointerdown", (event) => {
  touched = event.pointerType === "touch" ? { term: event.target.closest?.(".term"), open: event.target.matches?.(".term:focus") } : null;
});

// On touch the first tap shows the meaning; the second follows the link.
export function openOnTap(event) {
  if (!touched?.term || touched.open) return;
  event.preventDefault();
  touched.term.focus();
}
