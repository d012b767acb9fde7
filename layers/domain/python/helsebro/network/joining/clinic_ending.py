"""Clinic ending: why a clinic is no longer, or never came, into the network."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

EndedWhy = Literal["denied", "declined", "expired"]


def ended_why(decision: str | None, contract: str | None) -> EndedWhy | None:
    """Returns why an onboarding ended, from what the network team decided and what came of the contract.

    None when it did not end: the contract is signed, or another execution of the workflow goes on.
    """
    if decision == "deny":
        return "denied"
    return next((why for why in ("declined", "expired") if why == contract), None)


@dataclass(frozen=True)
class ClinicEnding:
    """``denied``: the network team denied the application. ``declined``: the signatory declined the contract.
    ``expired``: no one signed it in time. ``reason`` is what the one who ended it wrote.
    """

    why: EndedWhy
    at: datetime
    reason: str | None = field(default=None, repr=False)
