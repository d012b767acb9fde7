"""The search for practitioners who suit, at clinics that take clients, each with its first free slot.

A page comes from up to ``MOST_ROWS`` search rows with the nearest postcodes (``search_ways``). These are
sorted together; the next ones follow when all of them are shown. So a search reads at most 300 items.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from helsebro.local_day import local_day
from helsebro.network.clinic_details import late_from
from helsebro.network.matching import Match, SearchCriteria, matches
from helsebro.network.practitioner import FirstFree
from helsebro.network.search_row import ANY, SearchRow
from helsebro.network.why import reasons_for, why_sentence
from helsebro_aws.calendars.dynamo_free_slots import DynamoFreeSlots
from helsebro_aws.calendars.dynamo_slots import DynamoSlots
from helsebro_aws.calendars.search_place import SearchPlace
from helsebro_aws.calendars.search_ways import ways_from
from helsebro_aws.dynamodb.record import instant, to_item
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.network.dynamo_search_rows import DynamoSearchRows
from helsebro_aws.network.keys import search_partition
from helsebro_aws.network.team.address_view import shown_addresses
from helsebro_aws.platform import clock

if TYPE_CHECKING:
    from helsebro_aws.calendars.found_practitioner_answer import FoundPractitionerAnswer
    from helsebro_aws.calendars.slot_answer import FirstFreeSlotAnswer

MOST_SHOWN = 50
"""The most practitioners on a page: the first free slot of each is read."""
MOST_LOOKED_UP = 5
"""How many practitioners of a page may have another first free slot than in their row."""

FoundMatch: TypeAlias = "tuple[Match, FirstFree | None]"
"""A practitioner who suits, with the slot that is free now."""


class PractitionerSearch:
    """Searches on DynamoDB."""

    def __init__(self, on: Tables = tables) -> None:
        self.rows, self.slots = DynamoSearchRows(on), DynamoSlots(on)
        self.free_slots = DynamoFreeSlots(on)

    def page(
        self, criteria: SearchCriteria, limit: int, page_cursor: str | None, language: str
    ) -> tuple[list[FoundPractitionerAnswer], str | None]:
        """Returns up to ``limit`` practitioners, best first, and the cursor. Raises ``BadInput`` (400).

        A page may hold fewer practitioners and still have a next one.
        """
        shown, following = self._page(criteria, limit, SearchPlace.of_cursor(page_cursor))
        answers = [_shown(match, slot, criteria, language) for match, slot in shown]
        return answers, None if following.is_end else following.cursor

    def best(self, criteria: SearchCriteria, count: int) -> list[FoundMatch]:
        """Returns up to ``count`` of the best practitioners, best first. Raises ``BadInput`` (400)."""
        return self._page(criteria, count, SearchPlace())[0]

    def _page(
        self, criteria: SearchCriteria, limit: int, place: SearchPlace
    ) -> tuple[list[FoundMatch], SearchPlace]:
        """Returns up to ``limit`` practitioners at a place, and the place after them."""
        here = criteria.place()
        rows, following = self._rows(criteria, place)
        on = place.on or local_day(clock.now(), criteria.country)
        found = matches(rows, criteria, here, on)
        left = [match for match in found if place.after is None or match.rank > place.after]
        shown = self._with_first_free(left[: min(limit, MOST_SHOWN)])
        if len(shown) < len(left):
            following = replace(place, after=left[len(shown) - 1].rank)
        return shown, replace(following, on=on)

    def _rows(self, criteria: SearchCriteria, place: SearchPlace) -> tuple[list[SearchRow], SearchPlace]:
        """Returns the rows at a place, and the place after them."""
        search = search_partition(criteria.country, criteria.rarest_treatment or ANY)
        if criteria.postcode is None:
            rows, following = self.rows.by_first_free(search, place.cursors[0] or None)
            return rows, SearchPlace.after_rows([following])
        rows, cursors = [], []
        for way, cursor in zip(ways_from(criteria.postcode, criteria), place.cursors, strict=False):
            found, following = way.read(self.rows, search, cursor)
            rows += found
            cursors.append(following)
        return rows, SearchPlace.after_rows(cursors)

    def _with_first_free(self, found: list[Match]) -> list[FoundMatch]:
        """Returns matches with the slot that is free now, up to the first that needs one search too many."""
        at = clock.now()
        named = [match.first_free.slot_id for match in found if match.first_free]
        free = {slot.slot_id for slot in self.slots.find_many(named) if slot.is_free(at)}
        shown: list[FoundMatch] = []
        looked_up = 0
        for match in found:
            slot = match.first_free
            if slot and slot.slot_id not in free:
                if looked_up == MOST_LOOKED_UP:
                    break
                looked_up += 1
                slot = self.free_slots.first(match.practitioner, at)
            shown.append((match, slot))
        return shown


def _shown(
    match: Match, first_free: FirstFree | None, criteria: SearchCriteria, language: str
) -> FoundPractitionerAnswer:
    practitioner, reasons = match.practitioner, reasons_for(match, criteria, first_free)
    shown: FoundPractitionerAnswer = {
        "practitionerId": practitioner.practitioner_id,
        "clinicId": practitioner.clinic_id,
        "clinicName": match.row.clinic_name,
        "name": practitioner.name,
        "profession": practitioner.profession,
        "authorised": practitioner.authorised_on(match.on),
        "treatments": list(practitioner.offered),
        "problems": list(practitioner.problems),
        "crisisHelp": practitioner.crisis_help,
        "languages": list(match.row.languages),
        "address": to_item(match.row.address),
        "addresses": shown_addresses(practitioner),
        "fit": "problem" if match.fit > 1 else "general",
        "distanceKm": match.distance_km,
        "firstFreeSlot": _first_shown(first_free, match.row.notice_hours) if first_free else None,
        "why": {
            "codes": [reason.code for reason in reasons],
            "text": why_sentence(reasons, language),
        },
    }
    if match.row.place:
        shown["addressKey"] = match.row.place
    return shown


def _first_shown(first: FirstFree, notice_hours: int | None) -> FirstFreeSlotAnswer:
    shown: FirstFreeSlotAnswer = {"slotId": first.slot_id, "startsAt": instant(first.starts_at)}
    if notice_hours is not None:
        shown["noticeHours"] = notice_hours
        shown["lateFrom"] = instant(late_from(first.starts_at, notice_hours))
    return shown
