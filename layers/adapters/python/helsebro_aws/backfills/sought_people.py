"""``sought-insured`` and ``sought-contacts``: make persons who were stored before findable by staff.

An enrolment stored before version 3, and a contact before version 2, has no row of its name or phone number;
before the next version the rows of both know no country code, and those of a name not all of its beginnings.
A former contact only gets the version: it is not searched for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from helsebro import ids
from helsebro.policies.insured import Insured
from helsebro_aws.backfills.backfill import Backfill, Changes
from helsebro_aws.dynamodb.operations import Item
from helsebro_aws.dynamodb.record import from_item
from helsebro_aws.notifications.keys import CONTACT
from helsebro_aws.policies.keys import INSURED
from helsebro_aws.policies.sought.sought_rows import rows_of_contact, rows_of_place


def _nothing_else(_: Mapping[str, Any]) -> Changes:
    return {}


def _of_place(stored: Mapping[str, Any]) -> Sequence[Item]:
    # A pointer to a place has the same sort key, and no day.
    return rows_of_place(from_item(Insured, stored)) if "enrolledOn" in stored else []


def _of_contact(stored: Mapping[str, Any]) -> Sequence[Item]:
    # Where the person has entered nothing, the enrolments say the number.
    is_entered = stored["sk"] == CONTACT and stored.get("changedAt")
    if not is_entered or not ids.is_person(stored["personId"]):
        return []
    return rows_of_contact(stored["personId"], stored.get("phone"))


SOUGHT_INSURED = Backfill(
    name="sought-insured",
    tables=("people",),
    begins=INSURED,
    older=frozenset({2, 3}),
    version=4,
    change=_nothing_else,
    beside=_of_place,
)
SOUGHT_CONTACTS = Backfill(
    name="sought-contacts",
    tables=("people",),
    begins=CONTACT,
    older=frozenset({None, 1, 2}),
    version=3,
    change=_nothing_else,
    beside=_of_contact,
)
