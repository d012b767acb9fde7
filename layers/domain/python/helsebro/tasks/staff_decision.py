"""Staff decision (afgørelse): what a person of the staff decides on a task, and what it grants."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from helsebro.errors import Fault
from helsebro.ids import ClinicId, PractitionerId
from helsebro.money import Money

Verdict = Literal["approve", "deny", "clarify"]

MOST_SESSIONS = 24
PRICE_IS_FOR_CLAIMS = Fault("/grant/perSession", "price-is-for-claims", "")
LONGEST = timedelta(days=731)
"""Sanity, not cover: twice what a policy year pays out of the network, and two years."""


@dataclass(frozen=True)
class GrantedSessions:
    """What an approval of a claim gives: so many sessions until a day, with a clinic or any (F1-24).

    ``per_session`` is the price agreed for this case, where it is not the proposed one or the tariff's. An
    extension's gives so many more, until the guarantee's own last day or a later one. A refund's approval
    for so many of its treatments needs no last day.
    """

    sessions: int
    valid_until: date | None = None
    clinic_id: ClinicId | None = None
    practitioner_id: PractitionerId | None = None
    per_session: Money | None = None

    def faults(self, today: date) -> list[Fault]:
        """What keeps it from being granted on a local day."""
        found = []
        if not 1 <= self.sessions <= MOST_SESSIONS:
            found.append(Fault("/grant/sessions", "grant-sessions-out-of-range", f"1–{MOST_SESSIONS}"))
        if self.valid_until is None:
            found.append(Fault("/grant/validUntil", "missing", ""))
        elif self.valid_until <= today:
            found.append(Fault("/grant/validUntil", "grant-ends-too-early", ""))
        elif self.valid_until > today + LONGEST:
            found.append(Fault("/grant/validUntil", "grant-ends-too-late", ""))
        return found


@dataclass(frozen=True)
class ApprovedAmount:
    """What finance approves of one treatment of a refund: by its place (from 0), or a date only one has."""

    amount: Money
    index: int | None = None
    on: date | None = None


@dataclass(frozen=True)
class StaffDecision:
    """What was decided, why, by which role (never by whom by name), and when.

    ``grant`` belongs to the approval of a claim. A refund's names an amount for each treatment in
    ``approved`` or, with the ``sessions`` of ``grant``, how many of them, the earliest first. ``question``
    belongs to ``clarify``.
    """

    decision: Verdict
    by: str
    at: datetime
    reason: str | None = None
    grant: GrantedSessions | None = None
    question: str | None = None
    approved: tuple[ApprovedAmount, ...] = ()
