"""Premium (præmie): when it is due, and how an unpaid premium suspends cover (R-1401, R-1402, R-1409).

Yearly dates are written ``MM-DD``; 29 February means 28 February in other years.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from helsebro.errors import BadInput, Conflict, Fault

Suspended = tuple[date, "date | None"]
"""A period without cover: its first day and the day of payment, None while the premium is unpaid."""


@dataclass(frozen=True)
class Reminder:
    """A reminder (rykker) of a premium that was not paid by ``due_on``, the last day in time (R-1402)."""

    sent_on: date
    due_on: date | None = None
    paid_on: date | None = None

    def suspends_from(self, days: int) -> date:
        """Returns the first day without cover while it is unpaid: the day after ``days`` have passed."""
        return self.sent_on + timedelta(days=days + 1)

    def suspended(self, days: int) -> Suspended | None:
        """Returns the period without cover; None when it was paid in time.

        The last day is in time (R-1402, Q14).
        """
        first = self.suspends_from(days)
        return None if self.paid_on and self.paid_on < first else (first, self.paid_on)


def reminded(reminders: Sequence[Reminder], new: Reminder, begins: date, today: date) -> tuple[Reminder, ...]:
    """Returns the reminders with a new one, in the order they were sent.

    Raises ``BadInput`` for one that cannot have been sent, ``Conflict`` for a second one on the same day.
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
    """Returns the reminders with all those paid that were sent by then: one payment settles the whole debt.

    Raises ``BadInput`` for a payment in the future, ``Conflict`` when nothing is owed.
    """
    if paid_on > today:
        raise BadInput([Fault("/paidOn", "not-yet-paid", "")])
    settled = tuple(
        replace(reminder, paid_on=paid_on)
        if reminder.paid_on is None and reminder.sent_on <= paid_on
        else reminder
        for reminder in reminders
    )
    if settled == tuple(reminders):
        raise Conflict("nothing-owed")
    return settled


def suspensions(reminders: Iterable[Reminder], days: int) -> tuple[Suspended, ...]:
    """Returns all periods without cover, the earliest first."""
    return tuple(period for reminder in reminders if (period := reminder.suspended(days)))


def stops_on(reminders: Iterable[Reminder], days: int) -> date | None:
    """Returns the first day without cover for what is unpaid now, None when all is paid (R-1402).

    It is that of the earliest unpaid reminder: a later one gives the policyholder no more time.
    """
    unpaid = (reminder for reminder in reminders if reminder.paid_on is None)
    return min((reminder.suspends_from(days) for reminder in unpaid), default=None)


def due_date(month_day: str, year: int) -> date:
    """Returns the day that ``MM-DD`` means in a year."""
    month, day = int(month_day[:2]), int(month_day[3:])
    return date(year, month, min(day, monthrange(year, month)[1]))


def next_due(month_days: Iterable[str], on: date) -> date:
    """Returns the first of these dates on a day or after it."""
    years = (on.year, on.year + 1)
    days = (due_date(month_day, year) for month_day in month_days for year in years)
    return min(day for day in days if day >= on)


def last_due(month_days: Iterable[str], on: date) -> date:
    """Returns the last of these dates on a day or before it."""
    years = (on.year, on.year - 1)
    days = (due_date(month_day, year) for month_day in month_days for year in years)
    return max(day for day in days if day <= on)
