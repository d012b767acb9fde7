"""The keys of who calls: the clinic, whose item holds what its system signs with, and the pseudonym's own."""

from __future__ import annotations

from helsebro_aws.dynamodb.keys import KEY, Key

PSEUDONYM_KEY: Key = ("PSEUDONYM", KEY)


def clinic_key(clinic_id: str) -> Key:
    """A clinic in the ``network`` table."""
    return clinic_id, "CLINIC"
