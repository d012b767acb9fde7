"""All backfills by name. One that every stage has completed is removed, with the reader of the old shape."""

from __future__ import annotations

from collections.abc import Mapping

from helsebro_aws.backfills.backfill import Backfill
from helsebro_aws.backfills.bookings_of_clinics import BOOKINGS_OF_CLINICS
from helsebro_aws.backfills.bound_guarantees import BOUND_GUARANTEES
from helsebro_aws.backfills.claims_by_status import CLAIMS_BY_STATUS
from helsebro_aws.backfills.clinic_traces import CLINIC_TRACES
from helsebro_aws.backfills.listed_insured import LISTED_INSURED
from helsebro_aws.backfills.listed_slots import LISTED_SLOTS
from helsebro_aws.backfills.schema_version_1 import SCHEMA_VERSION_1
from helsebro_aws.backfills.searched_practitioners import SEARCHED_PRACTITIONERS
from helsebro_aws.backfills.sought_people import SOUGHT_CONTACTS, SOUGHT_INSURED

KNOWN = (
    SCHEMA_VERSION_1,
    CLAIMS_BY_STATUS,
    BOOKINGS_OF_CLINICS,
    SEARCHED_PRACTITIONERS,
    LISTED_SLOTS,
    LISTED_INSURED,
    CLINIC_TRACES,
    BOUND_GUARANTEES,
    SOUGHT_INSURED,
    SOUGHT_CONTACTS,
)
BACKFILLS: Mapping[str, Backfill] = {backfill.name: backfill for backfill in KNOWN}
