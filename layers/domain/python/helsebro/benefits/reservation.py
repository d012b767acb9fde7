"""Reservation: what one guarantee has set aside of a person's benefits, until it is used or given back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from helsebro.money import Money

TIME_TO_BILL = timedelta(days=90)
"""How long a member may take to send in the bills of a course before others get what it reserved."""


@dataclass(frozen=True)
class Purpose:
    """What a benefit is spent on: the claim, its policy, and the illness or injury (R-1301, Q12).

    Without a ``product`` it counts under every policy of the person.
    """

    claim_id: str
    product: str | None = None
    policy_number: str = ""
    category: str | None = None
    arisen_on: date | None = None


@dataclass(frozen=True)
class Portion:
    """Sessions granted at once: by the decision of a task or of an extension, whose id is ``portion_id``.

    ``first_day`` and ``last_day`` are the days they may be held on. ``per_session`` is the agreed price,
    ``hours`` those of all its sessions together, each None where it is not known or not counted.
    """

    portion_id: str
    recorded_on: date
    sessions: int
    first_day: date
    last_day: date
    per_session: Money | None = None
    hours: int | float | None = None


@dataclass(frozen=True)
class Release:
    """Sessions given back on a day."""

    on: date
    sessions: int


@dataclass(frozen=True)
class Reservation:
    """All that a guarantee has reserved, portion by portion, and what of it was released.

    ``course_ended_on`` is the last day of the course (Q17). ``cut_on`` is the day it was revoked, the last
    that counts. ``closed_on`` is the day from which nothing more can be released: every session was held,
    released, or is known to have been missed.
    """

    guarantee_id: str
    purpose: Purpose
    treatment: str
    in_network: bool | None
    portions: tuple[Portion, ...]
    released: tuple[Release, ...] = ()
    course_ended_on: date | None = None
    cut_on: date | None = None
    closed_on: date | None = None

    @property
    def sessions(self) -> int:
        """All sessions granted."""
        return sum(portion.sessions for portion in self.portions)

    @property
    def sessions_released(self) -> int:
        """All sessions given back."""
        return sum(release.sessions for release in self.released)

    @property
    def first_day(self) -> date:
        """The first day on which a session may be held."""
        return min(portion.first_day for portion in self.portions)

    @property
    def last_day(self) -> date:
        """The last day on which a session may be held."""
        granted = max(portion.last_day for portion in self.portions)
        return min(granted, self.cut_on) if self.cut_on else granted

    @property
    def kept_until(self) -> date:
        """The last day before it may be released: outside the network bills come after the course (R-833)."""
        return self.last_day + (TIME_TO_BILL if self.in_network is False and not self.cut_on else timedelta())

    def is_for_refunds_of(self, claim_id: str) -> bool:
        """Whether it is the claim's own, for treatment outside the network: the member's bills use it up."""
        return self.purpose.claim_id == claim_id and self.in_network is False

    def hours_of(self, sessions: int) -> float | None:
        """The hours of so many sessions more, as long as its longest so far; None where none are counted."""
        told = [one for one in self.portions if one.hours is not None and one.sessions]
        return max((float(one.hours or 0) * sessions / one.sessions for one in told), default=None)

    def on(self, day: date) -> date:
        """The day on which what is left counts: as near to the day asked about as its period allows.

        What is reserved may be held in any window that its period touches, so it counts in each of them.
        """
        return max(min(day, self.last_day), min(self.first_day, self.last_day))

    def as_of(self, day: date) -> Reservation | None:
        """The reservation as it stood on a day; None before it was made."""
        portions = tuple(portion for portion in self.portions if portion.recorded_on <= day)
        if not portions:
            return None
        released = tuple(release for release in self.released if release.on <= day)
        return replace(self, portions=portions, released=released)

    def with_portion(self, portion: Portion) -> Reservation:
        """With one portion more, once, and open again: its course goes on."""
        if any(known.portion_id == portion.portion_id for known in self.portions):
            return self
        return replace(self, portions=(*self.portions, portion), closed_on=None, course_ended_on=None)

    def without(self, sessions: int) -> Reservation:
        """As if so many sessions had been given back from the first."""
        if not sessions:
            return self
        return replace(self, released=(*self.released, Release(date.min, sessions)))

    def remainders(self, gone: int) -> list[tuple[Portion, int]]:
        """The sessions left of each portion when so many are gone, the earliest first."""
        left = []
        for portion in self.portions:
            rest = max(portion.sessions - gone, 0)
            gone = max(gone - portion.sessions, 0)
            if rest:
                left.append((portion, rest))
        return left
