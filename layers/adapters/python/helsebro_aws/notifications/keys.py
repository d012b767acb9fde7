"""The keys of contact records in the ``people`` table, and of notifications in the ``cases`` table."""

from __future__ import annotations

from helsebro.ids import PersonId
from helsebro_aws.dynamodb.keys import Key, case_partition

CONTACT = "CONTACT"
FORMER = "CONTACT-FORMER#"
NOTIFICATIONS = "NOTIFICATION#"
RESENT = "RESENT#"


def contact_key(person_id: PersonId) -> Key:
    """Returns the key of a person's contact record."""
    return person_id, CONTACT


def former_contact_key(person_id: PersonId, version: int) -> Key:
    """Returns the key of the contact that the given version of the record replaced."""
    return person_id, f"{FORMER}{version:09}"


def notification_partition(payer: str, case_id: str) -> str:
    """Returns the partition of a claim's, policy's, person's or clinic's notifications."""
    if case_id.startswith("clm_"):
        return case_partition(case_id)
    return f"{payer}#{case_id}" if payer else case_id


def notification_key(payer: str, case_id: str, notification_id: str) -> Key:
    """Returns the key of a notification."""
    return notification_partition(payer, case_id), f"{NOTIFICATIONS}{notification_id}"


def plan_key(payer: str, case_id: str, event_id: str, kind: str) -> Key:
    """Returns the key of the mark that an event's notifications of a kind are planned."""
    return notification_partition(payer, case_id), f"NOTIFIED#{event_id}#{kind}"


def resent_key(payer: str, case_id: str, content: str) -> Key:
    """Returns the key of the mark that names the last resend of a message, by its ``content_of``."""
    return notification_partition(payer, case_id), f"{RESENT}{content}"
