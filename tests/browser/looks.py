"""What a page must be whatever it says: built in the right order, large enough to hit, and whole when text grows.

Each look is a script that gives back faults in words; an empty list is a page that passes.
"""

from __future__ import annotations

from playwright.sync_api import Page

SHARED = """
  const visible = one => one.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    && one.getBoundingClientRect().width > 1 && one.getBoundingClientRect().height > 1 && !one.closest("[inert]");
  const words = one => one.textContent.replace(/\\s+/g, " ").trim();
  const name = one => `${one.tagName.toLowerCase()}${one.id && "#" + one.id}${one.className && typeof one.className === "string" ? "." + one.className.split(" ").join(".") : ""} “${words(one).slice(0, 40)}”`;
"""  # noqa: E501

STRUCTURE = (
    """() => {"""
    + SHARED
    + """
  const faults = [];
  const count = (what, selector, wanted) => {
    const found = [...document.querySelectorAll(selector)].filter(one => !one.closest("noscript"));
    if (found.length !== wanted) faults.push(`${found.length} × ${what}`);
    return found;
  };
  if (document.documentElement.lang !== "en-GB") faults.push(`language ${document.documentElement.lang}`);
  const [title] = count("h1", "h1", 1);
  if (document.title.replace(/ - Legwise$/, "") !== (title && words(title))) faults.push(`titled “${document.title}”`);
  const listed = !document.querySelector("meta[name=robots][content*=noindex]");
  if (listed && document.title.length > 70) faults.push(`a title of ${document.title.length} characters`);
  const [main] = count("main", "main", 1);
  if (main && !main.contains(title)) faults.push("the h1 is not in main");
  count("banner", "body header:not(main header, article header, section header)", 1);
  count("contentinfo", "body footer:not(main footer, article footer, section footer)", 1);
  count("search", "dialog[aria-label=Search] form[role=search]", 1);
  let level = 0;
  for (const heading of document.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
    if (!heading.checkVisibility()) continue;
    const own = Number(heading.tagName[1]);
    if (own > level + 1) faults.push(`${name(heading)} after an h${level}`);
    if (!words(heading)) faults.push(`an empty ${heading.tagName}`);
    level = own;
  }
  const labelled = one => one.getAttribute("aria-label") ?? (one.getAttribute("aria-labelledby") ?? "").split(" ")
    .map(id => document.getElementById(id)?.textContent ?? "").join(" ").trim();
  const marks = [...document.querySelectorAll("nav, aside, section[aria-label], section[aria-labelledby], [role=region]")].filter(visible);
  const names = marks.map(one => `${one.matches("nav") ? "nav" : one.matches("aside") ? "aside" : "region"} ${labelled(one)}`);
  names.filter((one, at) => names.indexOf(one) !== at).forEach(one => faults.push(`two landmarks ${one}`));
  names.filter(one => !one.split(" ")[1]).forEach(one => faults.push(`a ${one}without a name`));
  for (const table of document.querySelectorAll("main table")) {
    if (!table.caption && !table.hasAttribute("aria-labelledby") && !table.hasAttribute("aria-label")) faults.push(`a table without a name: ${words(table).slice(0, 40)}`);
    if (table.querySelector("th:not([scope])")) faults.push(`a head without scope in ${name(table)}`);
  }
  for (const image of document.querySelectorAll("svg")) {
    const drawing = image.getAttribute("role") === "img";
    if (drawing && !image.hasAttribute("aria-label") && !image.hasAttribute("aria-labelledby") && !image.querySelector(":scope > title")) faults.push(`${name(image)} has no name`);
    if (!drawing && !image.closest("[aria-hidden=true]") && !image.closest("[role=img]")) faults.push(`${name(image)} is neither named nor hidden`);
  }
  for (const one of document.querySelectorAll("a[aria-label], button[aria-label], summary[aria-label], input[aria-label]")) {
    if (!visible(one)) continue;
    const shown = one.innerText.replace(/\\s+/g, " ").trim().toLowerCase();
    const named = one.ariaLabel.toLowerCase();
    const short = shown.length < 4; // the number of a source, the letter of a note
    if (shown && !(short ? named.split(" ").includes(shown) : named.startsWith(shown))) faults.push(`“${shown}” is called “${one.ariaLabel}”`);
  }
  for (const one of document.querySelectorAll("a[href], button, summary")) {
    if (visible(one) && !words(one) && !one.ariaLabel && !one.querySelector("[role=img][aria-label]")) faults.push(`${name(one)} has no name`);
  }
  for (const one of document.querySelectorAll("a[target]")) faults.push(`${name(one)} opens a window unasked`);
  for (const one of document.querySelectorAll("a[href^=http]:not([rel~=noopener])")) if (one.origin !== location.origin) faults.push(`${name(one)} lacks rel`);
  const help = document.querySelector("footer a[href$='about/help/']");
  if (!/report a problem/i.test(help?.textContent ?? "")) faults.push("no way to report a problem in the footer");
  const ids = [...document.querySelectorAll("[id]")].map(one => one.id);
  ids.filter((one, at) => ids.indexOf(one) !== at).forEach(one => faults.push(`the id ${one} twice`));
  return faults;
}"""  # noqa: E501
)
"""Language, title, headings, landmarks, tables, drawings, names, links."""

