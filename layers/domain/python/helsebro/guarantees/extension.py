"""Extension (forlængelse): more sessions, or more time, under a guarantee (F1-25, F4-34, F0-26).

A member asks for it on the case, or a clinic with its professional reason; a caseworker decides. An approval
changes the guarantee itself, in the same commit; its number and case reference stay.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any, Literal

from helsebro import ids
from helsebro.claims.claim import Claim
from helsebro.claims.explained.decided_clause import with_clause
from helsebro.claims.explained.denied_clause import clause_faults
from helsebro.claims.facts.case_fact import FactRole, MemberReply
from helsebro.coverage.answer import Answer
from helsebro.errors import BadInput, Fault, Refused
from helsebro.guarantees.guarantee import Guarantee
from helsebro.guarantees.prices.extension_price import price_faults
from helsebro.ids import ClaimId, ClinicId, DocumentId, ExtensionId, GuaranteeId, PersonId
from helsebro.local_day import local_day
from helsebro.tasks.determination import Determination
from helsebro.tasks.last_day import last_day, last_day_faults, last_day_once_begun
from helsebro.tasks.staff_decision import (
    LONGEST,
    MOST_SESSIONS,
    GrantedSessions,
    StaffDecision,
)

ExtensionStatus = Literal["received", "in-review", "approved", "denied"]
CRISIS = "crisis-help"
MOST_ASKED = 20
"""How often more may be asked for under one guarantee: each time staff decide, and a list shows it."""


class NotExtendable(Refused):
    """Crisis help cannot be extended (F1-14, F1-26)."""

    code = "not-extendable"


class CoverIsOver(Refused):
    """A rule ended the cover of the case on a day that is past: nothing can be granted after it (R-791)."""

    code = "cover-is-over"


class NothingToExtend(Refused):
    """The case has no guarantee, or it was revoked."""

    code = "nothing-to-extend"


class TooManyExtensions(Refused):
    """The member and the clinic have asked ``MOST_ASKED`` times under one guarantee."""

    code = "too-many-extensions"


class OnlyMemberMayAsk(Refused):
    """After the guarantee has expired only the member may ask for more, not the clinic (F0-26)."""

    code = "extension-is-the-members-to-ask"


@dataclass(frozen=True)
class ExtensionRequest:
    """What is asked for and why; ``sessions`` is None for an open number of sessions, or for more time.

    ``sent_by`` is the role of who sent it for the member, such as a caseworker on the phone. ``achieved`` is
    what the clinic says that the treatment has achieved so far (F1-25).
    """

    reason: str = field(repr=False)
    sessions: int | None = None
    document_ids: tuple[DocumentId, ...] = ()
    sent_by: FactRole = "member"
    achieved: str | None = field(default=None, repr=False)


@dataclass(frozen=True)
class Extension:
    """``sessions`` is the number of further sessions, ``reason`` the text of who asked, with what was
    ``achieved`` so far.

    ``clinic_id`` is set when a clinic asked, else ``sent_by``: the role of who sent it for the member.
    ``country`` gives the time zone of its days. ``question`` is what the caseworker asked the member during
    the review, until it is answered; ``replies`` are the answers, each with its question. ``told_at`` is when
    the new paper of the extended guarantee was stored and its clinic notified.
    """

    extension_id: ExtensionId
    claim_id: ClaimId
    guarantee_id: GuaranteeId
    payer: str
    person_id: PersonId
    country: str
    asked_by: Literal["member", "clinic"]
    requested_at: datetime
    reason: str = field(repr=False)
    sessions: int | None = None
    document_ids: tuple[DocumentId, ...] = ()
    clinic_id: ClinicId | None = None
    status: ExtensionStatus = "received"
    version: int = 1
    question: str | None = None
    replies: tuple[MemberReply, ...] = ()
    decision: Determination | None = None
    told_at: datetime | None = None
    sent_by: FactRole | None = None
    asked_at: datetime | None = None
    achieved: str | None = field(default=None, repr=False)

    def named(self) -> dict[str, str]:
        """Returns the ids that events about it contain."""
        return {
            "extensionId": self.extension_id,
            "guaranteeId": self.guarantee_id,
            "claimId": self.claim_id,
        }

    def reviewed(self) -> Extension:
        """Returns the extension in review."""
        return self._changed(status="in-review")

    def asked(self, question: str, at: datetime) -> Extension:
        """Returns the extension with the caseworker's question to the member; it stays in review (F4-08)."""
        return self._changed(question=question, asked_at=at)

    def answered(
        self, text: str, at: datetime, by: FactRole, document_id: DocumentId | None = None
    ) -> Extension:
        """Returns the extension with the member's answer, in words or by a paper; it closes the question."""
        reply = MemberReply(
            self.question or "", text, at, by, document_id=document_id, asked_at=self.asked_at
        )
        return self._changed(question=None, replies=(*self.replies, reply))

    def decided(
        self, decision: StaffDecision, answer: Answer | None, guarantee: Guarantee
    ) -> tuple[Extension, Guarantee]:
        """Returns the extension approved or denied, with the engine's trail, and the guarantee.

        An approval extends the guarantee. Raises ``BadInput`` with every fault, ``NothingToExtend`` for an
        approval after the guarantee was revoked.
        """
        faults = self._faults(decision, answer, guarantee)
        if faults:
            raise BadInput(faults)
        if decision.decision == "approve" and guarantee.status == "revoked":
            raise NothingToExtend()
        outcome: ExtensionStatus = "approved" if decision.decision == "approve" else "denied"
        grant = (
            _with_last_day(decision.grant, guarantee) if outcome == "approved" and decision.grant else None
        )
        made = Determination.of(replace(decision, grant=grant), answer).with_what_would_turn(answer)
        after = self._changed(status=outcome, decision=with_clause(made))
        return after, _extended(guarantee, decision)

    def notified(self, at: datetime) -> Extension:
        """Returns the extension after its new paper was stored and the clinic notified."""
        return self._changed(told_at=at)

    def _faults(self, decision: StaffDecision, answer: Answer | None, guarantee: Guarantee) -> list[Fault]:
        found = decision.faults_in_words
        found += [Fault("/approved", "approved-is-for-refunds", "")] if decision.approved else []
        if decision.decision == "approve":
            today = local_day(decision.at, self.country)
            found += _grant_faults(decision.grant, guarantee, today) if decision.grant else [GRANT_MISSING]
            if decision.grant and answer:
                # More sessions alone are granted until the guarantee's own last day.
                until = decision.grant.valid_until or guarantee.valid_until
                found += last_day_faults(until, last_day(answer.trail))
            if decision.grant:
                found += price_faults(decision.grant, guarantee, answer)
        return decision.faults_beside([*found, *clause_faults(decision, answer)])

    def _changed(self, **changes: Any) -> Extension:
        return replace(self, version=self.version + 1, **changes)


