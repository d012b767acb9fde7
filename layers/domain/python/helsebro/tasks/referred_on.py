"""Referred on: where a clinic has referred a client to, in the task of the staff who follow up (F1-30)."""

from __future__ import annotations

from dataclasses import dataclass, field

from helsebro.ids import GuaranteeId


@dataclass(frozen=True)
class ReferredOn:
    """``to`` is what the clinic wrote, such as ``psychiatry``; it is health data and in no event."""

    guarantee_id: GuaranteeId
    to: str = field(repr=False)
