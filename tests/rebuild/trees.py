"""Two built trees, compared byte by byte and told in words."""

from __future__ import annotations

from pathlib import Path

_SHOWN = 90


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder by its path; an empty folder under its path and a slash."""
    found: dict[str, bytes] = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file():
            found[name] = path.read_bytes()
        elif path.is_dir() and not any(path.iterdir()):
            found[f"{name}/"] = b""
    return found


def differences(ours: dict[str, bytes], clean: dict[str, bytes]) -> list[str]:
    """What the two trees do not share, each file once, with the first place where it parts."""
    told = [f"{name} should not be there" for name in sorted(ours.keys() - clean.keys())]
    told += [f"{name} is missing" for name in sorted(clean.keys() - ours.keys())]
    for name in sorted(ours.keys() & clean.keys()):
        if ours[name] != clean[name]:
            told.append(f"{name} differs: {_parting(ours[name], clean[name])}")
    return told


def _parting(ours: bytes, clean: bytes) -> str:
    pairs = zip(ours, clean, strict=False)
    at = next((n for n, (one, other) in enumerate(pairs) if one != other), min(len(ours), len(clean)))
    line = clean[:at].count(b"\n") + 1
    start = max(0, at - 30)
    shown = [repr(text[start : start + _SHOWN].decode("utf-8", "replace")) for text in (ours, clean)]
    return f"line {line}: {shown[0]}, clean: {shown[1]}"
