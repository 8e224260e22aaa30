"""Some 300 harmful strings in every text field of a site, in a real browser: they are shown, and nothing else.

Whatever gets into a page would show as a dialog, a request, a script that ran, or an element or attribute that no page
of the real site has. Search, tables, filters and addresses are handed the same strings. The browser lets everything run
here: the content security policy would only hide a hole.
"""

from __future__ import annotations

import csv
import io
import json
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Dialog, Page, Response

from tests.browser.conftest import BASE, Handler, Site
from tests.injection.corpus import CORPUS
from tests.injection.poison import FEW, Poisoner, build, write_site

pytestmark = pytest.mark.browser

TRAP = "window.ran = []; window.zqran = (...all) => { window.ran.push(String(all)); };"
NAMES = """html => {
  const page = html === null ? document : new DOMParser().parseFromString(html, "text/html");
  const found = new Set(), odd = new Set();
  const LEADING = new Set("href src action formaction data poster xlink:href srcset ping background".split(" "));
  for (const one of page.querySelectorAll("*")) {
    found.add(`<${one.localName}>`);
    for (const { name, value } of one.attributes) {
      const told = `${one.localName} ${name}=${value.slice(0, 80)}`;
      if (!/^(aria|data)-/.test(name)) found.add(name);
      if (LEADING.has(name)) {
        const scheme = URL.canParse(value, location.href) ? new URL(value, location.href).protocol : "https:";
        if (!["http:", "https:", "mailto:", "tel:"].includes(scheme)) odd.add(told);
        if (one.localName !== "a" && /^\\s*(https?:)?[\\\\/]{2}zqevil/i.test(value)) odd.add(told);
      }
      if (["id", "class", "for", "name"].includes(name) && /[()"'<>]/.test(value)) odd.add(told);
    }
  }
  return [[...found], [...odd]];
}"""
OF_MARKDOWN = {"<a>", "<em>", "<strong>", "<code>", "<br>", "<img>", "src", "alt", "title"}
OF_SCRIPTS = {"<mark>", "open", "novalidate"}
"""What inline Markdown may add to a field that holds it, and our own scripts to a page."""


@dataclass
class Watched:
    """A page that notes all that should not be."""

    page: Page
    address: str
    faults: list[str] = field(default_factory=list)

    def note(self, kind: str, text: str) -> None:
        self.faults.append(f"{kind}: {text[:300]}")

    def looked_at(self, known: set[str]) -> list[str]:
        """What is on the page that should not be; the page as it would be parsed again, too."""
        found = list(self.faults)
        for html in (None, self.page.content()):
            names, odd = self.page.evaluate(NAMES, html)
            found += [f"new: {name}" for name in names if name not in known]
            found += odd
        found += [f"ran: {one}" for one in self.page.evaluate("window.ran")]
        self.faults.clear()
        return found


def missing(answer: Response) -> bool:
    """Whether something was asked for that is not there; a picture may be named in Markdown, and a rule tells of it."""
    return answer.status >= 400 and not answer.url.endswith("/zqevil.png")


