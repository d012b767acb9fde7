"""Every webhook to a clinic that can be played: what must happen first, and the step that causes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Any

from helsebro import events
from local.bank.small_bank import debits
from local.clinic.bill import OTHER_ACCOUNT, OWN_ACCOUNT
from local.clinic.clinic_system import ClinicSystem
from local.clinic.ubl import Payment
from local.journey import benefits, insurance, treatment
from local.journey.payment import PlayedPayment
from local.journey.people import StackAddresses, User, Users, new_cpr
from local.journey.steps import Journey, StepFailed, until
from local.journey.todays_slot import todays_slot

TOO_DEAR = Decimal(4000)
"""A price above the agreed fee, so that the invoice is rejected."""


@dataclass(frozen=True)
class PlayedCase:
    """A new member's case at the demo clinic; each part is played when an event first needs it."""

    stack: StackAddresses
    journey: Journey
    sessions: int = 3
    users: Users = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "users", Users(self.stack))

    @cached_property
    def clinic(self) -> ClinicSystem:
        """The demo clinic's system."""
        return self.stack.clinic_system()

    @cached_property
    def member(self) -> User:
        """A newly insured member."""
        policy_id = insurance.open_payer(self.journey, self.users)
        return insurance.insure(self.journey, self.users, policy_id, new_cpr())

    @cached_property
    def claim_id(self) -> str:
        """A claim with consent and an accepted referral."""
        claim_id = insurance.report(self.journey, self.member)
        insurance.consent_and_upload(self.journey, self.member, claim_id)
        return claim_id

    @cached_property
    def guarantee_id(self) -> str:
        """A guarantee of so many sessions at the demo clinic."""
        clinic_id = self.stack.clinic_id
        found = insurance.approve(self.journey, self.users, self.claim_id, clinic_id, self.sessions)
        return str(found["guaranteeId"])

    @cached_property
    def booking(self) -> dict[str, Any]:
        """A booked session, of today so that it can be reported as held."""
        guarantee_id = self.guarantee_id
        treatment.publish_slots(self.journey, self.clinic, self.stack.practitioner_key)
        slot = todays_slot(self.journey, self.stack, self.member)
        return treatment.book_slot(self.journey, self.stack, self.member, guarantee_id, slot)

    def invoice(self, kind: str, price: Decimal | None, payment: Payment = OWN_ACCOUNT) -> str:
        """Holds the booked session and sends its invoice; returns the invoice's id."""
        treatment.hold(self.journey, self.stack, self.clinic, self.booking)
        return treatment.send_invoice(
            self.journey, self.stack, self.clinic, self.booking, kind, price, payment
        )


Ids = Mapping[str, str]
"""The ids in the data of an event that tell it from others of its type."""


def _extended(case: PlayedCase) -> Ids:
    benefits.extend(case.journey, case.users, case.member, case.claim_id, case.guarantee_id)
    return {"guaranteeId": case.guarantee_id}


def _more_denied(case: PlayedCase) -> Ids:
    return {"extensionId": benefits.deny_more(case.journey, case.users, case.guarantee_id)}


def _revoked(case: PlayedCase) -> Ids:
    benefits.revoke(case.journey, case.users, case.member, case.guarantee_id)
    return {"guaranteeId": case.guarantee_id}


def _rescheduled(case: PlayedCase) -> Ids:
    treatment.move(case.journey, case.stack, case.member, case.booking)
    return {"bookingId": case.booking["bookingId"]}


def _cancelled(case: PlayedCase) -> Ids:
    treatment.cancel(case.journey, case.member, case.booking)
    return {"bookingId": case.booking["bookingId"]}


def _withdrawn(case: PlayedCase) -> Ids:
    assert case.guarantee_id, "a clinic is notified only when it has a guarantee of the case"
    answer = case.member.delete(f"/v1/claims/{case.claim_id}/consent")
    case.journey.step("the member withdraws the consent", answer, 200)
    return {"claimId": case.claim_id}


def _match_ended(case: PlayedCase) -> Ids:
    path = f"/v1/guarantees/{case.guarantee_id}/match/decline"
    answer = case.clinic.send("POST", path, b'{"reason": "no-capacity"}')
    assert answer.status == 200, f"the clinic could not decline: {answer.status}"
    return {"guaranteeId": case.guarantee_id}


def _paid(case: PlayedCase) -> Ids:
    ids = {"invoiceId": case.invoice("invoice.accepted", None)}
    payment = PlayedPayment.of(case.users, ids)
    payment.says(debits(payment.file, case.stack.clock.today()))
    return ids


PLAYS: Mapping[str, Callable[[PlayedCase], Ids]] = {
    "guarantee.issued": lambda case: {"guaranteeId": case.guarantee_id},
    "guarantee.extended": _extended,
    "guarantee.extension-denied": _more_denied,
    "guarantee.revoked": _revoked,
    "booking.created": lambda case: {"bookingId": case.booking["bookingId"]},
    "booking.rescheduled": _rescheduled,
    "booking.cancelled": _cancelled,
    "consent.withdrawn": _withdrawn,
    "match.ended": _match_ended,
    "invoice.accepted": lambda case: {"invoiceId": case.invoice("invoice.accepted", None)},
    "invoice.in-review": lambda case: {"invoiceId": case.invoice("invoice.in-review", None, OTHER_ACCOUNT)},
    "invoice.rejected": lambda case: {"invoiceId": case.invoice("invoice.rejected", TOO_DEAR)},
    "payment.sent": _paid,
}
BY_TIME: Mapping[str, str] = {"contact.due": "a client was not contacted for most of a day"}
"""Types that need no play but time: type → when it comes."""
NOT_YET = events.NOT_SENT_YET


def play(type_: str, case: PlayedCase) -> dict[str, Any]:
    """Plays what the event needs, and returns it as the clinic's system has received it.

    Raises ``StepFailed``, and ``KeyError`` for a type without a play.
    """
    try:
        ids = PLAYS[type_](case)
    except AssertionError as failed:
        raise StepFailed(f"{type_} cannot be played: {failed}") from failed
    return until(type_, lambda: treatment.received(case.stack, type_, **ids))
