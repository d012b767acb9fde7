"""The listing ``{clinicId}#guarantees``: the guarantees of a clinic's clients, last issued first (F1-19).

A guarantee is listed at the clinic that it is bound to, by a row beside it: ``OFCLINIC#{guaranteeId}``. At
each clinic with sessions of an earlier course it is listed by ``LEFTCLINIC#{guaranteeId}#{clinicId}``, which
names these bookings: no more of them are made there until the guarantee is bound there again. Whatever binds
a guarantee or frees it takes the operations of the rows from here, into the same commit.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import BookingId, ClinicId, GuaranteeId
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.record import instant
from helsebro_aws.dynamodb.tables import Delete, Item, Put
from helsebro_aws.guarantees.keys import clinic_guarantee_key, guarantees_of_clinic, left_clinic_key

LEFT = "bookingIds"
"""The attribute of the row of an earlier course: the bookings of it."""


def rebound(table: str, before: Guarantee, clinic_id: ClinicId | None) -> list[Put | Delete]:
    """Returns the operations that list a guarantee, as it was read, at the clinic that has it from now on.

    None take it out of the list. There are none when it was bound to that clinic before.
    """
    if clinic_id == before.clinic_id:
        return []
    return listed(table, before, clinic_id) or [
        Delete(table, *clinic_guarantee_key(before.guarantee_id), when=None)
    ]


def listed(table: str, guarantee: Guarantee, clinic_id: ClinicId | None) -> list[Put | Delete]:
    """Returns the operation that lists a guarantee at a clinic; none without a clinic."""
    if clinic_id is None:
        return []
    issued_at = instant(guarantee.issued_at) if guarantee.issued_at else ""
    return [Put(table, _row(guarantee.guarantee_id, clinic_id, issued_at), when=None)]


def left(table: str, guarantee: Guarantee, sessions: Mapping[ClinicId, Sequence[BookingId]]) -> list[Put]:
    """Returns the operations that list a guarantee at clinics with sessions, whatever it is bound to."""
    issued_at = instant(guarantee.issued_at) if guarantee.issued_at else ""
    rows = [
        {
            **_row(guarantee.guarantee_id, clinic_id, issued_at),
            **as_attributes(left_clinic_key(guarantee.guarantee_id, clinic_id)),
            LEFT: list(booking_ids),
        }
        for clinic_id, booking_ids in sessions.items()
    ]
    return [Put(table, row, when=None) for row in rows]


def row_of(guarantee: Mapping[str, Any]) -> list[Item]:
    """Returns the row of a guarantee's item at its clinic; none for one that is bound to no clinic."""
    clinic_id = guarantee.get("clinicId")
    if not clinic_id:
        return []
    return [_row(GuaranteeId(guarantee["guaranteeId"]), ClinicId(clinic_id), guarantee.get("issuedAt", ""))]


def _row(guarantee_id: GuaranteeId, clinic_id: ClinicId, issued_at: str) -> Item:
    return {
        **as_attributes(clinic_guarantee_key(guarantee_id)),
        "listPk": guarantees_of_clinic(clinic_id),
        "listSk": f"{issued_at}#{guarantee_id}",
        "guaranteeId": guarantee_id,
    }
