"""The keys of practitioners in the ``network`` table; that of a clinic is ``identity.keys.clinic_key``."""

from __future__ import annotations

from helsebro_aws.dynamodb.keys import Key


def practitioner_key(practitioner_id: str) -> Key:
    """A practitioner."""
    return practitioner_id, "PRACTITIONER"


def search_partition(treatment: str) -> str:
    """The partition of the practitioners who offer a treatment."""
    return f"PRACTITIONERS#{treatment}"
