"""The ids that a log line may have: those of things, in the forms that only we make, and of no person."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

OF_A_THING = re.compile(r"(?!per_)[a-z]{3}_[a-z2-7]{16,160}")
"""Base 32 with our prefix: a name or a CPR number that a caller writes in place of an id looks different."""


def logged_ids(found: Mapping[str, Any]) -> dict[str, str]:
    """Returns the values that are ids of things, such as ``claimId``; leaves out everything else."""
    return {
        name: value for name, value in found.items() if isinstance(value, str) and OF_A_THING.fullmatch(value)
    }
