"""What axe finds on a page as it stands: violations, and what it cannot decide and nobody has judged yet."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import axe_playwright_python
import yaml
from playwright.sync_api import Page

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
_found = re.search(r"axe v([\d.]+)", AXE)
VERSION = _found[1] if _found else "unknown"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = {
    "runOnly": {"type": "tag", "values": TAGS},
    "rules": {"target-size": {"enabled": True}},  # off by default in axe
    "resultTypes": ["violations", "incomplete"],
    "preload": False,  # fetches every stylesheet anew, for a rule that is not run
}
JUDGED = Path(__file__).with_name("axe-judged.yml")
RUN = """async ([options, within, judged]) => {
  const context = within ? { include: [...document.querySelectorAll(within)] } : document;
  const found = await axe.run(context, options);
  const known = (rule, target) => judged.some(one => one.rule === rule && document.querySelector(target)?.matches(one.selector));
  const told = (one, why) => one.nodes
    .filter(node => why === "violation" || !known(one.id, node.target.at(-1)))
    .map(node => `${one.id}: ${node.target} ${[...node.any, ...node.all, ...node.none].map(check => check.message).join(" ")}`);
  return {
    violations: found.violations.flatMap(one => told(one, "violation")),
    unjudged: found.incomplete.flatMap(one => told(one, "incomplete")),
  };
}"""  # noqa: E501


@dataclass(frozen=True)
class Findings:
    """What axe is sure of, and what it leaves to people."""

    violations: Sequence[str]
    unjudged: Sequence[str]

    @property
    def all(self) -> list[str]:
        """Both, each with its kind."""
        return [*self.violations, *(f"not judged yet: {one}" for one in self.unjudged)]


def judgements() -> list[dict[str, str]]:
    """What people decided where axe could not."""
    found: list[dict[str, str]] = yaml.load(JUDGED.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return found


def findings(page: Page, path: str = "", within: str = "") -> Findings:
    """What axe finds on the page at this path of the site, or in the elements of a selector alone."""
    if not page.evaluate("typeof window.axe === 'object'"):
        page.evaluate(AXE)
    judged = [one for one in judgements() if any(fnmatchcase(path, pattern) for pattern in one["pages"].split())]
    found: dict[str, Any] = page.evaluate(RUN, [OPTIONS, within, judged])
    return Findings(**found)


def violations(page: Page, within: str = "") -> list[str]:
    """What axe is sure of: rule, place, and axe's words."""
    return list(findings(page, within=within).violations)
