"""Packages of requirements.lock that have newer releases, as `pip list --outdated --format json` tells them."""

from __future__ import annotations

import json
from collections.abc import Iterator

from knowledge.watch.finding import Finding, Kind


def package_findings(text: str) -> Iterator[Finding]:
    """One finding for each package.

    Raises:
        ValueError: where the text is not what pip writes.
    """
    try:
        packages = [(one["name"], one["version"], one["latest_version"]) for one in json.loads(text)]
    except (KeyError, TypeError) as error:
        raise ValueError("not what `pip list --outdated --format json` writes") from error
    for name, version, latest in packages:
        yield Finding(
            Kind.PACKAGE, name, f"{version}, newest {latest}", "Read its changes, then make lock and make test."
        )
