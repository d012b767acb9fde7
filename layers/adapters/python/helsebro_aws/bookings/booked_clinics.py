"""The clinics that a case is booked at. Contexts on lower floors get these functions as arguments."""

from __future__ import annotations

from helsebro.ids import ClaimId, ClinicId, GuaranteeId
from helsebro_aws.bookings.keys import BOOKINGS
from helsebro_aws.dynamodb.keys import case_partition
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.guarantees.keys import GUARANTEES

OPEN_STATUSES = ("active", "booked")


def is_booked_at(guarantee_id: GuaranteeId, clinic_id: ClinicId, on: Tables = tables) -> bool:
    """Returns whether a booking at the clinic was ever made under the guarantee."""
    rows = on.query_all(on.settings.cases_table, case_partition(guarantee_id), begins=BOOKINGS)
    return any(row["guaranteeId"] == guarantee_id and row["clinicId"] == clinic_id for row in rows)


def clinics_at_work(claim_id: ClaimId, on: Tables = tables) -> list[ClinicId]:
    """Returns the ids of the clinics with an active guarantee or a booked session on the case."""
    table, pk = on.settings.cases_table, case_partition(claim_id)
    rows = [row for begins in (GUARANTEES, BOOKINGS) for row in on.query_all(table, pk, begins=begins)]
    open_rows = [row for row in rows if row.get("status") in OPEN_STATUSES]
    return sorted({row["clinicId"] for row in open_rows if row.get("clinicId")})
