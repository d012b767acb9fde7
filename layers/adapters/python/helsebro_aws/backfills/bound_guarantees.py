"""``bound-guarantees``: lists every guarantee at its practitioner and at its clinic.

A new binding does the first since version 2, and the second since version 3.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from helsebro_aws.backfills.backfill import Backfill, Changes
from helsebro_aws.guarantees.clients.clinic_listing import row_of
from helsebro_aws.guarantees.dynamo_guarantees import place_of
from helsebro_aws.guarantees.keys import GUARANTEES


def _listed(guarantee: Mapping[str, Any]) -> Changes:
    practitioner_id = guarantee.get("practitionerId")
    return place_of(practitioner_id, guarantee["guaranteeId"]) if practitioner_id else {}


BOUND_GUARANTEES = Backfill(
    name="bound-guarantees",
    tables=("cases",),
    begins=GUARANTEES,
    older=frozenset({None, 1, 2}),
    version=3,
    change=_listed,
    beside=row_of,
)
