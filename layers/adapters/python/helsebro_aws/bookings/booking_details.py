"""What a clinic needs to treat and be paid, returned only with the booking (F2-03, F2-08, F2-11)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from helsebro.bookings import purpose
from helsebro.bookings.booking import Booking
from helsebro.bookings.place_in_course import places_by_day
from helsebro.caller import Caller
from helsebro.claims.claim import Claim
from helsebro.claims.consenting.passing_on import passes_on, state_at
from helsebro.errors import NotFound
from helsebro.guarantees.guarantee import Guarantee
from helsebro.local_day import local_day
from helsebro_aws.bookings.booked_clinics import client_here
from helsebro_aws.bookings.dynamo_bookings import DynamoBookings
from helsebro_aws.dynamodb.record import to_item
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees
from helsebro_aws.guarantees.matching.matched_client import ReachedBy, ReachedByOf
from helsebro_aws.guarantees.matching.treated_problem import problem_of
from helsebro_aws.platform import clock
from helsebro_aws.policies.dynamo_insured import DynamoPeople
from helsebro_aws.policies.dynamo_payers import DynamoPayers

if TYPE_CHECKING:
    from helsebro_aws.bookings.booking_details_answer import (
        BookedGuaranteeAnswer,
        ClientAnswer,
        ClientContactAnswer,
    )

FNR_DIGITS = 11


class BookingDetails:
    """Returns the details of bookings for the clinic that treats.

    ``reached_by`` returns how a client is reached.
    """

    def __init__(self, reached_by: ReachedByOf, on: Tables = tables) -> None:
        self.reached_by, self.tables = reached_by, on
        self.people = DynamoPeople(on)
        self.payers = DynamoPayers(on)
        self.guarantees = DynamoGuarantees(on)
        self.bookings = DynamoBookings(on)

    def of(self, booking: Booking, claim: Claim, caller: Caller) -> dict[str, Any]:
        """Returns client, problem, insurer, guarantee and invoice address, for a caller of the clinic.

        Client and problem are left out unless the consent to pass them on is in force (F4-12, F4-15), and
        once the clinic no longer needs them (``bookings.purpose``).
        """
        guarantee = self.guarantees.find(booking.guarantee_id)
        counted = client_here(guarantee, caller, self.tables).counted
        payer = self.payers.find(booking.payer)
        scheme, number = guarantee.payer_endpoint
        details: dict[str, Any] = {
            "consent": state_at(claim, booking.clinic_id),
            "insurer": {"payer": payer.slug, "name": payer.name, "contact": to_item(guarantee.contact)},
            "guarantee": _guarantee(counted, booking, self._place(booking, guarantee)),
            "invoice": {
                "endpoint": {"scheme": scheme, "id": number},
                "orderReference": guarantee.number,
                "buyerReference": guarantee.case_reference,
                "bookingId": booking.booking_id,
            },
        }
        if not self._is_needed(booking, guarantee):
            details["purposeEnded"] = True
        elif passes_on(claim, booking.clinic_id):
            details |= {"client": self._client(claim), "problem": problem_of(claim)}
        return details

    def owed_for(self, booking: Booking) -> dict[str, Any]:
        """Returns what the member pays the clinic for times that were missed or given up too late (F0-28)."""
        services = tuple(owed.service for owed in booking.owed_times)
        if not services:
            return {}
        guarantee = self.guarantees.find(booking.guarantee_id)
        owed = guarantee.price_of_all(services, self._place(booking, guarantee))
        return {"memberPays": to_item(owed)} if owed else {}

    def _place(self, booking: Booking, guarantee: Guarantee) -> int:
        """Returns the booking's place in its course, which is read only where the price hangs on it."""
        if not guarantee.priced_apart:
            return 1
        stored = self.bookings.of_guarantee(booking.guarantee_id)
        others = (each for each in stored if each.booking_id != booking.booking_id)
        return places_by_day([*others, booking]).get(booking.booking_id, 1)

    def _is_needed(self, booking: Booking, guarantee: Guarantee) -> bool:
        today = local_day(clock.now(), booking.country)
        # The other bookings of the course are read only where this one alone does not answer it.
        if purpose.serves([booking], guarantee.treatment, today):
            return True
        course = self.bookings.of_guarantee(booking.guarantee_id)
        here = [each for each in course if each.clinic_id == booking.clinic_id]
        return purpose.serves(here, guarantee.treatment, today)

    def _client(self, claim: Claim) -> ClientAnswer:
        places = self.people.insured(claim.payer, claim.person_id)
        if not places:
            raise NotFound()
        own = next((place for place in places if place.policy_id == claim.policy_id), places[0])
        number = self.people.national_number(claim.payer, claim.person_id)
        client: ClientAnswer = {
            "name": own.name,
            "bornOn": own.born_on.isoformat(),
            "contact": _contact(self.reached_by(claim, places)),
        }
        if len(number) == FNR_DIGITS:
            client["fnr"] = number
        else:
            client["cpr"] = number
        return client


def _contact(reached: ReachedBy) -> ClientContactAnswer:
    if not (reached.phone or reached.email):
        return {}
    contact: ClientContactAnswer = to_item({"of": reached.of, "email": reached.email, "phone": reached.phone})
    return contact


def _guarantee(guarantee: Guarantee, booking: Booking, place: int) -> BookedGuaranteeAnswer:
    """Returns a guarantee with the sessions that the clinic may count: a past one knows of its own only."""
    shown: BookedGuaranteeAnswer = to_item(
        {
            "guaranteeId": guarantee.guarantee_id,
            "number": guarantee.number,
            "caseReference": guarantee.case_reference,
            "status": guarantee.status_on(booking.on),
            "treatment": guarantee.treatment,
            "sessionsGranted": guarantee.sessions_granted,
            "sessionsBooked": guarantee.sessions_booked,
            "sessionsUsed": guarantee.sessions_used,
            "validFrom": guarantee.valid_from,
            "validUntil": guarantee.valid_until,
            "fee": guarantee.price_of(booking.service, place),
        }
    )
    return shown
