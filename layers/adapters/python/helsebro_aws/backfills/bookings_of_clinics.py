"""``bookings-of-clinics``: lists every booking at its clinic, as a new booking is since version 2."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from helsebro_aws.backfills.backfill import Backfill, Changes
from helsebro_aws.bookings.dynamo_bookings import clinic_row
from helsebro_aws.bookings.keys import BOOKINGS
from helsebro_aws.dynamodb.operations import Item


def _nothing_else(_: Mapping[str, Any]) -> Changes:
    return {}


def _clinic_row(booking: Mapping[str, Any]) -> Sequence[Item]:
    return [clinic_row(booking)]


BOOKINGS_OF_CLINICS = Backfill(
    name="bookings-of-clinics",
    tables=("cases",),
    begins=BOOKINGS,
    older=frozenset({None, 1}),
    version=2,
    change=_nothing_else,
    beside=_clinic_row,
)
