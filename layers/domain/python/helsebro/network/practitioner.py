"""Practitioner: a person who treats, with place, treatments and accepted clients (F0-11, F1-22, F2-04)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from helsebro.errors import BadInput
from helsebro.ids import ClinicId, PractitionerId, SlotId
from helsebro.local_day import local_day, zone
from helsebro.network.address import Address
from helsebro.network.problem_words import problem_words
from helsebro.network.team.opened_days import OpenedDays
from helsebro.network.team.practice_address import PracticeAddress
from helsebro.network.team.practitioner_faults import (
    ONLY_WHEN_AUTHORISED,
    AddressFields,
    address_faults,
    authorisation_faults,
    pause_faults,
    position_faults,
    problem_faults,
    since_faults,
    treatment_faults,
)
from helsebro.network.team.treating_professions import fits

CRISIS_HELP = "crisis-help"
OpenSpan = tuple[datetime, "datetime | None"]
"""From an instant to another, or without an end."""


@dataclass(frozen=True)
class Practitioner:
    """A practitioner as the clinic's own system describes them, under its own ``key``.

    ``problems`` are those the practitioner treats, empty for any; ``problems_not_taken`` are left out
    (F1-22). The practitioner switches ``insurance_clients`` and ``crisis_help`` on and off (F1-01, F1-11),
    and takes no insurance clients from ``paused_from`` to ``paused_until``, or until further notice (F1-23).
    ``authorised_since`` is the day from which the authorisation counts, None when it always did.
    ``addresses`` are those where they treat beside ``address``, and ``languages`` are ISO 639-1 codes.
    ``ended_at`` is when they left the clinic. ``generation`` counts those who had the key before and left:
    who gets their key is another practitioner, with another id. ``denied_on`` is the day on which the network
    team found that they do not have the authorisation that the clinic states; it counts from then until it is
    confirmed. ``opened`` are the days that were closed to clients and are open again since.
    Raises ``BadInput`` with every fault.
    """

    practitioner_id: PractitionerId
    clinic_id: ClinicId
    key: str
    name: str
    profession: str
    authorised: bool
    provider_number: bool
    address: Address
    treatments: tuple[str, ...]
    insurance_clients: bool
    crisis_help: bool
    problems: tuple[str, ...] = ()
    approvals: tuple[str, ...] = ()
    authorisation_id: str | None = None
    weekly_capacity: int | None = None
    authorised_since: date | None = None
    problems_not_taken: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    paused_from: date | None = None
    paused_until: date | None = None
    ended_at: datetime | None = None
    addresses: tuple[PracticeAddress, ...] = ()
    generation: int = 0
    denied_on: date | None = None
    opened: OpenedDays | None = None

    def __post_init__(self) -> None:
        found = [
            *authorisation_faults(self.profession, self.authorised, self.treatments, self.crisis_help),
            *since_faults(self.authorised, self.authorised_since),
            *position_faults(self.address.lat, self.address.lon),
            *address_faults(self.address.country, [_fields(each) for each in self.addresses]),
            *treatment_faults(self.treatments, self.crisis_help, len(self.addresses)),
            *problem_faults(self.problems, self.problems_not_taken),
            *pause_faults(self.paused_from, self.paused_until),
        ]
        if found:
            raise BadInput(found)

    @property
    def places(self) -> tuple[str | None, ...]:
        """The keys of all addresses, None for the first."""
        return (None, *(each.key for each in self.addresses))

    def address_at(self, place: str | None) -> Address:
        """Returns the address of a key; the first one for None and for a key that is no longer known."""
        found = (each.address for each in self.addresses if each.key == place)
        return next(found, self.address)

    @property
    def takes_clients(self) -> bool:
        """Whether they take insurance clients at all, on days without a pause."""
        return self.insurance_clients and self.ended_at is None

    def authorised_on(self, day: date) -> bool:
        """Returns whether they had the authorisation on a day: as reported, unless it was denied (F1-03)."""
        if self.denied_on and self.denied_on <= day:
            return False
        return self.authorised and (self.authorised_since is None or self.authorised_since <= day)

    def following(self, before: Practitioner, on: date) -> Practitioner:
        """Returns the practitioner as reported on a day, with the day from which an authorisation counts.

        A new authorisation counts from the day on which it was reported at the earliest, because sessions
        before it were held at the other fee. What the network team denied stays denied.
        """
        if before.denied_on != self.denied_on:
            return replace(self, denied_on=before.denied_on).following(before, on)
        if not self.authorised:
            return self
        reported = self.authorised_since
        if not before.authorised:
            return replace(self, authorised_since=max(reported or on, on))
        if reported is None or before.authorised_since is None:
            return replace(self, authorised_since=reported or before.authorised_since)
        return replace(self, authorised_since=max(reported, min(before.authorised_since, on)))

    @property
    def fitting(self) -> tuple[str, ...]:
        """The treatments of their profession: a row from before that was asked for may hold others."""
        return tuple(each for each in self.treatments if fits(self.profession, each))

    @property
    def offered(self) -> tuple[str, ...]:
        """The treatments without those that need an authorisation which was denied; crisis help is apart."""
        if not self.denied_on:
            return self.fitting
        return tuple(each for each in self.fitting if each not in ONLY_WHEN_AUTHORISED)

    def denied(self, on: date) -> Practitioner:
        """Returns the practitioner after the network team denied the authorisation on a day."""
        return self if self.denied_on else replace(self, denied_on=on)

    def still_denied(self, on: date | None) -> Practitioner:
        """Returns the practitioner with an earlier denial of the same authorisation, if there was one."""
        return self if on is None or self.denied_on else replace(self, denied_on=on)

    def is_same_person_as(self, other: Practitioner) -> bool:
        """Whether who has a key now is who had it before: by the number of the authorisation, or the name."""
        if self.authorisation_id and self.authorisation_id == other.authorisation_id:
            return True
        return self.name.casefold().split() == other.name.casefold().split()

    def confirmed(self) -> Practitioner:
        """Returns the practitioner after the authorisation was confirmed."""
        return replace(self, denied_on=None)

    def is_paused_on(self, day: date) -> bool:
        """Returns whether a day is in the pause, of which the first and the last day are part."""
        begins, ends = self.paused_from, self.paused_until
        return begins is not None and begins <= day and (ends is None or day <= ends)

    def takes_clients_on(self, day: date) -> bool:
        """Returns whether insurance clients may be sent to them, or have a session, on a day."""
        return self.takes_clients and not self.is_paused_on(day)

    def takes_clients_at(self, at: datetime) -> bool:
        """Returns whether insurance clients may have a session that starts at an instant.

        They may not have one of who may then give nothing of what is offered, without an authorisation.
        """
        day = local_day(at, self.address.country)
        return any(self.offers(treatment, day) for treatment in (*self.treatments, CRISIS_HELP))

    def lacks_authorisation_for(self, treatment: str, on: date) -> bool:
        """Returns whether only the authorisation is missing for sessions of the treatment on a day."""
        return not self.offers(treatment, on) and replace(
            self, authorised=True, authorised_since=None, denied_on=None
        ).offers(treatment, on)

    def opening_after(self, before: Practitioner, at: datetime) -> Practitioner:
        """Returns the practitioner with the days that this change opens; without one, as before.

        What the clinic reports never holds them. Days that stay closed are among them too: whether a session
        can be held on a day is asked for itself.
        """
        switches = ("insurance_clients", "paused_from", "paused_until", "ended_at")
        if all(getattr(self, name) == getattr(before, name) for name in switches):
            return replace(self, opened=before.opened)
        if not before.takes_clients:
            return replace(self, opened=OpenedDays(at))
        if before.paused_from:
            return replace(self, opened=OpenedDays(at, before.paused_from, before.paused_until))
        return replace(self, opened=before.opened)

    def opened_at(self, starts_at: datetime) -> datetime | None:
        """Returns when the day of an instant was opened to clients; None when it always was open."""
        day = local_day(starts_at, self.address.country)
        return self.opened.opened_at if self.opened and self.opened.include(day) else None

    def open_spans(self, start: datetime, end: datetime | None) -> list[OpenSpan]:
        """Returns the parts of a span in which insurance clients may have sessions: two around a pause."""
        if not self.takes_clients:
            return []
        spans: list[OpenSpan] = [(start, end)]
        if self.paused_from:
            begins = self._midnight(self.paused_from)
            spans = [(start, begins if end is None else min(begins, end))]
        if self.paused_until:
            ends = self._midnight(self.paused_until + timedelta(days=1))
            spans.append((max(start, ends), end))
        return [(first, last) for first, last in spans if last is None or first <= last]

    def offers(self, treatment: str, on: date) -> bool:
        """Returns whether members with a guarantee for the treatment may have a session on a day."""
        if not self.takes_clients_on(on):
            return False
        if treatment in ONLY_WHEN_AUTHORISED and not self.authorised_on(on):
            return False
        return self.crisis_help if treatment == CRISIS_HELP else treatment in self.fitting

    def has_given_up(self, treatment: str) -> bool:
        """Returns whether they give the treatment no more: they left, or lost the authorisation it needs."""
        return bool(self.ended_at or (self.denied_on and treatment in ONLY_WHEN_AUTHORISED))

    def fit_to(self, problem: str | None) -> int:
        """Returns 2 when they list the problem, 1 when they treat any, and 0 when they do not take it.

        Spelling and language do not matter: ``Knæsmerter`` is ``knee-pain``.
        """
        if not problem:
            return 1
        named = problem_words(problem)
        if any(named & problem_words(each) for each in self.problems_not_taken):
            return 0
        if not self.problems:
            return 1
        return 2 if any(named & problem_words(each) for each in self.problems) else 0

    def changed(self, **reported: Any) -> Practitioner:
        """Returns the practitioner with the fields that the clinic reports (F0-21)."""
        return replace(self, **reported)

    def ended(self, at: datetime) -> Practitioner:
        """Returns the practitioner after they left the clinic: no one can book, and who has booked stays."""
        return self if self.ended_at else replace(self, ended_at=at)

    def _midnight(self, day: date) -> datetime:
        return datetime.combine(day, time.min, zone(self.address.country)).astimezone(UTC)


def _fields(other: PracticeAddress) -> AddressFields:
    return other.key, other.address.country, other.address.lat, other.address.lon


@dataclass(frozen=True)
class FirstFree:
    """A practitioner's first free slot, as a search shows it."""

    slot_id: SlotId
    starts_at: datetime
