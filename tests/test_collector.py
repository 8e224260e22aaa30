"""What is made inside `lasting` is left alone by the collector, and what lasted before may be freed."""

import gc
import weakref
from collections.abc import Iterator

import pytest

from knowledge.collector import lasting


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    yield
    gc.unfreeze()
    gc.enable()


class _Ring:
    """Refers to itself, so that only the collector can free it."""

    def __init__(self) -> None:
        self.me = self


def test_no_collection_inside_and_the_made_is_frozen() -> None:
    with lasting():
        assert not gc.isenabled()
        made = _Ring()
    assert gc.isenabled()
    assert not any(found is made for found in gc.get_objects())


def test_what_lasted_before_can_be_freed() -> None:
    with lasting():
        made = _Ring()
    known = weakref.ref(made)
    del made
    gc.collect()
    assert known() is not None
    with lasting():
        gc.collect()
    assert known() is None


def test_a_failure_inside_turns_the_collector_on_again() -> None:
    with pytest.raises(ValueError, match="no"), lasting():
        raise ValueError("no")
    assert gc.isenabled()


def test_a_collector_that_was_off_stays_off() -> None:
    gc.disable()
    with lasting():
        pass
    assert not gc.isenabled()