TARGETS = (
    """() => {"""
    + SHARED
    + """
  const LARGE = "button, summary, select, input:not([type=checkbox], [type=radio]), label:has(> input), .menu a, .sections a, .phones a, .trail a, .footer__links a, .ways a, .md-search-result__link, .search__instead a";
  const faults = [];
  const boxOf = one => {
    const label = one.matches("input") && (one.closest("label") ?? document.querySelector(`label[for="${CSS.escape(one.id)}"]`));
    const row = one.closest(".phones li"); // a number alone in its row: the whole row is the target
    if (row && row.querySelectorAll("a").length === 1) return row.getBoundingClientRect();
    const boxes = [one, label].filter(Boolean).map(part => part.getBoundingClientRect());
    return { left: Math.min(...boxes.map(b => b.left)), right: Math.max(...boxes.map(b => b.right)), top: Math.min(...boxes.map(b => b.top)), bottom: Math.max(...boxes.map(b => b.bottom)) };
  };
  const inSentence = one => {
    if (getComputedStyle(one).display !== "inline") return false;
    const block = one.closest("p, li, td, th, dd, dt, figcaption, caption, h2, h3, h4, div, span:not([class])");
    return words(block).length > words(one).length;
  };
  const all = [...document.querySelectorAll("a[href], button, summary, select, textarea, input:not([type=hidden])")].filter(visible)
    .map(one => ({ one, box: boxOf(one) }));
  const centre = box => [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  // 2.5.8: an undersized target passes where a circle of 24 px on it meets no other target and no other such circle.
  const spaced = (own, box) => {
    const [x, y] = centre(box);
    return all.every(({ one, box: other }) => {
      if (one === own) return true;
      const dx = Math.max(other.left - x, 0, x - other.right), dy = Math.max(other.top - y, 0, y - other.bottom);
      if (Math.hypot(dx, dy) < 12) return false;
      const small = other.right - other.left < 24 || other.bottom - other.top < 24;
      return !small || Math.hypot(centre(other)[0] - x, centre(other)[1] - y) >= 24;
    });
  };
  for (const { one, box } of all) {
    const width = Math.round(box.right - box.left), height = Math.round(box.bottom - box.top);
    if (one.matches(LARGE) || (one.matches("input") && one.closest("label"))) {
      if (width < 44 || height < 44) faults.push(`${name(one)} is ${width} × ${height}, less than 44`);
    } else if ((width < 24 || height < 24) && !inSentence(one) && !spaced(one, box)) faults.push(`${name(one)} is ${width} × ${height}, less than 24`);
  }
  return faults;
}"""  # noqa: E501
)
"""Every target of at least 24 px but links in sentences (WCAG 2.5.8), controls of at least 44."""

