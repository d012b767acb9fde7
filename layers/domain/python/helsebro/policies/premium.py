"""Premium (præmie): when it falls due, and what an unpaid one does to the cover (R-1401, R-1402, R-1409).

Dates that return each year are written ``MM-DD``; 29 February is 28 February in other years.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from helsebro.errors import BadInput, Conflict, Fault

Suspended = tuple[date, "date | None"]
"""A stretch without cover: its first day, and the day it was paid, None while it is not."""


@dataclass(frozen=True)
class Reminder:
    """A reminder (rykker) of a premium that was not paid by ``due_on``, the last timely day (R-1402)."""

    sent_on: date
    due_on: date | None = None
    paid_on: date | None = None

    def suspends_from(self, days: int) -> date:
        """The first day without cover while it is unpaid: the day after the last of so many days."""
        return self.sent_on + timedelta(days=days + 1)

    def suspended(self, days: int) -> Suspended | None:
        """The stretch without cover; None when it was paid in time (R-1402, Q14: the last day is in time)."""
        first = self.suspends_from(days)
        return None if self.paid_on and self.paid_on < first else (first, self.paid_on)


def reminded(reminders: Sequence[Reminder], new: Reminder, begins: date, today: date) -> tuple[Reminder, ...]:
    """The reminders with a new one, in the order they were sent.

    Raises ``BadInput`` for one that cannot have been sent, ``Conflict`` for one of a day that has one.
    """
    faults = []
    if new.sent_on > today:
        faults.append(Fault("/sentOn", "not-yet-sent", ""))
    if new.sent_on < begins:
        faults.append(Fault("/sentOn", "before-the-policy-began", begins.isoformat()))
    if new.due_on and new.due_on >= new.sent_on:
        faults.append(Fault("/dueOn", "reminded-while-payable", ""))
    if faults:
        raise BadInput(faults)
    if any(known.sent_on == new.sent_on for known in reminders):
        raise Conflict("reminder-known")
    return tuple(sorted((*reminders, new), key=lambda reminder: reminder.sent_on))


def paid(reminders: Sequence[Reminder], paid_on: date, today: date) -> tuple[Reminder, ...]:
    """The reminders with all paid that were sent by then: one payment settles what is owed.

    Raises ``BadInput`` for a payment still to come, ``Conflict`` where nothing is owed.
    """
    if paid_on > today:
        raise BadInput([Fault("/paidOn", "not-yet-paid", "")])
    settled = tuple(
        replace(one, paid_on=paid_on) if one.paid_on is None and one.sent_on <= paid_on else one
        for one in reminders
    )
    if settled == tuple(reminders):
        raise Conflict("nothing-owed")
    return settled


def suspensions(reminders: Iterable[Reminder], days: int) -> tuple[Suspended, ...]:
    """All stretches without cover, first first."""
    return tuple(stretch for one in reminders if (stretch := one.suspended(days)))


def due_date(month_day: str, year: int) -> date:
    """The day of a year that ``MM-DD`` names."""
    month, day = int(month_day[:2]), int(month_day[3:])
    return date(year, month, min(day, monthrange(year, month)[1]))


def next_due(month_days: Iterable[str], on: date) -> date:
    """The first of these dates on a day or after it."""
    years = (on.year, on.year + 1)
    days = (due_date(month_day, year) for month_day in month_days for year in years)
    return min(day for day in days if day >= on)


def last_due(month_days: Iterable[str], on: date) -> date:
    """The last of these dates on a day or before it."""
    years = (on.year, on.year - 1)
    days = (due_date(month_day, year) for month_day in month_days for year in years)
    return max(day for day in days if day <= on)
