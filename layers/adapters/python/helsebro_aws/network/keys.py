"""The keys of practitioners, changes and traces in ``network``; those of clinics are in ``identity.keys``."""

from __future__ import annotations

from datetime import datetime

from helsebro.ids import ClinicId, PractitionerId
from helsebro.network.joining.clinic_trace import TraceKind
from helsebro_aws.dynamodb.keys import Key
from helsebro_aws.dynamodb.record import instant

PRACTITIONER = "PRACTITIONER"
RECENT_MATCHES = "MATCH#"
CHANGES = "CHANGE#"
FIRST_FREE_SLOTS = "first-free-slots"
"""The listing of all practitioners who can be found, by their first free slot."""
REGISTER_CHECKS = "register-checks"
"""The listing of the practitioners whom the authorisation register is asked about again, by when."""


def practitioner_key(practitioner_id: PractitionerId) -> Key:
    """Returns the key of a practitioner."""
    return practitioner_id, PRACTITIONER


def clinic_change_key(clinic_id: ClinicId, at: str, randomness: str) -> Key:
    """Returns the key of a change by a clinic; changes are sorted by their time."""
    return clinic_id, f"{CHANGES}{at}#{randomness}"


def practitioners_of_clinic(clinic_id: ClinicId) -> str:
    """Returns the listing of a clinic's practitioners, sorted by the clinic's own keys."""
    return f"{clinic_id}#practitioners"


def recent_match_key(practitioner_id: PractitionerId, at: datetime, guarantee_id: str) -> Key:
    """Returns the key of the item that counts a client who was matched to a practitioner."""
    return practitioner_id, f"{RECENT_MATCHES}{instant(at)}#{guarantee_id}"


def register_check_key(practitioner_id: PractitionerId) -> Key:
    """Returns the key of what the authorisation register said about a practitioner."""
    return practitioner_id, "REGISTER"


def denial_key(country: str, digest: str) -> Key:
    """Returns the key of the denial of an authorisation, whose number has a digest."""
    return f"AUTHORISATION#{country}#{digest}", "DENIED"


def search_partition(country: str, treatment: str) -> str:
    """Returns the partition of the search rows of a treatment, and of their listing by first free slot."""
    return f"PRACTITIONERS#{country}#{treatment}"


def search_place(postcode: str, practitioner_id: PractitionerId, place: str | None) -> str:
    """Returns the sort key of a search row: what is near in postcodes is near in the partition."""
    first = f"{postcode}#{practitioner_id}"
    return f"{first}#{place}" if place else first


def search_rows_key(practitioner_id: PractitionerId) -> Key:
    """Returns the key of the item that names the search rows of a practitioner."""
    return practitioner_id, "SEARCHROWS"


def trace_partition(kind: TraceKind, trace: str) -> str:
    """Returns the partition of the clinics that have a trace."""
    return f"TRACE#{kind}#{trace}"


def trace_key(kind: TraceKind, trace: str, clinic_id: ClinicId) -> Key:
    """Returns the key of the row that a clinic has for a trace."""
    return trace_partition(kind, trace), clinic_id
