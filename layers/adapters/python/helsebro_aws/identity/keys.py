"""The item keys of a clinic, whose item holds its system's signing secrets, and of the pseudonym key."""

from __future__ import annotations

from helsebro.ids import ClinicId
from helsebro_aws.dynamodb.keys import KEY, Key

PSEUDONYM_KEY: Key = ("PSEUDONYM", KEY)


def clinic_key(clinic_id: ClinicId) -> Key:
    """A clinic in the ``network`` table."""
    return clinic_id, "CLINIC"
