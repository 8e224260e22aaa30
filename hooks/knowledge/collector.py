"""Python's cycle collector, kept from walking the library again and again.

A library, and what the check makes of it, are some hundred thousand objects that live as long as the build. Left alone,
the collector visits them each time enough new objects have come: measured, a third of the time it takes to read a page,
and some of each page's rendering after that.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def lasting() -> Iterator[None]:
    """What is made inside stays: no collection while it is made, and none looks at it afterwards.

    Whatever lasted before may be collected again, so that each rebuild of a preview frees the library before it.
    """
    was_enabled = gc.isenabled()
    gc.unfreeze()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_enabled:
            gc.enable()
