"""The keys of complaints in the ``cases`` table."""

from __future__ import annotations

from helsebro.errors import NotFound
from helsebro.ids import ComplaintId
from helsebro_aws.dynamodb.keys import Key, case_partition

COMPLAINTS = "COMPLAINT#"


def complaint_key(complaint_id: ComplaintId) -> Key:
    """Returns the key of a complaint. Raises ``NotFound`` when it is not a complaint's id."""
    if not complaint_id.startswith("cpl_"):
        raise NotFound()
    return case_partition(complaint_id), f"{COMPLAINTS}{complaint_id}"
