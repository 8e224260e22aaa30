"""A tiny site of plain MkDocs and Material that lists hooks/incremental.py and nothing else of ours."""

from __future__ import annotations

import logging
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config

from knowledge.incremental.engine import ENGINE

HOOK = Path(__file__).parents[2] / "hooks" / "incremental.py"
_COUNT = re.compile(r"Rendered (\d+) of \d+ pages(?: in [\d.]+ seconds)?:? ?(.*)")
_ONE = "---\ndescription: The first\nday: 2026-01-02\n---\n# One\n\n## A part\n\nText.[^1]\n\n[^1]: Note.\n"
_SERVED = "http://127.0.0.1:8000/"


@dataclass
class Site:
    """A site in a folder of its own."""

    folder: Path
    log: pytest.LogCaptureFixture
    settings: dict[str, object] = field(default_factory=dict)

    def write(self, name: str, text: str) -> None:
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def configure(self, *, hook: bool = True) -> None:
        own = sorted(f"hooks/{file.name}" for file in self.folder.glob("hooks/*.py"))
        hooks = [*own, *([str(HOOK)] if hook else [])]
        settings = {
            "site_name": "Tiny",
            "site_url": "https://example.org/",
            "theme": {"name": "material", "font": False, "custom_dir": "overrides", "features": ["navigation.footer"]},
            "plugins": ["search"],
            "markdown_extensions": ["footnotes", "admonition", {"toc": {"permalink": True}}],
            "validation": {"anchors": "warn"},
        }
        self.write("mkdocs.yml", yaml.safe_dump(settings | {"hooks": hooks} | self.settings))

    def build(self, into: str = "site", *, hook: bool = True, preview: bool = False) -> list[str]:
        """Build it; what was logged."""
        self.log.clear()
        self.configure(hook=hook)
        config = load_config(str(self.folder / "mkdocs.yml"), site_dir=str(self.folder / into))
        config.plugins.on_startup(command="serve" if preview else "build", dirty=False)
        if preview:
            config.site_url = _SERVED
        with self.log.at_level(logging.INFO, logger="mkdocs"):
            build(config, serve_url=_SERVED if preview else None)
        return self.log.messages

    def rendered(self, into: str = "site", *, preview: bool = False) -> list[str]:
        """Build it; the pages that were rendered, three at most by name, else how many."""
        return made(self.build(into, preview=preview))

    def change(self, name: str, text: str) -> bool:
        """Write a page and bring the preview up to date; whether that went the quick way."""
        self.log.clear()
        self.write(name, text)
        with self.log.at_level(logging.INFO, logger="mkdocs"):
            return ENGINE.change({str(self.folder / name)})

    def tree(self, into: str = "site") -> dict[str, bytes]:
        top = self.folder / into
        return {file.relative_to(top).as_posix(): file.read_bytes() for file in top.rglob("*") if file.is_file()}

    def same_as_clean(self, into: str = "site", *, preview: bool = False) -> bool:
        """Whether the built site is what a build without the hook gives."""
        found = self.tree(into)
        self.build("clean", hook=False, preview=preview)
        clean = self.tree("clean")
        shutil.rmtree(self.folder / "clean")
        assert sorted(found) == sorted(clean)
        assert [name for name in clean if found[name] != clean[name]] == []
        return True


def made(messages: list[str]) -> list[str]:
    """The pages that were rendered, by what the log tells."""
    found = [match for line in messages if (match := _COUNT.match(line))]
    assert found, messages
    if int(found[-1][1]) > 3:
        return [f"{found[-1][1]} pages"]
    return re.findall(r"([\w/-]+\.md) \(", found[-1][2])


@pytest.fixture
def site(tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    monkeypatch.setenv("LEGWISE_PROCESSES", "1")
    monkeypatch.delenv("CACHE", raising=False)
    monkeypatch.delenv("LEGWISE_LAST_SITE", raising=False)
    found = Site(tmp_path, caplog)
    (tmp_path / "overrides").mkdir()
    found.write("docs/index.md", "# Home\n\nTo [one](one.md) and [two](two.md#second-part).\n")
    found.write("docs/one.md", _ONE)
    found.write("docs/two.md", "# Two\n\n## Second part\n\nMore text.\n")
    found.write("docs/deep/three.md", "# Three\n\nBack to [one](../one.md).\n")
    yield found
    ENGINE.end()
    ENGINE._last = None
