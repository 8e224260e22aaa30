from __future__ import annotations

import pytest

from knowledge.problems import Place
from knowledge.source.markdown.citations import cited_parts
from knowledge.source.markdown.scan import inline_units, scan_body


def told(body: str) -> list[str]:
    faults = scan_body(body, "p.md").citation_faults
    assert all(fault.rule == "C016" and fault.hint for fault in faults)
    return [f"{fault.line}:{fault.column} {fault.message} {fault.hint}" for fault in faults]


def test_citations_know_their_keys_locators_and_places() -> None:
    body = scan_body("Less swelling [@partsch2004evening].\nMore\n[@a; @b-c, p. 4].\n", "p.md", 5)
    assert body.citation_faults == ()
    first, second = body.citations
    assert [(key.key, key.locator, key.place.line, key.place.column) for key in second.keys] == [
        ("a", None, 7, 2),
        ("b-c", "p. 4", 7, 6),
    ]
    assert (first.place.line, first.place.column, first.context) == (5, 15, "text")
    assert [unit.text for unit in body.units] == ["Less swelling [@].", "More [@]."]
    assert [unit.keys for unit in body.units] == [("partsch2004evening",), ("a", "b-c")]


@pytest.mark.parametrize("locator", ["p. 4", "pp. 4-6", "table 2", "fig. 3", "p.4", "pp. 4, 6"])
def test_a_locator_says_where_in_the_source(locator: str) -> None:
    parts = cited_parts(f"[@a, {locator}]")
    assert parts is not None
    assert parts[0].locator == locator


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Text [@a.", "1:6 This citation is never closed. Type `[@a]`."),
        ("Text [@].", "1:6 This citation names no source."),
        ("Text [@ ; ].", "1:6 This citation names no source."),
        ("Text [@a b].", "1:7 “@a b” is not a key"),
        ("Text [@a, @b].", "1:6 The keys of a citation are separated by semicolons. Type `[@a; @b]`."),
        ("Text [@a @b].", "1:6 The keys of a citation are separated by semicolons. Type `[@a; @b]`."),
        ("Text [ @a ].", "1:6 There is a space too many in this citation. Type `[@a]`."),
        ("Text [@a ; @b].", "1:6 There is a space too many in this citation. Type `[@a; @b]`."),
        ("Text [@a; b].", "1:11 “b” has no “@”. Type `@b`"),
        ("Text [@a, 4].", "1:7 “4” does not say where in the source: p., pp., table or fig. Type `@a, p. 4`."),
        ("Text [@a, see there].", "1:7 “see there” does not say where"),
        (
            "Text @clarke2021 more.",
            "1:6 “@clarke2021” stands outside of brackets, so it cites nothing. Type `[@clarke2021]`",
        ),
        ("Text [@f](x.md).", "1:6 A citation cannot be a link."),
        ("## Head [@a]\n", "1:9 A citation stands in a heading."),
        ("See [this [@a]](x.md).", "1:11 A citation stands in a link's text."),
        ("![alt [@a]](x.png)", "1:7 A citation stands in an image's text."),
        ("| a [@b c] |\n|---|\n| d |", "1:6 “@b c” is not a key"),
    ],
)
def test_a_mistyped_citation_is_told_with_its_mend(body: str, expected: str) -> None:
    faults = told(body)
    assert len(faults) == 1, faults
    assert faults[0].startswith(expected), faults


@pytest.mark.parametrize(
    "body",
    ["`[@a, @b]` and `@a`", "```\n[@a\n```", "mail me@example.org", "<me@example.org>", "[x](https://a.org/@me)",
     "<https://a.org/@me>", "\\[@a\\] is escaped with \\[", "<a title='@x'>text</a>"],
)  # fmt: skip
def test_code_mail_and_targets_are_no_citations(body: str) -> None:
    assert [fault for fault in told(body) if "escaped" not in body] == []


def test_contexts() -> None:
    body = scan_body("a [@a]\n\n## b [@b]\n\n| c [@c] |\n|---|\n| d |\n\n[e [@e]](x.md) f [@f]\n", "p.md")
    assert [str(citation.context) for citation in body.citations] == ["text", "heading", "table", "link text", "text"]


def test_a_data_field_is_scanned_like_a_page() -> None:
    found = inline_units("Socks *may* help [@a]. See [this](x.md) and @b.", Place("d.yml", 4, 12))
    assert [unit.text for unit in found.units] == ["Socks may help [@].", "See this and @b."]
    assert [(unit.place.line, unit.place.column) for unit in found.units] == [(4, 12), (4, 35)]
    assert [(link.target, link.place.column) for link in found.links] == [("x.md", 39)]
    assert [(key.key, key.place.column) for citation in found.citations for key in citation.keys] == [("a", 30)]
    assert [(fault.line, fault.column) for fault in found.citation_faults] == [(4, 56)]
