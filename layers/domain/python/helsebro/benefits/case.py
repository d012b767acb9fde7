"""Case: the part of a claim that decides what the holder of a mandate in it may see (F4-18)."""

from __future__ import annotations

from dataclasses import dataclass

from helsebro.ids import ClaimId


@dataclass(frozen=True)
class Case:
    """A claim and the treatment it is about."""

    claim_id: ClaimId
    treatment: str
