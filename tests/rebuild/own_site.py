"""A small site of ours with data: the site of tests/site_text under the project's own theme, hooks and options."""

from __future__ import annotations

import shutil
from pathlib import Path

import yaml

from tests.builders import write_site
from tests.rebuild.builds import OURS, ROOT
from tests.site_text import FILES

_HOME = """
Read [the levels](choose/levels.md), [the supports](compare/supports.md), [how we grade](evidence/grading.md), [what is
urgent](safety/urgent.md), [about us](about/index.md), [sciatica](conditions/sciatica.md), [all
answers](answers/index.md) and the [glossary](glossary.md).
"""


class _Loader(yaml.SafeLoader):
    """Reads mkdocs.yml as MkDocs does, its environment variables as if none were set."""


def _otherwise(loader: yaml.SafeLoader, node: yaml.SequenceNode) -> object:
    return loader.construct_sequence(node)[-1]


_Loader.add_constructor("!ENV", _otherwise)


def write_own_site(folder: Path, hook: Path = OURS) -> None:
    """Write pages and data, and the project's own mkdocs.yml with these pages in the navigation."""
    write_site(folder, {**FILES, "index.md": FILES["index.md"] + _HOME})
    shutil.copytree(ROOT / "overrides", folder / "overrides")
    shutil.copytree(ROOT / "docs" / "assets", folder / "docs" / "assets", dirs_exist_ok=True)
    (folder / "hooks").symlink_to(ROOT / "hooks")
    settings = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), Loader=_Loader)
    settings["nav"] = [name for name in FILES if name.endswith(".md")]
    settings["site_url"] = "https://example.org/legs/"
    others = [one for one in settings["hooks"] if not one.endswith(OURS.name)]
    listed = [one for one in settings["hooks"] if one.endswith(OURS.name)]
    at = settings["hooks"].index(listed[0]) if listed else len(others)
    settings["hooks"] = [*others[:at], str(hook), *others[at:]]
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings, sort_keys=False, width=1000), encoding="utf-8")
