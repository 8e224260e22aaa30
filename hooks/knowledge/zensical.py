"""Builds the pages with Zensical, the engine of Material's makers, instead of MkDocs: `make build ENGINE=zensical`.

Zensical runs no hooks. It gets a copy of the project without what hooks would keep back (data sources, drafts); the
Markdown extension does the rest of a page, what hooks tell its head is put in afterwards, and what stands beside the
pages is written as `kb data` does. What is missing then is told in CONTRIBUTING.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from knowledge.appointment import sheet_pages
from knowledge.beside_pages import write_beside_pages
from knowledge.command_line import checked
from knowledge.content_policy import content_policy
from knowledge.library import Library
from knowledge.offline.copy import NAME, offline_copy
from knowledge.outputs.heads import write_heads
from knowledge.problems import as_text
from knowledge.source.mkdocs_yml import site_address

COPIED = ("docs", "overrides", "mkdocs.yml")
_SEARCH = Path(__file__).with_name("zensical-search.mjs")
"""Asks our search engine, which Zensical's own script does not know. Nothing of it is in a site made by MkDocs."""
_SCRIPTS = "\nextra_javascript:\n"


def main(arguments: list[str]) -> int:
    """Check the content, build the pages, add the files beside them. Exit code: 0, or 1 with the reason told."""
    into = Path(arguments[0])
    found = checked(Path("docs"), notes=False)
    if found.library is None or found.errors:
        return _failed(as_text(found.errors))
    with tempfile.TemporaryDirectory(prefix=f".{into.name}.", dir=into.parent) as folder:
        stage = Path(folder)
        prepare(Path.cwd(), stage, found.library)
        done = _zensical(stage / "mkdocs.yml")
        if done.returncode != 0:
            return _failed(done.stdout + done.stderr)
        shutil.copytree(stage / "site", into, dirs_exist_ok=True)
    address = site_address(Path("mkdocs.yml"), os.environ)
    write_heads(found.library, into, address)
    write_beside_pages(found.library, into, address)
    moment = int(os.environ.get("SOURCE_DATE_EPOCH") or time.time())
    (into / NAME).write_bytes(offline_copy(into, address, moment))
    return 0


def prepare(project: Path, stage: Path, library: Library) -> None:
    """Copy what Zensical reads, without data sources and drafts, which it would publish."""
    kept_back = {page.path for page in library.pages.values() if page.front.draft}

    def ignored(folder: str, names: list[str]) -> set[str]:
        inside = Path(folder).relative_to(project / "docs") if Path(folder).is_relative_to(project / "docs") else None
        if inside is None:
            return set()
        paths = {name: (inside / name).as_posix() for name in names}
        return {
            name for name, path in paths.items() if path in kept_back or (path.startswith("data/") and _source(path))
        }

    for name in COPIED:
        if (project / name).is_dir():
            shutil.copytree(project / name, stage / name, ignore=ignored)
    (stage / "overrides" / "sitemap.xml").unlink(missing_ok=True)  # Zensical gives its own other values to work with
    _adapt(stage / "overrides" / "partials")
    for path, content in sheet_pages(library).items():
        file = stage / "docs" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
    _configure(project, stage)


def _configure(project: Path, stage: Path) -> None:
    """The settings, with a folder of their own for the site, and with the module that drives the search."""
    config = (project / "mkdocs.yml").read_text(encoding="utf-8")
    kept = re.sub(r"^site_dir:.*\n", "", config, flags=re.MULTILINE)
    if _SCRIPTS in kept:
        name = f"assets/javascripts/{_SEARCH.name}"
        (stage / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(_SEARCH, stage / "docs" / name)
        kept = kept.replace(_SCRIPTS, f"{_SCRIPTS}  - path: {name}\n    type: module\n")
    (stage / "mkdocs.yml").write_text(f"{kept}\nsite_dir: site\n", encoding="utf-8")


def _adapt(partials: Path) -> None:
    """Tell templates the policy, as a hook does under MkDocs, and leave Zensical's own search, whose inline style the
    policy refuses, no place: ours is driven by a module of its own."""
    if (policy := partials / "policy.html").exists():
        policy.write_text(f'{{% set content_policy = "{content_policy()}" %}}{policy.read_text("utf-8")}', "utf-8")
    if (search := partials / "search.html").exists():
        search.write_text(search.read_text("utf-8").replace(' data-md-component="search"', ""), "utf-8")


def _source(path: str) -> bool:
    """Whether a file in docs/data is what downloads are made from."""
    return path.endswith((".yml", ".csv"))


def _zensical(config: Path) -> subprocess.CompletedProcess[str]:
    program = str(Path(sys.executable).with_name("zensical"))
    command = [program, "build", "--config-file", str(config)]
    return subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603


def _failed(report: str) -> int:
    print(report.strip(), file=sys.stderr)  # noqa: T201  the report
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