WHOLE = (
    """() => {"""
    + SHARED
    + """
  const faults = [];
  if (document.documentElement.scrollWidth > innerWidth) faults.push(`scrolls sideways: ${document.documentElement.scrollWidth} > ${innerWidth}`);
  const scrolls = one => ["auto", "scroll"].includes(getComputedStyle(one).overflowX);
  const scrollerOf = one => { for (let at = one; at && at !== document.body; at = at.parentElement) if (scrolls(at)) return at; return null; };
  const clipped = one => { for (let at = one; at && at !== document.body; at = at.parentElement) if (getComputedStyle(at).clipPath.startsWith("inset(50%")) return true; return false; };
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { currentNode: text, currentNode: { parentElement: parent } } = walker;
    if (!text.data.trim() || !visible(parent) || parent.closest("svg, script, style, .skip") || clipped(parent)) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const scroller = scrollerOf(parent), seen = scroller?.getBoundingClientRect();
    for (const rect of range.getClientRects()) {
      if (rect.width < 2) continue;
      if (!scroller && (rect.left < -1 || rect.right > innerWidth + 1)) faults.push(`beside the window: ${name(parent)}`);
      if (!seen || (rect.bottom <= seen.bottom && rect.top >= seen.top && rect.right <= seen.right && rect.left >= seen.left)) texts.push({ rect, parent, text });
    }
  }
  for (const one of document.querySelectorAll("body *")) {
    const style = getComputedStyle(one);
    if (!["hidden", "clip"].includes(style.overflowX) && !["hidden", "clip"].includes(style.overflowY)) continue;
    if (!visible(one) || one.closest(".visually-hidden, svg, .skip")) continue;
    if (one.scrollHeight > one.clientHeight + 2 || one.scrollWidth > one.clientWidth + 2) faults.push(`cut: ${name(one)}`);
  }
  texts.sort((a, b) => a.rect.top - b.rect.top);
  const moves = one => ["sticky", "fixed"].includes(getComputedStyle(one).position);
  const floats = one => { for (let at = one; at && at !== document.body; at = at.parentElement) if (moves(at)) return true; return false; };
  for (let i = 0; i < texts.length; i++) {
    const { rect: a, parent, text } = texts[i];
    for (let j = i + 1; j < texts.length && texts[j].rect.top < a.bottom; j++) {
      const { rect: b, parent: other, text: next } = texts[j];
      if (text === next) continue;
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left), down = Math.min(a.bottom, b.bottom) - b.top;
      if (across > 3 && down > Math.min(a.height, b.height) * 0.35 && !floats(parent) && !floats(other)) faults.push(`${name(parent)} over ${name(other)}`);
    }
  }
  return [...new Set(faults)].slice(0, 12);
}"""  # noqa: E501
)
"""Nothing sideways, nothing cut, no text over another."""

SPACING = """
  * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
  p { margin-bottom: 2em !important; }
"""
"""Text spacing as a reader may set it (WCAG 1.4.12)."""


SAME_TYPE = ':root { --sans: "Literata"; --mono: "Literata"; }'
"""All words in the typeface we ship: system typefaces differ in width by a tenth and more between machines."""


def look_with_large_text(page: Page) -> list[str]:
    """Whether the page is whole with text alone at twice its size (WCAG 1.4.4), as a reader's browser sets it.

    A style of ours could not do it: widths in the stylesheet's conditions follow the browser's size of text.
    """
    browser = page.context.new_cdp_session(page)
    browser.send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    found = look(page, WHOLE)
    if page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") != 32:
        found.append("the text is no larger")
    browser.send("Page.setFontSizes", {"fontSizes": {"standard": 16, "fixed": 13}})
    browser.detach()
    return found


SHOW_ALL = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("* { content-visibility: visible !important; }");
  document.adoptedStyleSheets = [sheet];
}"""
"""What the browser has not laid out because nobody has scrolled there yet is laid out, so that it can be looked at."""


def look(page: Page, *scripts: str) -> list[str]:
    """The faults that these looks find on the page as it stands."""
    page.evaluate(SHOW_ALL)
    found: list[str] = []
    for script in scripts:
        found += page.evaluate(script)
    return found


def look_with_style(page: Page, style: str) -> list[str]:
    """Whether the page is whole with this style; it is taken off again."""
    added = page.add_style_tag(content=style)
    found = look(page, WHOLE)
    added.evaluate("one => one.remove()")
    return found
