"""Staff decision (afgørelse): what a staff member decides on a task, and what it grants."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from helsebro.errors import BadInput, Fault
from helsebro.ids import ClinicId, PractitionerId
from helsebro.money import Money
from helsebro.tariffs.fee import Fee

Verdict = Literal["approve", "deny", "clarify"]

MOST_SESSIONS = 24
PRICE_IS_FOR_CLAIMS = Fault("/grant/perSession", "price-is-for-claims", "")
LONGEST = timedelta(days=731)
"""Limits against typing errors, not of cover: two years, and twice the sessions that a policy year pays
outside the network."""


@dataclass(frozen=True)
class GrantedSessions:
    """What an approval of a claim grants: sessions until a last day, at one clinic or any clinic (F1-24).

    ``per_session`` is the price agreed for this case, if it is not the proposed price or the tariff's. For an
    extension, ``sessions`` are the further sessions, until the guarantee's own last day or a later day. For a
    refund, ``sessions`` is the number of treatments approved; it needs no last day.
    """

    sessions: int
    valid_until: date | None = None
    clinic_id: ClinicId | None = None
    practitioner_id: PractitionerId | None = None
    per_session: Money | None = None

    @property
    def names_a_clinic(self) -> bool:
        """Whether it is for one clinic of the network or a practitioner there; then the clinic is paid."""
        return bool(self.clinic_id or self.practitioner_id)

    def faults(self, today: date) -> list[Fault]:
        """Returns the faults that prevent the grant on a local day."""
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
    """The amount that finance approves for one treatment of a refund, named by its index (from 0) or date.

    The date must belong to only one of the treatments.
    """

    amount: Money
    index: int | None = None
    on: date | None = None


@dataclass(frozen=True)
class StaffDecision:
    """What was decided, why, by which role (never by a person's name), and when.

    ``grant`` belongs to the approval of a claim. The approval of a refund has an amount for each treatment in
    ``approved`` or, as the ``sessions`` of ``grant``, the number of treatments, earliest first. ``question``
    and ``facts``, by path, belong to ``clarify``. ``fees`` are the agreed prices of the day, which the
    approval of a claim keeps; one that was stored before has none.
    """

    decision: Verdict
    by: str
    at: datetime
    reason: str | None = None
    grant: GrantedSessions | None = None
    question: str | None = None
    approved: tuple[ApprovedAmount, ...] = ()
    fees: tuple[Fee, ...] | None = None
    facts: tuple[str, ...] | None = None

    def must_ask_in_words(self) -> None:
        """Raises ``BadInput`` for a question by facts, which only a claim has."""
        if self.facts:
            raise BadInput([Fault("/facts", "facts-are-for-clarify", "")])

    @property
    def granted(self) -> GrantedSessions | None:
        """The grant of an approval; None for every other decision, and for an approval without a grant."""
        return self.grant if self.decision == "approve" else None
