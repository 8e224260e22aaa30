"""Calls of the tool, none of which may ever end in a traceback."""

from __future__ import annotations

from click.testing import CliRunner, Result

from knowledge.cli import main


def kb(*arguments: str) -> Result:
    """One call of `kb`; whatever happens, no exception but an exit gets out."""
    result = CliRunner().invoke(main, list(arguments))
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "Traceback" not in result.output
    assert "fault in Legwise" not in result.output
    return result