@contextmanager
def served(folder: Path, start: int = 0) -> Iterator[tuple[Site, Poisoner]]:
    """The poisoned site, built and served; its first value holds the strings from `start` on."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
    url = f"http://127.0.0.1:{server.server_port}/{BASE}/"
    poisoner = write_site(folder, start)
    build(folder, url)
    (folder / "site").rename(folder / BASE)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Site(folder / BASE, url), poisoner
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def poisoned(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Site, Poisoner]]:
    """The poisoned site."""
    with served(tmp_path_factory.mktemp("poisoned")) as found:
        yield found


@pytest.fixture(scope="module")
def known(site: Site, browser: Browser) -> set[str]:
    """Every element, and every attribute of each, that some page of the real site has."""
    page = browser.new_page()
    page.goto(site.url)
    found = OF_MARKDOWN | OF_SCRIPTS | set(page.evaluate(NAMES, None)[0])
    names, odd = page.evaluate(
        f"""async paths => {{
          const texts = await Promise.all(paths.map(path => fetch(path).then(answer => answer.text())));
          const all = texts.map({NAMES});
          return [[...new Set(all.flatMap(([names]) => names))], all.flatMap(([, odd]) => odd)];
        }}""",
        [site.url + path for path in site.pages],
    )
    page.close()
    assert odd == []
    return found | set(names)


@contextmanager
def watching(browser: Browser, address: str) -> Iterator[Watched]:
    """A page on which everything may run."""
    context = browser.new_context(bypass_csp=True, reduced_motion="reduce")
    context.add_init_script(TRAP)
    page = context.new_page()
    found = Watched(page, address)

    def dismiss(dialog: Dialog) -> None:
        found.note("dialog", dialog.message)
        dialog.dismiss()

    page.on("dialog", dismiss)
    page.on("pageerror", lambda error: found.note("error", str(error)))
    page.on("request", lambda one: None if one.url.startswith(found.address) else found.note("request", one.url))
    page.on("response", lambda one: found.note("missing", one.url) if missing(one) else None)
    yield found
    context.close()


@pytest.fixture
def watched(poisoned: tuple[Site, Poisoner], browser: Browser) -> Iterator[Watched]:
    """A page of the poisoned site."""
    with watching(browser, poisoned[0].url) as found:
        yield found


def test_the_corpus_is_large_and_goes_everywhere(poisoned: tuple[Site, Poisoner]) -> None:
    site, poisoner = poisoned
    assert len(CORPUS) >= 200
    assert len(poisoner.met) > 90
    whole = "".join(file.read_text(encoding="utf-8") for file in site.folder.rglob("*.html"))
    shown = [
        text
        for text in CORPUS
        if "zqran" in text and text.strip("\\x01 ")[:12].replace("<", "&lt;").replace('"', "&quot;")
    ]
    assert len(shown) > 100
    assert whole.count("zqran()") > 1_000


def on_every_page(site: Site, watched: Watched, known: set[str]) -> dict[str, list[str]]:
    """What should not be, by page."""
    faults = {}
    for path in site.pages:
        watched.page.goto(watched.address + path, wait_until="load")
        watched.page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
        watched.page.mouse.move(300, 300)
        if found := sorted(set(watched.looked_at(known))):
            faults[path] = found
    return faults


def test_every_page_shows_them_as_text(
    poisoned: tuple[Site, Poisoner], watched: Watched, known: set[str], browser: Browser, tmp_path: Path
) -> None:
    """With AUDIT=1 some thirty sites, until each field has held the whole corpus."""
    assert on_every_page(poisoned[0], watched, known) == {}
    for start in range(FEW, len(CORPUS), FEW) if os.environ.get("AUDIT") == "1" else ():
        folder = tmp_path / str(start)
        folder.mkdir()
        with served(folder, start) as (site, _), watching(browser, site.url) as page:
            assert on_every_page(site, page, known) == {}, start


def test_what_is_for_machines_holds_them_as_text(poisoned: tuple[Site, Poisoner], watched: Watched) -> None:
    page = watched.page
    page.goto(f"{watched.address}404.html")
    texts = page.evaluate(
        """async paths => {
          const texts = await Promise.all(paths.map(path => fetch(path).then(answer => answer.text())));
          const pages = texts.map(text => new DOMParser().parseFromString(text, "text/html"));
          return pages.flatMap(page => [...page.querySelectorAll("script:not([src])")].map(one => one.textContent));
        }""",
        [watched.address + path for path in poisoned[0].pages],
    )
    told = [json.loads(text) for text in texts]
    assert [one for one in told if "@context" in one and "zqran" in json.dumps(one)], "the strings are in there"


def test_downloads_run_nothing(poisoned: tuple[Site, Poisoner]) -> None:
    files = sorted((poisoned[0].folder / "data").rglob("*.csv"))
    assert files
    for file in files:
        for row in csv.reader(io.StringIO(file.read_text(encoding="utf-8"), newline="")):
            assert [cell for cell in row if runs(cell)] == [], file
    for file in (poisoned[0].folder / "data").rglob("*.json"):
        json.loads(file.read_text(encoding="utf-8"))


def runs(cell: str) -> bool:
    """Whether a spreadsheet may take a cell for a formula: OWASP's list, in full width too, behind what is not seen."""
    seen = cell.lstrip("\ufeff\u200b\u200c\u200d\u2060\u00ad\u00a0\u3000 ")
    number = seen[:1] in "+-" and seen[1:].replace(".", "", 1).isdigit()
    return seen[:1] in tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20") and not number


def test_search_shows_them_as_text_and_is_harmed_by_none(watched: Watched, known: set[str]) -> None:
    page = watched.page
    page.goto(watched.address, wait_until="load")
    page.keyboard.press("/")
    page.keyboard.type("socks")
    page.locator(".search__list > li").first.wait_for()
    assert watched.looked_at(known) == []
    field = page.locator("[data-md-component=search-query]")
    for text in [*CORPUS[::12], "hot calf <b>zqran()</b>", "flights " + CORPUS[0]]:
        field.fill(text[:400].replace("\x00", ""))
        page.wait_for_timeout(15)
    page.wait_for_timeout(300)
    assert watched.looked_at(known) == []


STATE = (
    "kinds.find={}&kinds.sort={}_down&kinds.hide={}&kinds.pair={}&"
    "groups.is.group={}&groups.sort={}&q={}&complaint={}#{}"
)
ODD_ADDRESSES = [
    "#%",
    "#%E0%A4%A",
    "?groups.sort=__proto___down#constructor",
    "?q=%00%FF",
    "?groups.pair=toString_valueOf",
    "#__config",
    "#%00",
]


def test_no_address_does_harm(watched: Watched, known: set[str]) -> None:
    page = watched.page
    faults = {}
    some = [quote(text[:200], safe="") for text in CORPUS[::5]]
    for at in range(0, len(some) - 9, 9):
        address = f"about/everything/?{STATE.format(*some[at : at + 9])}"
        page.goto(watched.address + address, wait_until="load")
        faults[address] = watched.looked_at(known)
    for odd in ODD_ADDRESSES:
        page.goto("about:blank")
        page.goto(f"{watched.address}about/everything/{odd}", wait_until="load")
        page.locator(".comparison[data-ready]").first.wait_for()
        faults[odd] = watched.looked_at(known)
    assert {address: found for address, found in faults.items() if found} == {}


def test_a_page_reached_without_loading_shows_them_as_text(watched: Watched, known: set[str]) -> None:
    page = watched.page
    page.goto(watched.address, wait_until="load")
    page.evaluate("window.stayed = true")
    for way in ("about/everything/", "glossary/", "data/"):
        page.evaluate(
            """way => {
              const link = Object.assign(document.createElement("a"), { href: way });
              document.body.append(link);
              link.click();
            }""",
            watched.address + way,
        )
        page.wait_for_url(f"**/{way}")
        page.wait_for_timeout(400)
        assert page.evaluate("window.stayed")
        assert watched.looked_at(known) == [], way
