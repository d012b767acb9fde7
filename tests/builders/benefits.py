"""Benefit ledgers for tests: their content, and the bookings they count."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from helsebro import ids
from helsebro.benefits.ledger import Ledger
from helsebro.bookings.booking import Booking
from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import BookingId, ClinicId, GuaranteeId, PersonId, PractitionerId, SlotId
from helsebro_aws.benefits.dynamo_benefits import DynamoBenefits
from helsebro_aws.bookings.dynamo_bookings import booking_item
from helsebro_aws.dynamodb.tables import Put, tables
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees
from helsebro_aws.platform import clock
from tests.builders.domain.benefit_totals import totals


def ledger_of(person_id: PersonId, payer: str = "tryg") -> Ledger:
    """Returns a person's stored ledger."""
    return DynamoBenefits().ledger(payer, person_id)


def sessions(ledger: Ledger) -> list[tuple[int, int, int]]:
    """Returns the reserved, used and released sessions of each line."""
    return [(line.reserved, line.used, line.released) for line in totals(ledger)]


def guarantee_of(guarantee_id: GuaranteeId) -> Guarantee:
    """Returns the stored guarantee."""
    return DynamoGuarantees().find(guarantee_id)


def book(guarantee: Guarantee, status: Any, on: date, clinic_id: ClinicId = ClinicId("cli_a")) -> Booking:
    """Stores a booking under the guarantee."""
    starts_at = datetime(on.year, on.month, on.day, 11, tzinfo=UTC)
    booking = Booking(
        booking_id=BookingId(ids.within("bkg", guarantee.guarantee_id, clock.randomness())),
        claim_id=guarantee.claim_id,
        guarantee_id=guarantee.guarantee_id,
        case_reference=guarantee.case_reference,
        payer=guarantee.payer,
        person_id=guarantee.person_id,
        clinic_id=clinic_id,
        practitioner_id=PractitionerId("prc_1"),
        slot_id=SlotId("slt_1"),
        service="follow-up",
        starts_at=starts_at,
        ends_at=starts_at + timedelta(minutes=45),
        country=guarantee.country,
        status=status,
        booked_at=starts_at - timedelta(days=3),
    )
    tables.commit([Put(tables.settings.cases_table, booking_item(booking), when=None)])
    return booking
