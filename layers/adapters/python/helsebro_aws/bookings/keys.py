"""The keys of bookings and holds in the ``cases`` table, and of their listings."""

from __future__ import annotations

from helsebro_aws.dynamodb.keys import Key, case_partition

BOOKINGS = "BOOKING#"


def booking_key(booking_id: str) -> Key:
    """A booking. Raises ``NotFound`` for what is no id of anything within a claim."""
    return case_partition(booking_id), f"{BOOKINGS}{booking_id}"


def booking_key_within(identifier: str, booking_id: str) -> Key:
    """A booking in the case of another id, whatever case the booking's own id names."""
    return case_partition(identifier), f"{BOOKINGS}{booking_id}"


def listed_booking_key(booking_id: str) -> Key:
    """The mark of a booking in the listing of its payer."""
    return case_partition(booking_id), f"LISTED#{booking_id}"


def bookings_of_person(payer: str, person_id: str) -> str:
    """The listing of a person's bookings at one payer, by when they start."""
    return f"{payer}#{person_id}#bookings"


def bookings_of_payer(payer: str) -> str:
    """The listing of a payer's bookings, by when they were booked."""
    return f"{payer}#bookings"


def hold_key(guarantee_id: str) -> Key:
    """The hold of a guarantee."""
    return case_partition(guarantee_id), f"HOLD#{guarantee_id}"
