"""The search for practitioners who suit, at clinics that take clients, each with its first free slot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helsebro.errors import BadInput, Fault
from helsebro.network.clinic import Clinic
from helsebro.network.matching import Match, SearchCriteria, matches, ranked
from helsebro_aws.calendars.dynamo_slots import DynamoSlots
from helsebro_aws.dynamodb import cursor
from helsebro_aws.dynamodb.record import to_item
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from helsebro_aws.network.dynamo_practitioners import DynamoPractitioners
from helsebro_aws.platform import clock

if TYPE_CHECKING:
    from helsebro_aws.calendars.found_practitioner_answer import FoundPractitionerAnswer

WINDOW = 50
"""How many of the best by fit and distance are sorted by first free slot, at one short read each."""
MOST = 100_000


class PractitionerSearch:
    """Searches on DynamoDB."""

    def __init__(self, on: Tables = tables) -> None:
        self.practitioners = DynamoPractitioners(on)
        self.clinics = DynamoClinics(on)
        self.slots = DynamoSlots(on)

    def page(
        self, criteria: SearchCriteria, limit: int, page_cursor: str | None
    ) -> tuple[list[FoundPractitionerAnswer], str | None]:
        """Returns up to ``limit`` practitioners, best first, and the cursor. Raises ``BadInput`` (400)."""
        start = _start(page_cursor)
        found = matches(self.practitioners.offering(criteria.treatment), criteria)
        clinics = self.clinics.find_many({match.practitioner.clinic_id for match in found})
        open_ = [match for match in found if _takes_clients(clinics, match)]
        first = start - start % WINDOW
        window = [self._with_first_free(match) for match in open_[first : first + WINDOW]]
        page = ranked(window)[start - first :][:limit]
        after = start + len(page)
        next_cursor = cursor.write({"sk": str(after)}, "pk") if after < len(open_) and page else None
        return [_shown(match, clinics[match.practitioner.clinic_id]) for match in page], next_cursor

    def _with_first_free(self, match: Match) -> Match:
        return match.with_first_free(self.slots.first_free(match.practitioner.practitioner_id, clock.now()))


def _start(page_cursor: str | None) -> int:
    if page_cursor is None:
        return 0
    text = cursor.read(page_cursor, "pk", "practitioners")["sk"]
    if not (text.isascii() and text.isdigit() and len(text) <= 6 and int(text) <= MOST):
        raise BadInput([Fault("/cursor", "unknown-cursor", "")], malformed=True)
    return int(text)


def _takes_clients(clinics: dict[str, Clinic], match: Match) -> bool:
    clinic = clinics.get(match.practitioner.clinic_id)
    return clinic is not None and clinic.takes_clients


def _shown(match: Match, clinic: Clinic) -> FoundPractitionerAnswer:
    practitioner = match.practitioner
    return {
        "practitionerId": practitioner.practitioner_id,
        "clinicId": clinic.clinic_id,
        "clinicName": clinic.name,
        "name": practitioner.name,
        "profession": practitioner.profession,
        "authorised": practitioner.authorised,
        "treatments": list(practitioner.treatments),
        "problems": list(practitioner.problems),
        "crisisHelp": practitioner.crisis_help,
        "address": to_item(practitioner.address),
        "fit": "problem" if match.fit > 1 else "general",
        "distanceKm": match.distance_km,
        "firstFreeSlot": to_item(match.first_free),
    }
