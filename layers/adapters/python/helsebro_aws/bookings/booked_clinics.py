"""The clinics that a case is booked at. Contexts on lower floors get these functions as arguments."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from helsebro.bookings.booking import Booking
from helsebro.caller import Caller
from helsebro.guarantees.client_here import ClientHere
from helsebro.guarantees.guarantee import Guarantee
from helsebro.guarantees.standing_session import StandingSession
from helsebro.ids import BookingId, ClaimId, ClinicId, GuaranteeId
from helsebro_aws.bookings.keys import BOOKINGS, booking_key
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


def standing_sessions(guarantee_id: GuaranteeId, on: Tables = tables) -> list[StandingSession]:
    """Returns the sessions of a guarantee that are not cancelled."""
    rows = on.query_all(on.settings.cases_table, case_partition(guarantee_id), begins=BOOKINGS)
    return [
        from_item(StandingSession, row)
        for row in rows
        if row["guaranteeId"] == guarantee_id and row["status"] != "cancelled"
    ]


def standing_among(booking_ids: Iterable[BookingId], on: Tables = tables) -> dict[BookingId, StandingSession]:
    """Returns the sessions of these bookings that are not cancelled."""
    found = on.get_many(on.settings.cases_table, [booking_key(each) for each in sorted({*booking_ids})])
    standing = (from_item(StandingSession, row) for row in found if row["status"] != "cancelled")
    return {session.booking_id: session for session in standing}


def client_here(guarantee: Guarantee, caller: Caller, on: Tables = tables) -> ClientHere:
    """Returns the client of a guarantee as the caller's clinic has them.

    The sessions are read only where the guarantee is for another place.
    """
    here = ClientHere(guarantee, caller)
    if here.is_bound:
        return here
    sessions = standing_sessions(guarantee.guarantee_id, on)
    return replace(here, sessions=tuple(each for each in sessions if caller.treats_at(*each.place)))


def next_session(
    guarantee_id: GuaranteeId, caller: Caller, at: datetime, on: Tables = tables
) -> Booking | None:
    """Returns the caller's earliest booked session of a guarantee that is not over; None without one."""
    rows = on.query_all(on.settings.cases_table, case_partition(guarantee_id), begins=BOOKINGS)
    booked = [
        from_item(Booking, row)
        for row in rows
        if row["guaranteeId"] == guarantee_id
        and row["status"] == "booked"
        and row["endsAt"] > instant(at)
        and caller.treats_at(row["clinicId"], row["practitionerId"])
    ]
    return min(booked, key=lambda booking: booking.starts_at, default=None)


def clinics_at_work(claim_id: ClaimId, on: Tables = tables) -> list[ClinicId]:
    """Returns the ids of the clinics with an active guarantee or a booked session on the case."""
    table, pk = on.settings.cases_table, case_partition(claim_id)
    rows = [row for begins in (GUARANTEES, BOOKINGS) for row in on.query_all(table, pk, begins=begins)]
    open_rows = [row for row in rows if row.get("status") in OPEN_STATUSES]
    return sorted({row["clinicId"] for row in open_rows if row.get("clinicId")})
