"""How a guarantee stands by its stored bookings: what revoking and the nightly release ask for."""

from __future__ import annotations

from datetime import date

from helsebro.bookings.standing import standing_of
from helsebro.guarantees.standing import Standing
from helsebro_aws.bookings.dynamo_bookings import DynamoBookings


def standing(guarantee_id: str, until: date) -> Standing:
    """Returns the standing of a guarantee whose last day is ``until``, by all its bookings."""
    return standing_of(DynamoBookings().of_guarantee(guarantee_id), until)
