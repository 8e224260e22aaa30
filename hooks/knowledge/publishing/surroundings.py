"""What the environment tells a build, looked at before anything is built: the site's address and its moment."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from knowledge.publishing.faults import PublishingError

_MOMENT = 1767225600
"""1 January 2026: the moment of a build without git, the same on every machine. No page shows it."""
_LAST = 253402300799  # the last second of the year 9999, beyond which Python has no dates


def environment(given: Mapping[str, str], project: Path) -> dict[str, str]:
    """The environment of the build.

    Raises:
        PublishingError: where the address or moment that is given can be none.
    """
    told = {"NO_MKDOCS_2_WARNING": "1", **given}  # Material's notice is no concern of a publisher
    told["SOURCE_DATE_EPOCH"] = str(_moment(given.get("SOURCE_DATE_EPOCH", ""), project))
    if given.get("SITE_URL"):
        told["SITE_URL"] = site_address(given["SITE_URL"])
    return told


def site_address(typed: str) -> str:
    """An address with a slash at its end, from one with or without.

    Raises:
        PublishingError: for what is no address that readers could open.
    """
    text = typed.strip()
    try:
        parts = urlsplit(text)
        port_is_right = parts.port is None or parts.port > 0
    except ValueError:
        raise _no_address(typed, "https://example.org/") from None
    if parts.scheme not in ("http", "https"):
        bare = text.split("://")[-1].strip("/")
        raise _no_address(typed, f"https://{bare}/" if "." in bare and " " not in bare else "https://example.org/")
    if not parts.hostname or not port_is_right or parts.username or any(one.isspace() for one in text):
        raise _no_address(typed, "https://example.org/")
    if parts.query or parts.fragment or "?" in text or "#" in text:
        raise _no_address(typed, text.split("?")[0].split("#")[0])
    return text if text.endswith("/") else f"{text}/"


def _no_address(typed: str, better: str) -> PublishingError:
    return PublishingError(
        f"“{typed}” cannot be the address of a site. Type for example: SITE_URL={better} make build."
    )


def _moment(given: str, project: Path) -> int:
    """Seconds since 1970: what is given, else the last commit's, else a fixed one."""
    if given:
        if not given.isdecimal() or int(given) > _LAST:
            text = f"SOURCE_DATE_EPOCH is “{given}”, where a count of seconds since 1970 belongs."
            raise PublishingError(f"{text} Unset it, and the last commit tells.")
        return int(given)
    try:
        done = subprocess.run(  # noqa: S603  fixed words
            ["git", "-C", str(project), "log", "-1", "--format=%ct"],  # noqa: S607  whichever git there is
            capture_output=True,
            text=True,
            check=False,
            timeout=20,
        )
    except (OSError, subprocess.TimeoutExpired):
        return _MOMENT
    told = done.stdout.strip()
    return int(told) if done.returncode == 0 and told.isdecimal() else _MOMENT
