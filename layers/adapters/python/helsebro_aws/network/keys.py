"""The keys of practitioners in the ``network`` table; ``identity.keys.clinic_key`` is that of a clinic."""

from __future__ import annotations

from helsebro.ids import PractitionerId
from helsebro_aws.dynamodb.keys import Key


def practitioner_key(practitioner_id: PractitionerId) -> Key:
    """Returns the key of a practitioner."""
    return practitioner_id, "PRACTITIONER"


def search_partition(treatment: str) -> str:
    """Returns the partition of the practitioners who offer a treatment."""
    return f"PRACTITIONERS#{treatment}"
