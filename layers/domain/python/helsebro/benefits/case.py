"""Case: as much of a claim as tells what somebody with a mandate in it may see (F4-18)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Case:
    """A claim and the treatment it is about."""

    claim_id: str
    treatment: str
