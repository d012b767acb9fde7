"""Matching: which practitioners suit a member, best first (F1-22, F2-04, F2-05).

Results are sorted by fit to the problem, then by band of distance, then by the day of the first free slot;
equals share clients fairly (``fairness``).
A practitioner who does not treat the problem, or takes no insurance clients, is left out. The position of a
postcode is that of GeoNames (``postal_area``): what a practitioner reports moves that practitioner only.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from helsebro.errors import BadInput, Fault
from helsebro.local_day import local_day
from helsebro.network.address import Address
from helsebro.network.fairness import band_of, load_in_tenths, lot
from helsebro.network.near_postcodes import kilometres
from helsebro.network.postal_area import MOST_KM_FROM_AREA, Position, area_of, areas_of
from helsebro.network.practitioner import FirstFree, Practitioner
from helsebro.network.search_row import CRISIS_HELP, SearchRow
from helsebro.network.treating_place import TreatingPlace, is_among

NEVER = "9999"
FIRST_POSTCODE, LAST_POSTCODE = "0000", "9999"
FAR = 10**6
"""In km, further than any real distance."""

Rank = tuple[int, int, str, int, str]
"""What results are sorted by: fit, band of distance, day of the first free slot, load, and lot."""


@dataclass(frozen=True)
class SearchCriteria:
    """What a member searches for; all but ``country`` may be absent.

    ``within_km`` is a radius, ``language`` an ISO 639-1 code. ``leaves_out`` are clinics, each with the one
    practitioner to leave out, or None for all of them. ``only_at`` is the one place that is searched.
    """

    country: str = "DK"
    treatment: str | None = None
    problem: str | None = None
    postcode: str | None = None
    within_km: float | None = None
    crisis: bool = False
    language: str | None = None
    leaves_out: tuple[TreatingPlace, ...] = ()
    only_at: TreatingPlace | None = None

    @property
    def rarest_treatment(self) -> str | None:
        """The treatment that the fewest practitioners offer of those asked for."""
        return CRISIS_HELP if self.crisis else self.treatment

    @property
    def postcodes(self) -> tuple[str, str]:
        """The first and the last postcode in which someone within the radius can be."""
        here = area_of(self.country, self.postcode or "")
        if here is None or self.within_km is None:
            return FIRST_POSTCODE, LAST_POSTCODE
        reach = self.within_km + MOST_KM_FROM_AREA
        near = [code for code, there in areas_of(self.country) if kilometres(here, there) <= reach]
        return min(near), max(near)

    def place(self) -> Position | None:
        """Returns where the postcode is, None without one. Raises ``BadInput`` (400) when it is not known."""
        if self.postcode is None:
            return None
        here = area_of(self.country, self.postcode)
        if here is None:
            raise BadInput([Fault("/postcode", "unknown-postcode", "")], malformed=True)
        return here


@dataclass(frozen=True)
class Match:
    """A practitioner who suits. ``fit`` is 2 when they list the problem, 1 when they treat any problem.

    ``on`` is the day of the search. ``distance_km`` is None when the search has no postcode, or the
    practitioner's position is unknown.
    """

    row: SearchRow
    fit: int
    on: date
    distance_km: float | None = None

    @property
    def practitioner(self) -> Practitioner:
        """The practitioner."""
        return self.row.practitioner

    @property
    def first_free(self) -> FirstFree | None:
        """The first free slot, by the row."""
        return self.row.first_free

    @property
    def load(self) -> int:
        """The booked sessions and the new clients, in tenths of the capacity."""
        clients = self.row.load + self.row.new_clients
        return load_in_tenths(clients, self.practitioner.weekly_capacity)

    @property
    def rank(self) -> Rank:
        """What the match is sorted by, the best first; those without a free slot come after their equals."""
        country = self.practitioner.address.country
        first = local_day(self.first_free.starts_at, country).isoformat() if self.first_free else NEVER
        drawn = lot(self.practitioner.practitioner_id, self.on)
        return -self.fit, band_of(self.distance_km), first, self.load, drawn


def matches(
    rows: Iterable[SearchRow], criteria: SearchCriteria, here: Position | None, on: date
) -> list[Match]:
    """Returns the practitioners who suit a search from a position on a day, best first."""
    found = []
    for row in rows:
        practitioner = row.practitioner
        if not _takes(row, criteria, on) or row.place != _nearest(here, practitioner):
            continue
        distance = _distance(here, row.address) if here else None
        if _is_near(distance, criteria.within_km):
            found.append(Match(row, practitioner.fit_to(criteria.problem), on, distance))
    return sorted(found, key=lambda match: match.rank)


def _takes(row: SearchRow, criteria: SearchCriteria, on: date) -> bool:
    practitioner = row.practitioner
    if not practitioner.takes_clients_on(on) or practitioner.address.country != criteria.country:
        return False
    named = practitioner.clinic_id, practitioner.practitioner_id
    if criteria.only_at and not is_among(named, [criteria.only_at]):
        return False
    if is_among(named, criteria.leaves_out):
        return False
    if criteria.language and criteria.language not in row.languages:
        return False
    if criteria.treatment and not practitioner.offers(criteria.treatment, on):
        return False
    if criteria.crisis and not practitioner.offers(CRISIS_HELP, on):
        return False
    return practitioner.fit_to(criteria.problem) > 0


def _nearest(here: Position | None, practitioner: Practitioner) -> str | None:
    """Returns the key of the nearest address: each practitioner is found once, there."""
    if here is None or not practitioner.addresses:
        return None

    def far(place: str | None) -> float:
        distance = _distance(here, practitioner.address_at(place))
        return FAR if distance is None else distance

    return min(practitioner.places, key=far)


def _distance(here: Position, address: Address) -> float | None:
    there = address.position or area_of(address.country, address.postcode)
    return round(kilometres(here, there), 1) if there else None


def _is_near(distance: float | None, within_km: float | None) -> bool:
    return within_km is None or (distance is not None and distance <= within_km)
