"""How many inputs each property test tries: few in `make test`, the same ones each time; many in a long run.

`ROBUSTNESS_INPUTS=100000 .venv/bin/pytest tests/robustness` tries so many of each, new ones with every run.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

INPUTS = int(os.environ.get("ROBUSTNESS_INPUTS", "0"))

settings.register_profile(
    "robustness",
    max_examples=INPUTS or 40,
    derandomize=not INPUTS,
    database=None,
    deadline=20_000,  # milliseconds: a hang, whatever else the machine does
    suppress_health_check=list(HealthCheck),
)
