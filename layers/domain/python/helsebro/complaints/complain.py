"""Complaining: a member objects to the denial of a claim, step by step and in time (F3-21, R-1501)."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from helsebro import ids
from helsebro.claims.claim import Claim
from helsebro.claims.facts.case_fact import FactRole
from helsebro.complaints.complaint import (
    Complaint,
    ComplaintStep,
    StepOutOfOrder,
    must_be_next,
    next_step,
)
from helsebro.country_profile import profile
from helsebro.coverage.question.windows import add_months
from helsebro.errors import Conflict, Refused
from helsebro.ids import ClaimId, ComplaintId, DocumentId
from helsebro.local_day import local_day
from helsebro.tasks.determination import Determination
from helsebro.work_calendar import WorkCalendar

ANSWERED_WITHIN = 20
"""The working days in which we answer a complaint; the clock of complaints counts the same."""


class NothingRefused(Conflict):
    """No denial is in force: the claim waits, is approved, or is decided anew."""

    code = "nothing-to-complain-about"


class ComplaintTooLate(Refused):
    """The last day to complain is over. ``lastDay`` is that day."""

    code = "complaint-too-late"


@dataclass(frozen=True)
class ComplaintRequest:
    """What a member writes at a step, with accepted papers of the case; ``sent_by`` is who sent it."""

    step: ComplaintStep
    text: str = field(repr=False)
    document_ids: tuple[DocumentId, ...] = ()
    sent_by: FactRole = "member"


def complain(
    claim: Claim,
    earlier: Sequence[Complaint],
    request: ComplaintRequest,
    calendar: WorkCalendar,
    at: datetime,
) -> tuple[Claim, Complaint]:
    """Returns the claim and its new complaint about the denial in force.

    ``earlier`` are the complaints of the claim. A step opens when the one before was answered, or was not
    answered in time. Raises ``NothingRefused``, ``StepOutOfOrder``, ``ComplaintTooLate``.
    """
    denial = must_be_denied(claim)
    must_be_next(request.step, claim.complaints)
    pending = next(
        (known for known in about(denial, earlier) if known.is_open and not known.is_late(at)), None
    )
    if pending:
        raise StepOutOfOrder(nextStep=request.step, waitsForAnswerTo=pending.step)
    last = last_day(claim, denial)
    if local_day(at, claim.country) > last:
        raise ComplaintTooLate(lastDay=last.isoformat())
    made = Complaint(
        complaint_id=id_of(claim.claim_id, denial.decided_at, request.step),
        claim_id=claim.claim_id,
        payer=claim.payer,
        person_id=claim.person_id,
        step=request.step,
        made_at=at,
        denied_at=denial.decided_at,
        round=claim.round,
        text=request.text,
        sent_by=request.sent_by,
        document_ids=request.document_ids,
        due_at=due_at(request.step, calendar, at),
    )
    after = replace(claim, version=claim.version + 1, complaints=(*claim.complaints, request.step))
    return after, made


def must_be_denied(claim: Claim) -> Determination:
    """Returns the denial in force. Raises ``NothingRefused``."""
    if claim.status != "denied" or claim.decision is None:
        raise NothingRefused()
    return claim.decision


def must_be_ready_for_board(
    claim: Claim, complaints: Sequence[Complaint], at: datetime
) -> tuple[Determination, list[Complaint]]:
    """Returns the denial in force and the complaints about it, once our own steps are over.

    Raises ``NothingRefused``, ``StepOutOfOrder`` while one of our steps is left or has time to be answered.
    """
    denial = must_be_denied(claim)
    own = about(denial, complaints)
    taken = [known.step for known in own if not known.is_open or known.is_late(at) or known.step == "board"]
    if (following := next_step(taken)) not in ("board", None):
        raise StepOutOfOrder(nextStep=following)
    return denial, own


def about(denial: Determination, complaints: Sequence[Complaint]) -> list[Complaint]:
    """Returns those of the complaints that are about this denial, in the order of their steps."""
    return [known for known in complaints if known.denied_at == denial.decided_at]


def last_day(claim: Claim, denial: Determination) -> date:
    """Returns the last day to take the next step: so many months after the last no, by the payer's country.

    The last no is the denial or, after a step, its answer. The source is in the country's profile.
    """
    said = claim.complaint_answered_at or denial.decided_at
    return add_months(local_day(said, claim.country), profile(claim.payer_country).complaint_months)


def due_at(step: ComplaintStep, calendar: WorkCalendar, at: datetime) -> datetime | None:
    """Returns by when we answer; None for the board, which takes its own time."""
    if step == "board":
        return None
    return calendar.end_of(calendar.working_days_after(calendar.day_of(at), ANSWERED_WITHIN))


def id_of(claim_id: ClaimId, denied_at: datetime, step: ComplaintStep) -> ComplaintId:
    """Returns the id of the complaint at a step about a denial: there is one, however often it is sent."""
    seed = f"complaint:{claim_id}:{denied_at.isoformat()}:{step}"
    return ComplaintId(ids.within("cpl", claim_id, hashlib.sha256(seed.encode()).digest()))


def with_answer(claim: Claim, at: datetime) -> Claim:
    """Returns the claim whose denial stands after an answer; the next step may be taken from now on."""
    return replace(claim, version=claim.version + 1, complaint_answered_at=at)