GRANT_MISSING = Fault("/grant", "grant-missing", "")


def refusal_of(claim: Claim, guarantees: Sequence[Guarantee], today: date) -> Refused | None:
    """Returns why no grant of an approved case can be extended; None when it can.

    What the member is offered as a next step, and what is refused, are the same. ``guarantees`` are those of
    the case: months that count from the first session begin with theirs (R-791).
    """
    if claim.treatment_type == CRISIS:
        return NotExtendable()
    begun_on = min((known.begun_on for known in guarantees if known.begun_on), default=None)
    last = last_day_once_begun(claim.decision.trail, begun_on) if claim.decision else None
    return CoverIsOver(day=last.day.isoformat(), clause=last.clause) if last and last.day < today else None


def by_member(
    claim: Claim, guarantees: Sequence[Guarantee], request: ExtensionRequest, at: datetime, randomness: bytes
) -> Extension:
    """Returns a member's extension of the newest guarantee of a case, expired or not (F0-26, F4-34).

    Raises ``NotExtendable``, ``CoverIsOver``, ``NothingToExtend``.
    """
    refusal = refusal_of(claim, guarantees, local_day(at, claim.country))
    if refusal:
        raise refusal
    extendable = [guarantee for guarantee in guarantees if guarantee.status != "revoked"]
    if not extendable:
        raise NothingToExtend()
    return replace(_asked(extendable[-1], request, at, randomness), sent_by=request.sent_by)


