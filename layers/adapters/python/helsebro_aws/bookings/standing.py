"""The standing of a guarantee by its stored bookings, for revoking and for the nightly release."""

from __future__ import annotations

from datetime import date

from helsebro.bookings.standing import standing_of
from helsebro.guarantees.standing import Standing
from helsebro.ids import GuaranteeId
from helsebro_aws.bookings.dynamo_bookings import DynamoBookings


def standing(guarantee_id: GuaranteeId, until: date) -> Standing:
    """Returns the standing of a guarantee whose last day is ``until``, by all its bookings."""
    return standing_of(DynamoBookings().of_guarantee(guarantee_id), until)
