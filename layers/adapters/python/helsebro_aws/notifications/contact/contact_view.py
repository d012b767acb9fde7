"""A contact record as the person and the caseworker see it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from helsebro.ids import PolicyId
from helsebro.notifications.contact_record import ContactRecord
from helsebro_aws.dynamodb.record import to_item

if TYPE_CHECKING:
    from helsebro_aws.notifications.contact.contact_answer import (
        OwnContactAnswer,
        PersonContactAnswer,
        PolicyholderContactAnswer,
    )

SHOWN = ("email", "phone", "address", "language", "emailState", "phoneState", "version")


def shown(record: ContactRecord) -> OwnContactAnswer:
    """Returns the contact as the person sees it."""
    item = to_item(record)
    return cast("OwnContactAnswer", {name: item[name] for name in SHOWN if name in item})


def shown_of_policyholder(record: ContactRecord) -> PolicyholderContactAnswer:
    """Returns the contact of a policyholder."""
    return {**shown(record), "policyId": PolicyId(record.person_id)}


def shown_to_staff(record: ContactRecord, name: str) -> PersonContactAnswer:
    """Returns the contact of a person with this registered name, as a caseworker sees it."""
    return {
        **shown(record),
        "personId": record.person_id,
        "personName": name,
        "hasLogin": record.has_login,
    }
