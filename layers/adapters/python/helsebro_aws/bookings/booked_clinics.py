"""The clinics that a case is booked at. Contexts on lower floors get these functions as arguments."""

from __future__ import annotations

from datetime import datetime

from helsebro.bookings.booking import Booking
from helsebro.caller import Caller
from helsebro.guarantees.match import BookedPlace
from helsebro.ids import ClaimId, ClinicId, GuaranteeId
from helsebro_aws.bookings.keys import BOOKINGS
from helsebro_aws.dynamodb.keys import case_partition
from helsebro_aws.dynamodb.record import from_item, instant
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.guarantees.keys import GUARANTEES

OPEN_STATUSES = ("active", "booked")


def is_booked_with(guarantee_id: GuaranteeId, caller: Caller, on: Tables = tables) -> bool:
    """Returns whether a booking with the caller's clinic was ever made under the guarantee.

    For a practitioner only the own bookings count.
    """
    rows = on.query_all(on.settings.cases_table, case_partition(guarantee_id), begins=BOOKINGS)
    return any(
        row["guaranteeId"] == guarantee_id and caller.treats_at(row["clinicId"], row.get("practitionerId"))
        for row in rows
    )


def sessions_to_come(guarantee_id: GuaranteeId, on: Tables = tables) -> list[BookedPlace]:
    """Returns the clinic and the practitioner of each booked session of a guarantee."""
    rows = on.query_all(on.settings.cases_table, case_partition(guarantee_id), begins=BOOKINGS)
    return [
        (row["clinicId"], row["practitionerId"])
        for row in rows
        if row["guaranteeId"] == guarantee_id and row["status"] == "booked"
    ]


def next_session(guarantee_id: GuaranteeId, at: datetime, on: Tables = tables) -> Booking | None:
    """Returns the earliest booked session of a guarantee that is not over; None when there is none."""
    rows = on.query_all(on.settings.cases_table, case_partition(guarantee_id), begins=BOOKINGS)
    booked = [
        from_item(Booking, row)
        for row in rows
        if row["guaranteeId"] == guarantee_id and row["status"] == "booked" and row["endsAt"] > instant(at)
    ]
    return min(booked, key=lambda booking: booking.starts_at, default=None)


def clinics_at_work(claim_id: ClaimId, on: Tables = tables) -> list[ClinicId]:
    """Returns the ids of the clinics with an active guarantee or a booked session on the case."""
    table, pk = on.settings.cases_table, case_partition(claim_id)
    rows = [row for begins in (GUARANTEES, BOOKINGS) for row in on.query_all(table, pk, begins=begins)]
    open_rows = [row for row in rows if row.get("status") in OPEN_STATUSES]
    return sorted({row["clinicId"] for row in open_rows if row.get("clinicId")})
