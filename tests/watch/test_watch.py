"""The review watch on recorded answers: what it tells, what it leaves out, and that it never fails for an answer."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from knowledge.load import load_library
from knowledge.uses import pages_by_source
from knowledge.watch.fetch import ask_network, recorded, several
from knowledge.watch.finding import Answer, Finding, Kind
from knowledge.watch.links import external_links, link_findings
from knowledge.watch.packages import package_findings
from knowledge.watch.papers import address, paper_findings
from knowledge.watch.text import as_markdown
from tests.builders import write_site
from tests.commands.called import kb
from tests.site_text import FILES

RECORDED = Path(__file__).with_name("answers.json")
DOI = "10.1016/abc.2004.01"
PAGE = "answers/sciatica.md"


def _papers(tmp_path: Path, answer: dict[str, Any] | None = None, **changed: str) -> list[Finding]:
    library = load_library(
        write_site(tmp_path, {**FILES, **{f"data/{name}.yml": text for name, text in changed.items()}})
    )
    pages = {key: [page.path for page in pages] for key, pages in pages_by_source(library).items()}
    text = RECORDED.read_text(encoding="utf-8") if answer is None else json.dumps({address(DOI): answer})
    found = paper_findings(library.references.values(), pages, recorded(text))
    return [one for one in found if one.said != "Crossref gave no answer (no recorded answer)."]


def test_a_withdrawn_and_a_corrected_paper_are_told_with_what_rests_on_them(tmp_path: Path) -> None:
    withdrawn, corrected = _papers(tmp_path)
    assert (withdrawn.kind, withdrawn.subject, withdrawn.said) == (
        Kind.WITHDRAWN, "partsch2004evening", "retraction of 2026-03-09")  # fmt: skip
    assert withdrawn.todo.startswith("Read https://doi.org/10.1016/notice.1. Set `custom.retracted: true`")
    assert PAGE in withdrawn.todo
    assert (corrected.kind, corrected.said) == (Kind.CORRECTED, "corrigendum of 2025-11")


def test_a_notice_that_was_looked_at_is_not_told_again(tmp_path: Path) -> None:
    references = FILES["data/references.yml"]
    custom = references.index("  custom:\n", references.index(DOI)) + len("  custom:\n")
    seen = f"{references[:custom]}    checked_against: [the corrigendum 10.1016/NOTICE.2]\n{references[custom:]}"
    assert [one.kind for one in _papers(tmp_path, references=seen)] == [Kind.WITHDRAWN]


@pytest.mark.parametrize("kind", ["retraction", "partial_retraction", "withdrawal", "removal", "expression_of_concern"])
def test_every_kind_of_doubt_is_urgent(tmp_path: Path, kind: str) -> None:
    body = {"message": {"updated-by": [{"type": kind, "DOI": "10.1/n"}]}}
    assert [one.kind for one in _papers(tmp_path, {"status": 200, "body": body})] == [Kind.WITHDRAWN]


@pytest.mark.parametrize(
    ("answer", "kinds"),
    [
        ({"status": 404}, []),
        ({"status": 200, "body": {"message": {}}}, []),
        ({"status": 200, "body": {"message": {"updated-by": None}}}, []),
        ({"status": 200, "body": {"message": {"updated-by": [{}]}}}, [Kind.CORRECTED]),
        ({"status": 200, "body": "no JSON"}, [Kind.UNKNOWN]),
        ({"status": 200, "body": {"message": "words"}}, [Kind.UNKNOWN]),
        ({"status": 200, "body": []}, [Kind.UNKNOWN]),
        ({"status": 503}, [Kind.UNKNOWN]),
        ({"status": 0, "body": "timed out"}, [Kind.UNKNOWN]),
    ],
)
def test_whatever_the_other_side_answers(tmp_path: Path, answer: dict[str, Any], kinds: list[Kind]) -> None:
    assert [one.kind for one in _papers(tmp_path, answer)] == kinds


LINKS = {"https://a.example/x#part": ["a.md"], "https://b.example/": ["b.md", "c.md"]}


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (Answer(200), None),
        (Answer(404), (Kind.GONE, "answers 404", "Find where it stands now, or take it out: a.md.")),
        (Answer(410), (Kind.GONE, "answers 410", "Find where it stands now, or take it out: a.md.")),
        (Answer(200, moved="https://n.example/"),
         (Kind.MOVED, "leads to https://n.example/", "See that it says the same, then write that: a.md.")),
        (Answer(403), (Kind.UNKNOWN, "answers 403", "Open it in a browser: a.md.")),
        (Answer(500), (Kind.UNKNOWN, "answers 500", "Open it in a browser: a.md.")),
        (Answer(0, "timed out"), (Kind.UNKNOWN, "answers timed out", "Open it in a browser: a.md.")),
    ],
)  # fmt: skip
def test_links(answer: Answer, told: tuple[Kind, str, str] | None) -> None:
    found = link_findings(LINKS, lambda url: answer if url == "https://a.example/x" else Answer(200))
    wanted = [] if told is None else [Finding(told[0], "https://a.example/x#part", told[1], told[2])]
    assert list(found) == wanted


def test_links_of_pages_data_and_references_are_found(tmp_path: Path) -> None:
    page = FILES["safety/urgent.md"] + "\nSee [a page](https://page.example/) and [ours](../index.md).\n"
    found = external_links(load_library(write_site(tmp_path, {**FILES, "safety/urgent.md": page})))
    assert found["https://page.example/"] == ["safety/urgent.md"]
    assert all(url.startswith("http") for url in found)


def test_packages() -> None:
    told = list(
        package_findings(
            '[{"name": "click", "version": "8.4.0", "latest_version": "8.5.0", "latest_filetype": "wheel"}]'
        )
    )
    assert told == [
        Finding(Kind.PACKAGE, "click", "8.4.0, newest 8.5.0", "Read its changes, then make lock and make test.")
    ]
    with pytest.raises(ValueError, match="not what"):
        list(package_findings('[{"name": "click"}]'))


def test_the_issue_begins_with_what_is_urgent_and_escapes_what_others_wrote() -> None:
    findings = [Finding(Kind.GONE, "https://x", "answers 404", "Do."), Finding(Kind.WITHDRAWN, "a@b", "<b>", "Read.")]
    told = as_markdown(findings)
    assert told.index("## Papers withdrawn or in doubt (1)") < told.index("## Links that lead nowhere (1)")
    assert r"- [ ] **a\@b** \<b\>. Read." in told


def test_no_issue_where_nobody_can_do_anything() -> None:
    assert as_markdown([]) == ""
    assert as_markdown([Finding(Kind.UNKNOWN, "https://x", "answers 403", "Open it.")]) == ""


def test_a_long_list_is_cut_and_counted() -> None:
    told = as_markdown(Finding(Kind.GONE, f"https://x/{n}", "answers 404", "Do.") for n in range(50))
    assert told.count("- [ ]") == 40
    assert told.endswith("- and 10 more\n")


def test_the_command(tmp_path: Path) -> None:
    docs = write_site(tmp_path)
    asked = ["watch", "--docs", str(docs), "--answers", str(RECORDED), "--today", "2026-11-22"]
    told = kb(*asked)
    assert told.exit_code == 0
    assert "## Papers withdrawn or in doubt (1)" in told.output
    assert "Reviews overdue" not in told.output
    later = kb(*asked[:-1], "2029-01-01").output
    assert "## Reviews overdue" in later
    assert f"**{PAGE}** last looked at " in later


@pytest.mark.parametrize("text", ["[]", "{", "3"])
def test_a_file_that_is_none_of_answers_is_wrong_use(tmp_path: Path, text: str) -> None:
    file = tmp_path / "answers.json"
    file.write_text(text, encoding="utf-8")
    result = kb("watch", "--docs", str(write_site(tmp_path)), "--answers", str(file))
    assert result.exit_code == 2
    assert "A file cannot be used" in result.output


class _Server(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        kind, _, rest = self.path.strip("/").partition("/")
        self.send_response(int(kind))
        if kind in ("301", "302", "308"):
            self.send_header("Location", f"/{rest}")
        self.send_header("Content-Length", "5")
        self.end_headers()
        self.wfile.write(b"words")

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@pytest.fixture
def host() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Server)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_asking(host: str) -> None:
    asked = [f"{host}{path}" for path in ("/200", "/404", "/301/200", "/301/302/200", "/308/301/200", "/503")]
    assert list(several(ask_network, asked)) == [
        Answer(200, "words"), Answer(404), Answer(200, "words", f"{host}/200"), Answer(200, "words"),
        Answer(200, "words", f"{host}/200"), Answer(503),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "url", ["file:///etc/hostname", "ftp://x.example/", "http://[", "http://127.0.0.1:1/", "https://"]
)
def test_asking_what_cannot_be_asked_answers_nothing(url: str) -> None:
    assert ask_network(url).status == 0
