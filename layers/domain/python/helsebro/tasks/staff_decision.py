"""Staff decision (afgørelse): what a staff member decides on a task, and what it grants."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Literal

from helsebro.caller import StaffLogin
from helsebro.errors import Fault
from helsebro.ids import ClinicId, PractitionerId
from helsebro.money import Money
from helsebro.tariffs.fee import Fee

Verdict = Literal["approve", "deny", "clarify"]

MOST_SESSIONS = 24
PRICE_IS_FOR_CLAIMS = Fault("/grant/perSession", "price-is-for-claims", "")
LACKING = ("missing", "grant-missing", "clause-missing")
"""The faults of a part that is not there, also when it could not be read."""
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

    The date must belong to only one of the treatments. ``place`` is where it stood in the body, where others
    could not be read.
    """

    amount: Money
    index: int | None = None
    on: date | None = None
    place: int | None = None


@dataclass(frozen=True)
class StaffDecision:
    """What was decided, why, by which role (never by a person's name), and when.

    ``grant`` belongs to the approval of a claim. The approval of a refund has an amount for each treatment in
    ``approved`` or, as the ``sessions`` of ``grant``, the number of treatments, earliest first. ``question``
    and ``facts``, by path, belong to ``clarify``. ``fees`` are the agreed prices of the day, which the
    approval of a claim keeps; one that was stored before has none. ``faults`` are those of the shape of the
    body, for which it cannot be made: what can be read of it is checked all the same. ``clause`` is the one
    that a denial rests on, as printed, and ``canned_answer`` the key of the text that its reason was made of.
    ``person`` is the subject of the login that decided, for whether the next one is another person, and
    ``group`` the group of that person; both are shown to no one, and nor is ``mailbox``, the keyed digest of
    the login's address.
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
    faults: tuple[Fault, ...] | None = None
    clause: str | None = None
    person: str | None = field(default=None, repr=False)
    mailbox: str | None = field(default=None, repr=False)
    group: str | None = None
    canned_answer: str | None = None

    def with_faults(self, *more: Fault) -> StaffDecision:
        """Returns the decision with these faults after those of its body."""
        return replace(self, faults=(*(self.faults or ()), *more))

    def faults_beside(self, found: Iterable[Fault]) -> list[Fault]:
        """Returns the faults of the body, then those found of what could be read of it, each place once."""
        of_shape = {fault.pointer: fault for fault in self.faults or ()}
        others = {
            fault: fault
            for fault in found
            if fault.pointer not in of_shape
            and not (fault.code in LACKING and any(at.startswith(f"{fault.pointer}/") for at in of_shape))
        }
        return [*of_shape.values(), *others.values()]

    @property
    def faults_in_words(self) -> list[Fault]:
        """The faults of the body, with that of a question by facts, which only a claim has."""
        return self.faults_beside([Fault("/facts", "facts-are-for-clarify", "")] if self.facts else [])

    @property
    def login(self) -> StaffLogin | None:
        """The login that decided; None of a decision that was stored without it."""
        return StaffLogin(self.person, self.mailbox or "") if self.person else None

    @property
    def granted(self) -> GrantedSessions | None:
        """The grant of an approval; None for every other decision, and for an approval without a grant."""
        return self.grant if self.decision == "approve" else None
