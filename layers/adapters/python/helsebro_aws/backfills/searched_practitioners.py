"""``searched-practitioners``: lists practitioners, writes search rows and has authorisations checked.

A practitioner stored before version 2 is in no listing of the clinic, has no search rows, and was not looked
up in the authorisation register. The items beside it are due at once: the next runs of ``renew_search_rows``
and ``recheck_authorisations`` do both.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from helsebro.ids import ClinicId, PractitionerId
from helsebro_aws.backfills.backfill import Backfill, Changes
from helsebro_aws.dynamodb.operations import Item
from helsebro_aws.network.dynamo_search_rows import due_at_once
from helsebro_aws.network.keys import PRACTITIONER, practitioners_of_clinic
from helsebro_aws.network.registers.dynamo_register_checks import due_check


def _listed(practitioner: Mapping[str, Any]) -> Changes:
    return {
        "listPk": practitioners_of_clinic(ClinicId(practitioner["clinicId"])),
        "listSk": practitioner["key"],
    }


def _due(practitioner: Mapping[str, Any]) -> Sequence[Item]:
    practitioner_id = PractitionerId(practitioner["practitionerId"])
    rows = due_at_once(practitioner_id)
    if not practitioner["authorised"]:
        return [rows]
    return [rows, due_check(practitioner_id, ClinicId(practitioner["clinicId"]))]


SEARCHED_PRACTITIONERS = Backfill(
    name="searched-practitioners",
    tables=("network",),
    begins=PRACTITIONER,
    older=frozenset({None, 1}),
    version=2,
    change=_listed,
    beside=_due,
)
