"""The keys of bookings and holds in the ``cases`` table, and of their listings."""

from __future__ import annotations

from helsebro.ids import BookingId, ClinicId, GuaranteeId, PersonId
from helsebro_aws.dynamodb.keys import Key, case_partition

BOOKINGS = "BOOKING#"
HOLDS = "HOLD#"


def booking_key(booking_id: BookingId) -> Key:
    """Returns the key of a booking. Raises ``NotFound`` when the id is of no part of a claim."""
    return case_partition(booking_id), f"{BOOKINGS}{booking_id}"


def booking_key_within(identifier: str, booking_id: BookingId) -> Key:
    """Returns the key of a booking in the case of ``identifier``, whatever case the booking's id names."""
    return case_partition(identifier), f"{BOOKINGS}{booking_id}"


def listed_booking_key(booking_id: BookingId) -> Key:
    """Returns the key of the item that lists a booking at its payer."""
    return case_partition(booking_id), f"LISTED#{booking_id}"


def clinic_booking_key(booking_id: BookingId) -> Key:
    """Returns the key of the item that lists a booking at its clinic."""
    return case_partition(booking_id), f"LISTEDATCLINIC#{booking_id}"


def bookings_of_person(payer: str, person_id: PersonId) -> str:
    """Returns the listing of a person's bookings at one payer, sorted by start."""
    return f"{payer}#{person_id}#bookings"


def bookings_of_payer(payer: str) -> str:
    """Returns the listing of a payer's bookings, sorted by when they were booked."""
    return f"{payer}#bookings"


def bookings_of_clinic(clinic_id: ClinicId) -> str:
    """Returns the listing of a clinic's bookings, sorted by when they were booked."""
    return f"{clinic_id}#bookings"


def hold_key(guarantee_id: GuaranteeId) -> Key:
    """Returns the key of the hold of a guarantee."""
    return case_partition(guarantee_id), f"{HOLDS}{guarantee_id}"
