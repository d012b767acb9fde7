"""Search row: what the search knows of a practitioner who takes clients (F1-22, F2-04, F2-05)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from helsebro.network.address import Address
from helsebro.network.clinic import Clinic
from helsebro.network.practitioner import FirstFree, Practitioner

ANY = "any"
"""Stands for every treatment, for a search that names none."""
CRISIS_HELP = "crisis-help"
LOAD_SPAN = timedelta(days=14)
"""The span from now on in which booked sessions count, and up to now in which new clients do."""

CHANGED_BY = (
    "practitioner.registered",
    "practitioner.changed",
    "practitioner.ended",
    "clinic.registered",
    "clinic.changed",
    "slots.published",
    "slots.withdrawn",
    "booking.created",
    "booking.rescheduled",
    "booking.cancelled",
    "session.cancelled",
    "client.matched",
    "match.ended",
)
"""The events after which search rows are written again."""


@dataclass(frozen=True)
class SearchRow:
    """A practitioner with the clinic's name, as far as events have reported changes.

    ``first_free`` is the first slot that is not booked; it may be held, or have begun since. ``load`` is the
    number of sessions that are booked within ``LOAD_SPAN``, ``new_clients`` that of the clients whom staff
    matched to the practitioner within ``LOAD_SPAN`` before. ``languages`` are the practitioner's, else those
    that the clinic speaks. ``place`` is the key of the address that the row is for, None for the first one.
    ``notice_hours`` is the clinic's notice window, None in a row from before it was kept.
    """

    practitioner: Practitioner
    clinic_name: str
    first_free: FirstFree | None = None
    load: int = 0
    new_clients: int = 0
    languages: tuple[str, ...] = ()
    place: str | None = None
    notice_hours: int | None = None

    @classmethod
    def of(cls, practitioner: Practitioner, clinic: Clinic) -> SearchRow | None:
        """Returns the row; None when the clinic or the practitioner takes no clients (F0-06, F1-01)."""
        if not clinic.takes_clients or not practitioner.takes_clients or not practitioner.offered:
            return None
        of_clinic = clinic.details.languages if clinic.details else ()
        languages = practitioner.languages or of_clinic
        return cls(practitioner, clinic.name, languages=languages, notice_hours=clinic.notice_hours)

    @property
    def address(self) -> Address:
        """The address that the row is for."""
        return self.practitioner.address_at(self.place)

    def at_each_place(self) -> tuple[SearchRow, ...]:
        """Returns a row for each address of the practitioner."""
        return tuple(replace(self, place=place) for place in self.practitioner.places)

    @property
    def treatments(self) -> frozenset[str]:
        """The treatments by which a search finds it, with ``ANY``."""
        known = self.practitioner
        crisis = {CRISIS_HELP} if known.crisis_help and not known.denied_on else set()
        return frozenset({*known.offered, *crisis, ANY})

    def with_calendar(self, first_free: FirstFree | None, load: int, new_clients: int = 0) -> SearchRow:
        """Returns the row with the first free slot and the load."""
        return replace(self, first_free=first_free, load=load, new_clients=new_clients)
