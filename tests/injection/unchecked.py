"""MkDocs hook of the tests: publishes what the rules would refuse, so that what stands behind them is tested too."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

from knowledge.session import SESSION


@event_priority(100)
def on_pre_build(config: MkDocsConfig) -> None:
    """Let no problem stop the build."""
    SESSION.check = lambda: None  # type: ignore[method-assign]


@event_priority(100)
def on_post_build(config: MkDocsConfig) -> None:
    """Nor any warning of MkDocs."""
    SESSION.warnings.messages.clear()
