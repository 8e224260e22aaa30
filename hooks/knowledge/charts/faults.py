"""What is wrong with the options of a chart, and reading those that name records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from knowledge.library import Collection
from knowledge.models.claim import Claim
from knowledge.suggest import did_you_mean

Options = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Fault:
    """A mistake at an option: `at` leads to its value, or to its key where `at_key`; () is the chart's name."""

    at: tuple[str | int, ...]
    message: str
    hint: str
    at_key: bool = False


def named(options: Options, key: str, noun: str, known: Iterable[str], faults: list[Fault]) -> str | None:
    """The one name that an option holds, if it is known; None where the option is left out too."""
    value = options.get(key)
    if key not in options:
        return None
    if not isinstance(value, str):
        faults.append(Fault((key,), f"`{key}` names one {noun}.", f"Write `{key}: {next(iter(known), 'NAME')}`."))
        return None
    if value not in known:
        faults.append(Fault((key,), f"There is no {noun} “{value}”.", did_you_mean(value, known)))
        return None
    return value


def named_claims(options: Options, claims: Collection[Claim], faults: list[Fault]) -> list[tuple[int, Claim]]:
    """The claims of the option `claims` that can be read, each with its place in the list."""
    names = options.get("claims")
    if not isinstance(names, list) or not names:
        faults.append(Fault(("claims",), "`claims` is a list of ids.", "Write `claims: [one, two]`."))
        return []
    found = []
    for index, name in enumerate(names):
        at = ("claims", index)
        if not isinstance(name, str):
            faults.append(Fault(at, "Each entry of `claims` is the id of a claim.", "Write `claims: [one, two]`."))
        elif name in names[:index]:
            faults.append(Fault(at, f"“{name}” is there twice.", "Remove one of the two."))
        elif name not in claims.ids:
            faults.append(Fault(at, f"There is no claim “{name}”.", did_you_mean(name, claims.ids)))
        elif claim := claims.get(name):
            found.append((index, claim))
    return found


def texts_only(value: object) -> object:
    """Options as text, as the check reads them too: YAML alone would make numbers and dates of some."""
    if isinstance(value, Mapping):
        return {str(key): texts_only(one) for key, one in value.items()}
    if isinstance(value, list):
        return [texts_only(one) for one in value]
    if isinstance(value, bool):
        return str(value).lower()
    return value if value is None else str(value)
