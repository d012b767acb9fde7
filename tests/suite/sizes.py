"""How much a proof does: little in every run, much with ``HELSEBRO_PROOFS=large`` (`make prove-release`)."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

VARIABLE, LARGE = "HELSEBRO_PROOFS", "large"
RELEASE = "release"
"""The mark of a test that runs for a release only; a quicker one proves the same rule in every run."""
FEW, MANY = 60, 5_000
"""Examples of each property: the same ones in every run, and for a release others each time."""


def is_large() -> bool:
    """Whether this run is a release's."""
    return os.environ.get(VARIABLE) == LARGE


def size(small: int, large: int, variable: str = "") -> int:
    """The size of a proof; the environment may give another under the name ``variable``."""
    return int(os.environ.get(variable) or (large if is_large() else small))


def load_profile() -> None:
    """The one profile of every property: no clock decides, and a failure can be repeated."""
    large = is_large()
    settings.register_profile(
        "helsebro",
        max_examples=MANY if large else FEW,
        derandomize=not large,
        print_blob=large,
        database=None,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
    )
    settings.load_profile("helsebro")
