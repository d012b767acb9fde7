"""Which act is done, on what: two numbers that hypothesis draws choose among what there is now."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from tests.promises.booking_states.acts import Act, Acts
from tests.promises.booking_states.facts import FIRST, EntryFacts, SlotFacts

Choice = Callable[["Choices", int, int], "Act | None"]
Thing = TypeVar("Thing")
DAYS_TO_WAIT = (1, 2, 5)


def pick(things: Sequence[Thing], number: int) -> Thing:
    """Returns one of the things."""
    return things[number % len(things)]


@dataclass(frozen=True)
class Choices:
    """Returns the chosen act, and None where there is nothing to act on."""

    acts: Acts

    def who(self, number: int) -> int:
        """The number of a guarantee."""
        return number % len(self.acts.guarantees)

    def slot(self, number: int) -> SlotFacts:
        """A slot."""
        return pick(list(self.acts.model.slots.values()), number)

    def booking(self, number: int) -> str | None:
        """The id of a booking: more often one that is not closed."""
        every = self.acts.model.bookings
        booked = [booking_id for booking_id, booking in every.items() if booking.status == "booked"]
        return pick(booked if booked and number % 4 else list(every), number // 4) if every else None

    def entry(self, number: int) -> EntryFacts | None:
        """An entry: more often one with an offer."""
        every = list(self.acts.model.entries.values())
        offered = [entry for entry in every if entry.offer]
        return pick(offered if offered and number % 4 else every, number // 4) if every else None

    def _of_booking(self, number: int, make: Callable[[str], Act]) -> Act | None:
        booking_id = self.booking(number)
        return make(booking_id) if booking_id else None

    def _of_entry(self, number: int, make: Callable[[EntryFacts], Act]) -> Act | None:
        entry = self.entry(number)
        return make(entry) if entry else None

    def hold(self, one: int, other: int) -> Act:
        """A member holds a slot."""
        return self.acts.hold(self.who(one), self.slot(other))

    def book(self, one: int, other: int) -> Act:
        """A member books a slot."""
        return self.acts.book(self.who(one), self.slot(other))

    def move(self, one: int, other: int) -> Act | None:
        """A member moves a booking to a slot."""
        return self._of_booking(one, lambda booking_id: self.acts.move(booking_id, self.slot(other)))

    def cancel(self, one: int, _: int) -> Act | None:
        """A member cancels a booking."""
        return self._of_booking(one, self.acts.cancel)

    def join(self, one: int, other: int) -> Act:
        """A member joins the waitlist, for the practitioner or, while bound to none, near a postcode.

        Of five one waits for a first consultation only.
        """
        named: dict[str, str] = {"practitionerId": self.acts.stage.practitioner_id}
        place = named if other % 2 else {"postcode": "2100"}
        service = {"service": FIRST} if other % 5 == 4 else {}
        return self.acts.join(self.who(one), pick(DAYS_TO_WAIT, other // 2), {**place, **service})

    def accept(self, one: int, _: int) -> Act | None:
        """A member accepts an offer."""
        return self._of_entry(one, self.acts.accept)

    def decline(self, one: int, _: int) -> Act | None:
        """A member declines an offer."""
        return self._of_entry(one, self.acts.decline)

    def leave(self, one: int, _: int) -> Act | None:
        """A member leaves the waitlist."""
        return self._of_entry(one, self.acts.leave)

    def publish_over(self, one: int, _: int) -> Act:
        """The clinic publishes over a slot."""
        return self.acts.publish_over(self.slot(one))

    def withdraw(self, one: int, _: int) -> Act:
        """The clinic withdraws a slot."""
        return self.acts.withdraw(self.slot(one))

    def report(self, one: int, other: int) -> Act | None:
        """The clinic reports a session."""
        status = pick(("held", "missed"), other)
        return self._of_booking(one, lambda booking_id: self.acts.report(booking_id, status))

    def cancel_at_clinic(self, one: int, other: int) -> Act | None:
        """The clinic reports a cancelled session."""
        by = pick(("clinic", "client"), other)
        return self._of_booking(one, lambda booking_id: self.acts.cancel_at_clinic(booking_id, by))

    def revoke(self, one: int, other: int) -> Act | None:
        """Staff revoke a guarantee: seldom, because nothing can be done under it any more."""
        return self.acts.revoke(self.who(one)) if other % 4 == 3 else None


ALL: Mapping[str, Choice] = {
    choice.__name__: choice
    for choice in (
        *(Choices.hold, Choices.book, Choices.move, Choices.cancel),
        *(Choices.join, Choices.accept, Choices.decline, Choices.leave),
        *(Choices.publish_over, Choices.withdraw, Choices.report, Choices.cancel_at_clinic),
        Choices.revoke,
    )
}
"""The acts by name."""
