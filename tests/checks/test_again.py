"""A check after an edit tells what a full check tells, whatever was edited; and looks again at little."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from knowledge.checks.rule import RULES, Rule
from knowledge.checks.run import load_rules
from knowledge.library import Library, Page
from knowledge.load import load_library
from knowledge.problems import Problem
from tests.builders import write_site
from tests.rebuild.checks import CHECKED_EDITS, Checks, play_checks, report
from tests.rebuild.edits import EDITS, add, back, delete, rename
from tests.rebuild.site import Edit, Site
from tests.site_text import FILES

NAV = "site_name: Legs\nsite_url: https://example.org/\nnav:\n" + "".join(
    f"  - {name}\n" for name in FILES if name.endswith(".md")
)


@pytest.fixture
def site(tmp_path: Path) -> Site:
    write_site(tmp_path)
    (tmp_path / "mkdocs.yml").write_text(NAV, encoding="utf-8")
    return Site(tmp_path)


PAGES_ALONE = [edit for edit in EDITS if edit not in (add, delete, rename, back) and edit.__name__ != "template"]


@pytest.mark.parametrize(("edits", "seed"), [(CHECKED_EDITS, 1), (PAGES_ALONE, 2)])
def test_after_any_edits_the_report_is_that_of_a_full_check(site: Site, edits: Sequence[Edit], seed: int) -> None:
    """A sample; `make audit PART=incremental` makes some hundred edits of the real pages."""
    played = play_checks(site, edits, seed, steps=9)
    assert played.wrong == [], played.told()


def test_only_what_changed_is_read_and_judged_again(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    checks = Checks(site.folder)
    before = checks.again()
    judged: list[str] = []
    real = Rule.within_pages

    def watched(rule: Rule, library: Library) -> Iterator[Problem]:
        judged.extend(page.path for page in library.judged)
        return real(rule, library)

    monkeypatch.setattr(Rule, "within_pages", watched)
    site.write("docs/evidence/grading.md", site.read("docs/evidence/grading.md") + "\nOne more sentence.\n")
    later = checks.again()
    assert set(judged) == {"evidence/grading.md"}
    kept = [path for path, page in later.pages.items() if page is before.pages[path]]
    assert sorted({*kept, "evidence/grading.md"}) == sorted(later.pages)
    assert later.claims is before.claims
    assert later.settings is before.settings


def test_a_rule_that_fails_is_told_each_time_and_nothing_is_kept_of_it(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(page: Page, _library: Library) -> Iterator[Any]:
        raise RuntimeError(page.path)

    checks = Checks(site.folder)
    monkeypatch.setattr(RULES["F016"], "page_checks", [fails])
    for number in range(3):
        assert report(checks.again()) == report(checks.full())
        site.write("docs/about/index.md", site.read("docs/about/index.md") + f"\nSentence {number}.\n")


class Watched(dict[str, Page]):
    """Pages that remember whose contents were asked for; which pages there are may be asked freely."""

    def __init__(self, pages: dict[str, Page]) -> None:
        super().__init__(pages)
        self.asked: set[str] = set()

    def __getitem__(self, path: str) -> Page:
        self.asked.add(path)
        return super().__getitem__(path)

    def get(self, path: str, otherwise: Any = None) -> Any:
        self.asked.add(path)
        return super().get(path, otherwise)

    def values(self) -> Any:
        self.asked.update(self)
        return super().values()

    def items(self) -> Any:
        self.asked.update(self)
        return super().items()


def _not_across(rule: Rule) -> list[Callable[..., Iterable[Any]]]:
    checks: list[Any] = [*rule.library_checks, *rule.page_checks]
    return [check for check in checks if check not in rule.across]


def test_rules_that_say_so_look_at_no_other_page(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is kept for a page after an edit of another rests on this: see `Rule.across`."""
    load_rules()
    library = load_library(site.folder / "docs", site.folder)
    pages = Watched(library.pages)

    def judged(library: Library) -> list[Page]:
        return [page for path, page in dict.items(pages) if path in (library.asked or ())]

    def published(_library: Library) -> list[Page]:
        return list(pages.values())

    monkeypatch.setattr(Library, "judged", property(judged))
    monkeypatch.setattr(Library, "published", published)
    told: list[str] = []
    for path, page in library.pages.items():
        for rule in RULES.values():
            one = replace(library, pages=pages, asked=frozenset([path]), _made={}, _of_data={})
            for check in _not_across(rule):
                pages.asked.clear()
                found = list(check(page, one) if check in rule.page_checks else check(one))
                others = pages.asked - {path}
                told += [f"{rule.id} {check.__name__} of {path} looks at {name}" for name in sorted(others)]
                others = {one.place.path for one in found} - {page.source.path}
                known = {other.source.path for other in library.pages.values()}
                told += [f"{rule.id} {check.__name__} of {path} tells of {name}" for name in sorted(others & known)]
    assert told == []


def test_rules_on_data_that_say_so_look_at_no_page(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    load_rules()
    library = load_library(site.folder / "docs", site.folder)
    pages = Watched(library.pages)
    monkeypatch.setattr(Library, "judged", property(lambda _library: []))
    monkeypatch.setattr(Library, "published", lambda _library: list(pages.values()))
    told: list[str] = []
    for rule in RULES.values():
        one = replace(library, pages=pages, _made={}, _of_data={})
        for check in (*rule.library_checks, *rule.whole_checks):
            if check not in rule.across:
                pages.asked.clear()
                list(check(one))
                told += [f"{rule.id} {check.__name__} looks at {name}" for name in sorted(pages.asked)]
    assert told == []


def test_the_tests_above_would_find_such_a_rule(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(RULES["F010"], "across", set())
    with pytest.raises(AssertionError, match=r"F010 each_its_own of about/index.md looks at answers/index.md"):
        test_rules_that_say_so_look_at_no_other_page(site, monkeypatch)
    with pytest.raises(AssertionError, match=r"F010 each_its_own looks at about/index.md"):
        test_rules_on_data_that_say_so_look_at_no_page(site, monkeypatch)
