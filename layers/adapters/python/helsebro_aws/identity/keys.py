"""The item keys of a clinic with its system's secrets, of its users, of custody, and of the pseudonym key."""

from __future__ import annotations

from helsebro.ids import ClinicId, PersonId
from helsebro_aws.dynamodb.keys import KEY, Key

CLINIC = "CLINIC"
USERS = "USER#"
PSEUDONYM_KEY: Key = ("PSEUDONYM", KEY)
CUSTODY = "CUSTODY"
GUARDED = "CHILD#"


def clinic_key(clinic_id: ClinicId) -> Key:
    """A clinic in the ``network`` table."""
    return clinic_id, CLINIC


def clinic_user_key(clinic_id: ClinicId, person_id: PersonId) -> Key:
    """Returns the key of a person's role at a clinic."""
    return clinic_id, f"{USERS}{person_id}"


def custody_key(person_id: PersonId) -> Key:
    """Returns the key of the confirmed family of a child in the ``cases`` table."""
    return f"{person_id}#custody", CUSTODY


def guarded_child_key(guardian_id: PersonId, person_id: PersonId) -> Key:
    """Returns the key of a pointer from a guardian to a child, in the ``cases`` table."""
    return f"{guardian_id}#custody", f"{GUARDED}{person_id}"


def clinics_of(person_id: PersonId) -> str:
    """Returns the listing of the clinics where a person has a role."""
    return f"PERSON#{person_id}#CLINICS"
