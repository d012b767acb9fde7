"""What the lists are about: a member with a case, and a clinic with a practitioner."""

from __future__ import annotations

import secrets
from dataclasses import replace
from datetime import timedelta
from functools import cached_property
from typing import Any

from helsebro import ids
from helsebro.bookings.booking import Booking
from helsebro.bookings.waitlist.entry import WaitlistEntry
from helsebro.claims.claim import Claim
from helsebro.ids import BookingId, ClaimId, ClinicId, PersonId, PolicyId, PractitionerId, ThreadId
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.dynamodb.keys import case_partition
from tests.builders.calls import event, signed, staff
from tests.builders.claims import claim_of
from tests.builders.messages.threads import BEFORE_A_CASE, written
from tests.builders.network import SECRET, Stage, book, guarantee_of, staged
from tests.builders.policies import insured_of, payer_of, policy_of

CASEWORKER = staff("caseworker", payer="tryg")


def new_claim_id() -> ClaimId:
    """Returns the id of another claim of the payer."""
    return ClaimId(ids.mint("clm", "tryg", secrets.token_bytes(10)))


def get(url: str, *roles: str) -> dict[str, Any]:
    """Returns the call of staff of the payer, by default a caseworker."""
    return event("GET", url, by=staff(*(roles or ("caseworker",)), payer="tryg"))


class ListStage:
    """Each part is made when a list first needs it."""

    @cached_property
    def payer(self) -> str:
        return payer_of()

    @cached_property
    def policy_id(self) -> PolicyId:
        return policy_of(self.payer)

    def registered(self, call: dict[str, Any]) -> dict[str, Any]:
        """Returns a call of staff whose payer is registered."""
        assert self.payer
        return call

    @cached_property
    def person_id(self) -> PersonId:
        return insured_of(self.policy_id)

    @cached_property
    def claim(self) -> Claim:
        """A claim that waits for the member."""
        assert self.person_id
        return DynamoClaims().find(claim_of())

    @cached_property
    def enquiry_id(self) -> ThreadId:
        """An enquiry of the member, with one message."""
        assert self.person_id
        root = ids.claim_of(written(BEFORE_A_CASE))
        return ThreadId(f"enq_{root.removeprefix('clm_')}")

    @property
    def claim_url(self) -> str:
        return f"/v1/claims/{self.claim.claim_id}"

    @property
    def case(self) -> str:
        """The partition of the claim."""
        return case_partition(self.claim.claim_id)

    @cached_property
    def clinic(self) -> Stage:
        """A clinic with a practitioner of physiotherapy."""
        return staged()

    @property
    def clinic_id(self) -> ClinicId:
        return self.clinic.clinic_id

    @property
    def practitioner_id(self) -> PractitionerId:
        return self.clinic.practitioner_id

    @cached_property
    def booking(self) -> Booking:
        """A booking of the member at the clinic."""
        from helsebro_aws.bookings.dynamo_bookings import DynamoBookings

        assert self.person_id
        answer = book(guarantee_of(), self.clinic.free_slot())
        assert answer.status == 201, answer.body
        return DynamoBookings().find(BookingId(answer.body["bookingId"]))

    @cached_property
    def waitlist_entry(self) -> WaitlistEntry:
        """An entry of the member on the waitlist."""
        from tests.builders.clinics.waitlist import entry_of, waiting

        assert self.person_id
        return entry_of(waiting(self.clinic, guarantee_of()))

    def elsewhere(self, number: int) -> Booking:
        """Returns a later booking of the same member at another clinic."""
        booking_id = ids.within("bkg", self.booking.claim_id, number.to_bytes(6, "big"))
        later = timedelta(minutes=number + 1)
        return replace(
            self.booking,
            booking_id=BookingId(booking_id),
            clinic_id=ClinicId("cli_other"),
            starts_at=self.booking.starts_at + later,
            booked_at=self.booking.booked_at + later,
        )

    def by_clinic(self, url: str) -> dict[str, Any]:
        """Returns the call of the clinic's system."""
        return signed("GET", url, clinic_id=self.clinic_id, secret=SECRET)
