"""Extension (forlængelse): more sessions, or more time, under a guarantee that stands (F1-25, F4-34, F0-26).

A member asks for it on the case, a clinic with its professional reason; a caseworker decides. An approval
extends the guarantee in place, in the same commit: its number and case reference stay.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any, Literal

from helsebro import ids
from helsebro.claims.claim import Claim
from helsebro.coverage.answer import Answer
from helsebro.errors import BadInput, Fault, Refused
from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import ClaimId, ClinicId, DocumentId, ExtensionId, GuaranteeId, PersonId
from helsebro.local_day import local_day
from helsebro.tasks.determination import Determination
from helsebro.tasks.staff_decision import (
    LONGEST,
    MOST_SESSIONS,
    PRICE_IS_FOR_CLAIMS,
    GrantedSessions,
    StaffDecision,
)

Status = Literal["received", "in-review", "approved", "denied"]
CRISIS = "crisis-help"


class NotExtendable(Refused):
    """Crisis help is never extended (F1-14, F1-26)."""

    code = "not-extendable"


class NothingToExtend(Refused):
    """There is no guarantee yet, or it was revoked."""

    code = "nothing-to-extend"


class MembersToAsk(Refused):
    """After the guarantee has expired it is the member who asks for more, not the clinic (F0-26)."""

    code = "extension-is-the-members-to-ask"


@dataclass(frozen=True)
class Wish:
    """What is asked for and why; ``sessions`` is None for "as many as it takes", or just more time."""

    reason: str = field(repr=False)
    sessions: int | None = None
    document_ids: tuple[DocumentId, ...] = ()


@dataclass(frozen=True)
class Extension:
    """``sessions`` are the further ones, ``reason`` the asker's own words.

    ``clinic_id`` is there when a clinic asked. ``country`` names the time zone of its days. ``question`` is
    what the caseworker asked the member meanwhile. ``told_at`` is when the extended guarantee's paper was
    there and its clinic was told.
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
    status: Status = "received"
    version: int = 1
    question: str | None = None
    decision: Determination | None = None
    told_at: datetime | None = None

    def named(self) -> dict[str, str]:
        """The ids that events and tasks about it hold."""
        return {
            "extensionId": self.extension_id,
            "guaranteeId": self.guarantee_id,
            "claimId": self.claim_id,
        }

    def reviewed(self) -> Extension:
        """Somebody looks at it now."""
        return self._changed(status="in-review")

    def asked(self, question: str) -> Extension:
        """The caseworker asked the member something; the review goes on (F4-08)."""
        return self._changed(question=question)

    def decided(
        self, decision: StaffDecision, answer: Answer | None, guarantee: Guarantee
    ) -> tuple[Extension, Guarantee]:
        """Approved or denied, with the engine's trail; and the guarantee, extended where it is approved.

        Raises ``BadInput`` with every fault, ``NothingToExtend`` for an approval after a revocation.
        """
        faults = self._faults(decision, guarantee)
        if faults:
            raise BadInput(faults)
        if decision.decision == "approve" and guarantee.status == "revoked":
            raise NothingToExtend()
        outcome: Status = "approved" if decision.decision == "approve" else "denied"
        grant = _frame(decision.grant, guarantee) if outcome == "approved" and decision.grant else None
        made = Determination.of(replace(decision, grant=grant), answer).with_what_would_turn(answer)
        after = self._changed(status=outcome, decision=made)
        return after, _extended(guarantee, decision)

    def told(self, at: datetime) -> Extension:
        """The new paper is there, and the clinic is told."""
        return self._changed(told_at=at)

    def _faults(self, decision: StaffDecision, guarantee: Guarantee) -> list[Fault]:
        found = [Fault("/approved", "approved-is-for-refunds", "")] if decision.approved else []
        if decision.decision == "approve":
            today = local_day(decision.at, self.country)
            found += _grant_faults(decision.grant, guarantee, today) if decision.grant else [GRANT_MISSING]
        return found

    def _changed(self, **changes: Any) -> Extension:
        return replace(self, version=self.version + 1, **changes)


GRANT_MISSING = Fault("/grant", "grant-missing", "")


def by_member(
    claim: Claim, guarantees: Sequence[Guarantee], wish: Wish, at: datetime, randomness: bytes
) -> Extension:
    """What a member asks for on a case: of its newest guarantee, expired or not (F0-26, F4-34).

    Raises ``NotExtendable``, ``NothingToExtend``.
    """
    if claim.treatment_type == CRISIS:
        raise NotExtendable()
    standing = [one for one in guarantees if one.status != "revoked"]
    if not standing:
        raise NothingToExtend()
    return _asked(standing[-1], wish, at, randomness)


def by_clinic(
    guarantee: Guarantee, wish: Wish, clinic_id: ClinicId, at: datetime, randomness: bytes
) -> Extension:
    """What a clinic asks for a client (F1-25). Raises ``NotExtendable``, ``NothingToExtend``,
    ``MembersToAsk``.
    """
    if guarantee.status == "revoked":
        raise NothingToExtend()
    if guarantee.treatment != CRISIS and local_day(at, guarantee.country) > guarantee.valid_until:
        raise MembersToAsk()
    return replace(_asked(guarantee, wish, at, randomness), asked_by="clinic", clinic_id=clinic_id)


def _asked(guarantee: Guarantee, wish: Wish, at: datetime, randomness: bytes) -> Extension:
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
        reason=wish.reason,
        sessions=wish.sessions,
        document_ids=wish.document_ids,
    )


def _extended(guarantee: Guarantee, decision: StaffDecision) -> Guarantee:
    if decision.decision != "approve" or decision.grant is None:
        return guarantee
    until = decision.grant.valid_until or guarantee.valid_until
    return guarantee.extend(decision.grant.sessions, until, decision.at)


def _frame(grant: GrantedSessions, guarantee: Guarantee) -> GrantedSessions:
    """What an approval gives: the sessions on top, and the last day that counts from now on."""
    return GrantedSessions(grant.sessions, grant.valid_until or guarantee.valid_until)


def _grant_faults(grant: GrantedSessions, guarantee: Guarantee, today: date) -> list[Fault]:
    """What keeps a guarantee from being extended by a grant: neither more nor longer, too much, elsewhere."""
    found = []
    if not 0 <= grant.sessions <= MOST_SESSIONS:
        found.append(Fault("/grant/sessions", "extension-sessions-out-of-range", f"0–{MOST_SESSIONS}"))
    until = grant.valid_until or guarantee.valid_until
    if until <= today:
        code = "grant-ends-too-early" if grant.valid_until else "missing"
        found.append(Fault("/grant/validUntil", code, ""))
    elif until > max(today + LONGEST, guarantee.valid_until):
        found.append(Fault("/grant/validUntil", "grant-ends-too-late", ""))
    elif until < guarantee.valid_until:
        found.append(Fault("/grant/validUntil", "extension-ends-before-the-guarantee", ""))
    elif not grant.sessions and until == guarantee.valid_until:
        found.append(Fault("/grant/sessions", "nothing-extended", ""))
    if grant.per_session:
        found.append(PRICE_IS_FOR_CLAIMS)
    places = (
        ("clinicId", grant.clinic_id, guarantee.clinic_id),
        ("practitionerId", grant.practitioner_id, guarantee.practitioner_id),
    )
    elsewhere = (name for name, given, known in places if given and given != known)
    return [*found, *(Fault(f"/grant/{name}", "extension-keeps-its-place", "") for name in elsewhere)]
