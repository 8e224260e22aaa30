"""`kb schema`: JSON Schemas of front matter and data files, for editors."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from knowledge.schema.files import FOLDER, SCHEMA_NAMES, editor_settings, schema_files
from knowledge.suggest import did_you_mean
from knowledge.writing import NotWrittenError, write_changes

_SETTINGS = ".vscode/settings.json"


@click.command()
@click.argument("name", metavar="[NAME]", required=False)
@click.option("--write", is_flag=True, help=f"Write all of them to {FOLDER}, and the settings that use them.")
def command(name: str | None, *, write: bool) -> None:
    """List the schemas; with a NAME, print that one. They are made from the models that the check uses."""
    if write:
        _write()
    elif name is None:
        click.echo("\n".join(sorted(SCHEMA_NAMES)))
    elif name in SCHEMA_NAMES:
        click.echo(schema_files()[SCHEMA_NAMES[name]], nl=False)
    else:
        raise click.UsageError(f"There is no schema “{name}”. {did_you_mean(name, SCHEMA_NAMES)}")


def _write() -> None:
    root = Path()
    changes = {f"{FOLDER}/{name}": text.encode("utf-8") for name, text in schema_files().items()}
    try:
        changes[_SETTINGS] = _settings(root / _SETTINGS).encode("utf-8")
        before = {name: (root / name).read_bytes() if (root / name).is_file() else None for name in changes}
        write_changes(root, {name: data for name, data in changes.items() if data != before[name]}, before)
    except (NotWrittenError, OSError, ValueError) as error:
        click.echo(f"Nothing was written: {error}", err=True)
        sys.exit(1)
    click.echo(f"{len(SCHEMA_NAMES)} schemas are in {FOLDER}, and {_SETTINGS} uses them.")


def _settings(file: Path) -> str:
    """The editor's settings with our own keys in them; what else stands there is kept."""
    known = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
    if not isinstance(known, dict):
        raise ValueError(f"{file} does not hold a group of keys.")
    return json.dumps({**known, **editor_settings()}, ensure_ascii=False, indent=2) + "\n"
