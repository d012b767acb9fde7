"""Reservation: what a guarantee reserves of a person's benefits until it is used or released."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from helsebro.coverage.answer import Settlement
from helsebro.ids import ClaimId, GuaranteeId
from helsebro.money import Money

TIME_TO_BILL = timedelta(days=90)
"""How long after a course a member may send in its bills before the rest of the reservation is released."""


@dataclass(frozen=True)
class Purpose:
    """What a benefit is spent on: the claim, its policy, and the illness or injury (R-1301, Q12).

    Without a ``product`` the spending counts under every policy of the person.
    """

    claim_id: ClaimId
    product: str | None = None
    policy_number: str = ""
    category: str | None = None
    arisen_on: date | None = None


@dataclass(frozen=True)
class Portion:
    """Sessions granted by one decision of a task or of an extension, whose id is ``portion_id``.

    They may be held from ``first_day`` to ``last_day``. ``per_session`` is the agreed price, ``hours`` the
    hours of all its sessions together; each is None when it is not known or not counted. ``begin_by`` is the
    last day of the first session, None when there is no such day.
    """

    portion_id: str
    recorded_on: date
    sessions: int
    first_day: date
    last_day: date
    per_session: Money | None = None
    hours: int | float | None = None
    begin_by: date | None = None


@dataclass(frozen=True)
class Release:
    """Sessions released on a day; fewer than none when a later bill took some back."""

    on: date
    sessions: int


@dataclass(frozen=True)
class Reservation:
    """What a guarantee has reserved, portion by portion, and what was released of it.

    ``course_ended_on`` is the last day of the course (Q17). ``cut_on`` is the day the guarantee was revoked,
    the last that counts. ``closed_on`` is the day from which nothing more can be released: every session was
    held, released or missed. ``settlement`` is its guarantee's; None of one that was made before reservations
    stored it. ``has_begun`` says that a session was held, so that it no longer ends by the last day to begin.
    """

    guarantee_id: GuaranteeId
    purpose: Purpose
    treatment: str
    in_network: bool | None
    portions: tuple[Portion, ...]
    released: tuple[Release, ...] = ()
    course_ended_on: date | None = None
    cut_on: date | None = None
    closed_on: date | None = None
    settlement: Settlement | None = None
    has_begun: bool = False

    @property
    def sessions(self) -> int:
        """The number of sessions granted."""
        return sum(portion.sessions for portion in self.portions)

    @property
    def sessions_released(self) -> int:
        """The number of sessions released."""
        return sum(release.sessions for release in self.released)

    @property
    def sessions_granted(self) -> int:
        """The number of sessions that all decisions granted.

        An extension reserves again what was released before it, so those sessions are in two portions. What
        was released when the guarantee was revoked comes after every extension, also on one day.
        """
        latest = max(portion.recorded_on for portion in self.portions)
        before = (release for release in self.released if release.on <= latest and release.on != self.cut_on)
        return self.sessions - sum(release.sessions for release in before)

    @property
    def sessions_reclaimable(self) -> int:
        """The number of sessions released since the last extension, which reserved the earlier ones again.

        They were promised for the days of its period. A bill that comes later is for such a day, and a bill
        counts by the day of treatment, so it takes them back.
        """
        return self.sessions_granted - self.sessions + self.sessions_released

    @property
    def valid_from(self) -> date:
        """The day from which its guarantee is valid: that of the decision, also before ``first_day``."""
        return min(portion.recorded_on for portion in self.portions)

    @property
    def gaps(self) -> tuple[tuple[date, date], ...]:
        """The first and the last day of each time without a guarantee, before a later extension.

        A treatment must be approved before it is held (R-1205): an extension that was granted after the last
        day counts from its own decision, and approves nothing that was held in between.
        """
        found = []
        ends = min(self.portions, key=lambda portion: portion.recorded_on).last_day
        for portion in sorted(self.portions, key=lambda portion: portion.recorded_on):
            first, last = ends + timedelta(days=1), portion.recorded_on - timedelta(days=1)
            if first <= last:
                found.append((first, last))
            ends = max(ends, portion.last_day)
        return tuple(found)

    def allows(self, on: date) -> bool:
        """Returns whether its guarantee was in force on a day, so that it covers a session held then."""
        in_a_gap = any(first <= on <= last for first, last in self.gaps)
        return self.valid_from <= on <= self.last_day and not in_a_gap

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
    def begin_by(self) -> date | None:
        """The last day of the first session while none is held; None when there is no such day (R-7144)."""
        days = (portion.begin_by for portion in self.portions if portion.begin_by and not self.has_begun)
        return min(days, default=None)

    @property
    def kept_until(self) -> date:
        """The last day before the release looks at it.

        It is the last day on which a session could be held, or begin. A member's bills arrive after the
        course (R-833); a clinic's session stays reserved by itself, from its booking on.
        """
        ends = min(self.last_day, self.begin_by or self.last_day)
        return ends + (TIME_TO_BILL if self.is_for_refunds and not self.cut_on else timedelta())

    @property
    def is_for_refunds(self) -> bool:
        """Whether only refunds use it: its guarantee pays no clinic, so no clinic sends invoices.

        That is not the same as outside the network: no clinic gives a transport, and staff may grant a
        clinic of the network to a claim from outside it.
        """
        return self.settlement == "refund" if self.settlement else self.in_network is False

    def hours_of(self, sessions: int) -> float | None:
        """Returns the hours of ``sessions`` more sessions, each as long as the longest so far.

        None when no hours are counted.
        """
        counted = [portion for portion in self.portions if portion.hours is not None and portion.sessions]
        longest = (float(portion.hours or 0) * sessions / portion.sessions for portion in counted)
        return max(longest, default=None)

    def on(self, day: date) -> date:
        """Returns the day on which the rest counts: the day of its period nearest to ``day``.

        Reserved sessions may be held in any window that the period touches, so they count in each of them.
        """
        return max(min(day, self.last_day), min(self.first_day, self.last_day))

    def as_of(self, day: date) -> Reservation | None:
        """Returns the reservation as it was on a day; None before it existed."""
        portions = tuple(portion for portion in self.portions if portion.recorded_on <= day)
        if not portions:
            return None
        released = tuple(release for release in self.released if release.on <= day)
        return replace(self, portions=portions, released=released)

    def with_portion(self, portion: Portion) -> Reservation:
        """Returns it with one more portion, once, and open again, because its course continues."""
        if any(known.portion_id == portion.portion_id for known in self.portions):
            return self
        return replace(self, portions=(*self.portions, portion), closed_on=None, course_ended_on=None)

    def without(self, sessions: int) -> Reservation:
        """Returns it as if ``sessions`` reserved sessions had been released from the first day on.

        What a bill takes back of the released ones is not reserved.
        """
        reserved = sessions - self.sessions_reclaimable
        if reserved <= 0:
            return self
        return replace(self, released=(*self.released, Release(date.min, reserved)))

    def reclaimed(self, sessions: int, on: date) -> Reservation:
        """Returns it with up to ``sessions`` of its released sessions taken back on a day."""
        back = min(sessions, self.sessions_reclaimable)
        return replace(self, released=(*self.released, Release(on, -back))) if back else self

    def remainders(self, gone: int) -> list[tuple[Portion, int]]:
        """Returns the sessions left of each portion after ``gone`` were used or released, earliest first."""
        left = []
        for portion in self.portions:
            rest = max(portion.sessions - gone, 0)
            gone = max(gone - portion.sessions, 0)
            if rest:
                left.append((portion, rest))
        return left
