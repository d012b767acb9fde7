"""The keys of a person's contact record, in the ``people`` table."""

from __future__ import annotations

from helsebro.ids import PersonId
from helsebro_aws.dynamodb.keys import Key

CONTACT = "CONTACT"
FORMER = "CONTACT-FORMER#"


def contact_key(person_id: PersonId) -> Key:
    """Returns the key of a person's contact record."""
    return person_id, CONTACT


def former_contact_key(person_id: PersonId, version: int) -> Key:
    """Returns the key of the contact that the given version of the record replaced."""
    return person_id, f"{FORMER}{version:09}"
