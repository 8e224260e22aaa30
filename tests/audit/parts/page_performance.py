"""Weighs the first visit and times the pages: Lighthouse (median of 5), and the search at a quarter of the speed.

Lighthouse comes by npx and is no dependency: without npx its figures are left as not measured. Let nothing else run.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.audit.compressing import compressed_site
from tests.audit.figures import Figure
from tests.audit.site import browser
from tests.browser.conftest import Site, find_chromium
from tests.browser.test_page_weight import LIBRARIES, MOST_BYTES, MOST_ELEMENTS, elements

LIGHTHOUSE = "lighthouse@12"
RUNS = int(os.environ.get("LIGHTHOUSE_RUNS", "5"))
TEXT = ("", "answers/flights/", "use/put-on/", "compare/sciatica-supports/", "glossary/")
LISTS = ("evidence/map/", "evidence/studies/", "evidence/reviews/", "evidence/texts/")
SLOWDOWN = 4
KEYSTROKES = 20
QUERIES = ("siatica", "flight socks", "swollen ankles", "varicose veins", "back pain")
FIRST_RESULT = """() => new Promise(done => {
  const list = document.querySelector(".search__list");
  const field = document.querySelector(".search__query");
  const seen = new MutationObserver(() => {
    if (!list.querySelector(".md-search-result__item")) return;
    seen.disconnect();
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - window.pressed)));
  });
  field.addEventListener("keydown", () => {
    window.pressed = performance.now();
    seen.observe(list, {childList: true});
  }, {once: true, capture: true});
  window.armed = true;
})"""


def run() -> list[Figure]:
    """All figures; what could not be measured is told on the error output and left out."""
    with tempfile.TemporaryDirectory() as top, compressed_site(Path(top)) as site:
        return [*_weights(site), *_search(site), *_lighthouse(site)]


def _weights(site: Site) -> Iterator[Figure]:
    chromium, sent = browser(), {}
    for path in [page for page in site.pages if page.endswith("/") or not page]:
        context = chromium.new_context(viewport={"width": 390, "height": 844})
        page = context.new_page()
        meter = context.new_cdp_session(page)
        meter.send("Network.enable")
        sizes: list[float] = []
        meter.on("Network.loadingFinished", lambda event, sizes=sizes: sizes.append(event["encodedDataLength"]))
        page.goto(site.url + path, wait_until="networkidle")
        sent[path] = (sum(sizes) / 1000, len(sizes))
        context.close()
    worst = max(sent, key=lambda path: sent[path][0])
    note = f"Page `{worst or 'index'}`, the heaviest of {len(sent)}; gzip, with headers; {sent[worst][1]} requests."
    yield Figure(
        "page-weight", "Heaviest first visit", round(sent[worst][0], 1), "kB", f"at most {MOST_BYTES // 1000}",
        "Chromium", chromium.version, note,
    )  # fmt: skip
    counts = {page: elements(site, page) for page in site.pages if page not in LIBRARIES}
    most = max(counts, key=lambda page: counts[page])
    yield Figure(
        "page-elements", "Most elements on a page", counts[most], None, f"at most {MOST_ELEMENTS}",
        "tests/browser/test_page_weight.py", sys.version.split()[0],
        f"Page `{most}`; the study library and the glossary hold more and are not counted.",
    )  # fmt: skip


def _search(site: Site) -> Iterator[Figure]:
    """The median of some keystrokes that each bring up results."""
    chromium, times = browser(), []
    context = chromium.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(site.url, wait_until="networkidle")
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})
    page.keyboard.press("/")
    field = page.locator(".search__query")
    field.fill("sock")
    page.wait_for_selector(".md-search-result__item")
    for number in range(KEYSTROKES):
        query = QUERIES[number % len(QUERIES)]
        field.fill("")
        page.wait_for_function("!document.querySelector('.md-search-result__item')")
        field.fill(query[:-1])
        page.wait_for_timeout(700)
        asked = page.evaluate_handle(f"() => {{ window.found = ({FIRST_RESULT})(); }}")
        field.press(query[-1])
        times.append(page.evaluate("() => window.found"))
        asked.dispose()
    context.close()
    yield Figure(
        "search-speed", "From a keystroke to the first result", round(statistics.median(times)), "ms", "at most 100",
        "Chromium", chromium.version, f"Median of {KEYSTROKES}, the processor slowed {SLOWDOWN} times.",
    )  # fmt: skip


def _lighthouse(site: Site) -> Iterator[Figure]:
    npx = shutil.which("npx")
    if npx is None:
        sys.stderr.write("Lighthouse was not run: there is no npx.\n")
        return
    reports = {path: [_report(npx, site.url + path) for _ in range(RUNS)] for path in (*TEXT, *LISTS)}
    version = next(iter(reports.values()))[0]["lighthouseVersion"]
    note = f"{len(reports)} pages, median of {RUNS} runs each, the worst page; mobile, its own slowdown, gzip."
    for name, label, paths, category, limit in _SCORES:
        yield Figure(name, label, _lowest(reports, paths, category), None, limit, "Lighthouse", version, note)
    for name, label, audit, unit, digits, limit in _TIMES:
        value = _highest(reports, audit) / (1000 if unit == "s" else 1)
        yield Figure(name, label, round(value, digits), unit or None, limit, "Lighthouse", version, note)


_SCORES = (
    ("lighthouse-text", "Speed of text pages, of 100", TEXT, "performance", "at least 98"),
    ("lighthouse-lists", "Speed of the map and the study library, of 100", LISTS, "performance", "at least 95"),
    ("lighthouse-accessibility", "Accessibility, of 100", TEXT + LISTS, "accessibility", "at least 100"),
    ("lighthouse-practices", "Good practice, of 100", TEXT + LISTS, "best-practices", "at least 100"),
    ("lighthouse-seo", "What search engines need, of 100", TEXT + LISTS, "seo", "at least 100"),
)
_TIMES = (
    ("page-speed", "Time until the main text shows", "largest-contentful-paint", "s", 2, "at most 2.0"),
    ("layout-shift", "How much a page jumps while it loads", "cumulative-layout-shift", "", 3, "at most 0.02"),
    ("blocking-time", "Time for which a page does not answer", "total-blocking-time", "ms", 0, "at most 150"),
)
Reports = dict[str, list[dict[str, Any]]]


def _lowest(reports: Reports, paths: tuple[str, ...], category: str) -> int:
    """The score of the worst page, of 100."""
    return min(
        round(100 * float(statistics.median(one["categories"][category]["score"] for one in reports[path])))
        for path in paths
    )


def _highest(reports: Reports, audit: str) -> float:
    """The figure of the worst page, in the unit of the audit."""
    return max(
        float(statistics.median(one["audits"][audit]["numericValue"] for one in runs)) for runs in reports.values()
    )


def _report(npx: str, url: str) -> dict[str, Any]:
    """What Lighthouse says of a page."""
    flags = "--headless=new --no-sandbox --disable-gpu"
    command = [npx, "--yes", LIGHTHOUSE, url, "--quiet", "--output=json", f"--chrome-flags={flags}"]
    environment = {**os.environ, "CHROME_PATH": find_chromium()}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment, timeout=300)
    found: dict[str, Any] = json.loads(done.stdout)
    return found