def by_clinic(
    claim: Claim,
    guarantee: Guarantee,
    request: ExtensionRequest,
    clinic_id: ClinicId,
    at: datetime,
    randomness: bytes,
) -> Extension:
    """Returns an extension that a clinic asks for (F1-25).

    Raises ``NotExtendable``, ``CoverIsOver``, ``NothingToExtend``, ``OnlyMemberMayAsk``.
    """
    today = local_day(at, guarantee.country)
    if guarantee.status == "revoked":
        raise NothingToExtend()
    if guarantee.treatment != CRISIS and today > guarantee.valid_until:
        raise OnlyMemberMayAsk()
    if refusal := refusal_of(claim, [guarantee], today):
        raise refusal
    return replace(_asked(guarantee, request, at, randomness), asked_by="clinic", clinic_id=clinic_id)


def _asked(guarantee: Guarantee, request: ExtensionRequest, at: datetime, randomness: bytes) -> Extension:
    if guarantee.treatment == CRISIS:
        raise NotExtendable()
    return Extension(
        extension_id=ExtensionId(ids.within("ext", guarantee.guarantee_id, randomness)),
        claim_id=guarantee.claim_id,
        guarantee_id=guarantee.guarantee_id,
        payer=guarantee.payer,
        person_id=guarantee.person_id,
        country=guarantee.country,
        asked_by="member",
        requested_at=at,
        reason=request.reason,
        sessions=request.sessions,
        document_ids=request.document_ids,
        achieved=request.achieved,
    )


def _extended(guarantee: Guarantee, decision: StaffDecision) -> Guarantee:
    grant = decision.granted
    if grant is None:
        return guarantee
    until = grant.valid_until or guarantee.valid_until
    return guarantee.extend(grant.sessions, until, decision.at, grant.per_session)


def _with_last_day(grant: GrantedSessions, guarantee: Guarantee) -> GrantedSessions:
    """Returns the granted sessions with the guarantee's last day after the extension."""
    until = grant.valid_until or guarantee.valid_until
    return GrantedSessions(grant.sessions, until, per_session=grant.per_session)


def _grant_faults(grant: GrantedSessions, guarantee: Guarantee, today: date) -> list[Fault]:
    """Returns the faults of a grant that extends nothing, grants too much, or names another clinic."""
    found = []
    if not 0 <= grant.sessions <= MOST_SESSIONS:
        found.append(Fault("/grant/sessions", "extension-sessions-out-of-range", f"0–{MOST_SESSIONS}"))
    until = grant.valid_until or guarantee.valid_until
    if until <= today:
        found.append(
            Fault("/grant/validUntil", "grant-ends-too-early" if grant.valid_until else "missing", "")
        )
    elif until > max(today + LONGEST, guarantee.valid_until):
        found.append(Fault("/grant/validUntil", "grant-ends-too-late", ""))
    elif until < guarantee.valid_until:
        found.append(Fault("/grant/validUntil", "extension-ends-before-the-guarantee", ""))
    elif not grant.sessions and until == guarantee.valid_until:
        found.append(Fault("/grant/sessions", "nothing-extended", ""))
    providers = (
        ("clinicId", grant.clinic_id, guarantee.clinic_id),
        ("practitionerId", grant.practitioner_id, guarantee.practitioner_id),
    )
    others = (name for name, given, known in providers if given and given != known)
    return [*found, *(Fault(f"/grant/{name}", "extension-keeps-its-place", "") for name in others)]
