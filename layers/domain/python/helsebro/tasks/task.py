"""Task (opgave): what a person of the staff has to decide on, with the engine's proposal (F1-18, F1-21)."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any, Literal

from helsebro import ids
from helsebro.caller import CASEWORKER, FINANCE, NETWORK, QUALITY, Right
from helsebro.errors import Conflict, Fault
from helsebro.money import Money

Queue = Literal["claims", "refunds", "extensions", "complaints", "onboarding", "invoices"]
Verdict = Literal["approve", "deny", "clarify"]

ROLES: Mapping[str, frozenset[Right]] = {
    "claims": frozenset({CASEWORKER}),
    "extensions": frozenset({CASEWORKER}),
    "complaints": frozenset({CASEWORKER, QUALITY}),
    "refunds": frozenset({FINANCE}),
    "invoices": frozenset({FINANCE}),
    "onboarding": frozenset({NETWORK}),
}
"""Who works which queue."""

TIME_TO_DECIDE: Mapping[str, timedelta] = {
    "claims": timedelta(hours=24),
    "extensions": timedelta(hours=24),
    "refunds": timedelta(days=14),
}
"""98 % of claims are answered within 24 hours (F4-06), a refund within two weeks (F4-31). More of the same
treatment cannot wait longer than the first of it.
"""

MOST_SESSIONS = 24
PRICE_IS_FOR_CLAIMS = Fault("/grant/perSession", "price-is-for-claims", "")
LONGEST = timedelta(days=731)
"""Sanity, not cover: twice what a policy year pays out of the network, and two years."""


class AlreadyDecided(Conflict):
    """A task is decided once: the second of two decisions comes too late."""

    code = "already-decided"


@dataclass(frozen=True)
class GrantedSessions:
    """What an approval of a claim gives: so many sessions until a day, with a clinic or any (F1-24).

    ``per_session`` is the price agreed for this case, where it is not the proposed one or the tariff's. An
    extension's gives so many more, until the guarantee's own last day or a later one. A refund's approval
    for so many of its treatments needs no last day.
    """

    sessions: int
    valid_until: date | None = None
    clinic_id: str | None = None
    practitioner_id: str | None = None
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


@dataclass(frozen=True)
class Task:
    """``subject`` holds ids: ``claimId``, and ``refundId`` or ``extensionId`` where it is about one.

    ``proposal`` is the engine's outcome and trail as JSON. ``due_at`` is when it should be decided. The token
    that lets its workflow go on is kept beside it and is no part of it.
    """

    task_id: str
    queue: Queue
    payer: str
    subject: Mapping[str, Any]
    due_at: datetime
    opened_at: datetime
    version: int = 1
    status: Literal["open", "decided"] = "open"
    proposal: Mapping[str, Any] | None = None
    decision: StaffDecision | None = None

    @property
    def claim_id(self) -> str:
        """The claim it belongs to, itself the subject or the refund's."""
        return str(self.subject["claimId"])

    def must_be_open(self) -> None:
        """Raises ``AlreadyDecided``."""
        if self.status != "open":
            raise AlreadyDecided()

    def decide(self, decision: StaffDecision) -> Task:
        """The task decided. Raises ``AlreadyDecided``."""
        self.must_be_open()
        return replace(self, status="decided", decision=decision, version=self.version + 1)


def id_for(subject_id: str, review: int) -> str:
    """The id of the one task that a review opens, however often the step runs (promise 4).

    ``subject_id`` is the claim's, refund's or extension's, ``review`` the claim's round.
    """
    seed = f"task:{subject_id}:{review}"
    return ids.within("tsk", subject_id, hashlib.sha256(seed.encode()).digest())


def opened(
    queue: Queue, subject: Mapping[str, Any], review: int, proposal: Mapping[str, Any], at: datetime
) -> Task:
    """A new task about a claim, or about the refund or extension that ``subject`` names beside it."""
    subject_id = str(subject.get("refundId") or subject.get("extensionId") or subject["claimId"])
    return Task(
        task_id=id_for(subject_id, review),
        queue=queue,
        payer=ids.payer_of(subject_id),
        subject=subject,
        due_at=at + TIME_TO_DECIDE[queue],
        opened_at=at,
        proposal=proposal,
    )
