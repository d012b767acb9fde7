"""Payout choice: whether a clinic is paid by its invoices, or for each session that it reports (F1-06)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

PaidBy = Literal["invoice", "session"]
"""``session``: the report that a session was held is enough, and the clinic sends no invoice for it."""
MOST_CHOICES = 50
"""So many are kept, the latest: a session older than the first of them is paid by invoice."""


@dataclass(frozen=True)
class PayoutChoice:
    """What the clinic chose; it counts for the sessions that begin at ``since`` or later."""

    paid_by: PaidBy
    since: datetime


def paid_by_at(choices: Sequence[PayoutChoice], starts_at: datetime) -> PaidBy:
    """Returns how a session is paid that begins then; by invoice where the clinic had chosen nothing."""
    made = [choice for choice in choices if choice.since <= starts_at]
    return max(made, key=lambda choice: choice.since).paid_by if made else "invoice"


def choosing(choices: Sequence[PayoutChoice], paid_by: PaidBy, at: datetime) -> tuple[PayoutChoice, ...]:
    """Returns the choices with a new one; the same when the clinic is paid so already."""
    if paid_by_at(choices, at) == paid_by:
        return tuple(choices)
    return (*choices, PayoutChoice(paid_by, at))[-MOST_CHOICES:]
