"""A session that moves: the reminder of the day before is taken back, and comes once for the new day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest

from helsebro.local_day import zone
from helsebro.notifications.session_reminder import MORNING
from local.journey import treatment
from local.journey.people import StackAddresses
from local.journey.played_events import PlayedCase
from local.journey.steps import Journey, until
from local.mailbox.emulator_items import EmulatorItems
from local.stack.stack import Stack
from tests.journeys.clocks_and_letters.mailbox import Mailbox, Message
from tests.journeys.clocks_and_letters.moved import Moved
from tests.journeys.clocks_and_letters.published_slot import Slot, published_slot
from tests.journeys.clocks_and_letters.stored_deadline import due_at

KIND = "session-reminder"
COPENHAGEN = zone("DK")
A_DAY, A_MINUTE = timedelta(days=1), timedelta(minutes=1)


@dataclass(frozen=True)
class Session:
    """A booked session, and what its member has been sent about it."""

    case: PlayedCase
    booking_id: str
    mailbox: Mailbox
    items: EmulatorItems

    def move(self, slot: Slot) -> None:
        """Moves it to a slot."""
        path = f"/v1/bookings/{self.booking_id}/reschedule"
        assert self.case.member.post(path, {"slotId": slot["slotId"]}).status_code == 200

    def is_reminded_at(self, at: datetime) -> bool:
        """Whether its reminder is due at an instant."""
        return due_at(self.items, KIND, self.booking_id) == at

    def reminders(self) -> list[Message]:
        """Returns the reminders by e-mail, in any state."""
        planned = self.mailbox.messages(kind=KIND, caseId=self.case.claim_id)
        return [message for message in planned if message["channel"] == "email"]

    def sent_reminders(self) -> list[Message]:
        """Returns those that were sent, with what they say."""
        return [message for message in self.reminders() if message["state"] == "sent"]


@pytest.fixture
def slots(running_stack: Stack) -> list[Slot]:
    """Two free slots, in three days and in six."""
    stack = StackAddresses.of(running_stack.addresses)
    return [published_slot(stack, days) for days in (3, 6)]


@pytest.fixture
def session(running_stack: Stack, slots: list[Slot]) -> Session:
    stack = StackAddresses.of(running_stack.addresses)
    case = PlayedCase(stack, Journey(lambda _: None))
    booking = treatment.book_slot(case.journey, stack, case.member, case.guarantee_id, slots[0])
    items = EmulatorItems(running_stack.addresses["awsEndpoint"])
    return Session(case, booking["bookingId"], Mailbox.of(running_stack), items)


def test_the_reminder_of_a_moved_session_is_taken_back_and_comes_once(
    moved: Moved, session: Session, slots: list[Slot]
) -> None:
    earlier, later = (_morning_before(slot) for slot in slots)
    until("the first reminder to be due", lambda: session.is_reminded_at(earlier))
    session.move(slots[1])
    until("the reminder of the new day", lambda: session.is_reminded_at(later))

    moved.to(earlier + A_MINUTE)
    assert session.reminders() == []

    moved.to(later + A_MINUTE)
    [reminder] = until("the reminder", session.sent_reminders)
    at = datetime.fromisoformat(slots[1]["startsAt"]).astimezone(COPENHAGEN)
    assert f"{at:%H.%M}" in reminder["text"]

    # What was sent too early would be here by now.
    moved.to(later + A_DAY)
    assert [message["at"] for message in session.reminders()] == [reminder["at"]]
    assert datetime.fromisoformat(reminder["at"]) >= later


def _morning_before(slot: Slot) -> datetime:
    """Returns when the reminder of a session is due: the day before it last costs nothing to cancel."""
    day = datetime.fromisoformat(slot["startsAt"]).astimezone(COPENHAGEN).date() - 2 * A_DAY
    return datetime.combine(day, MORNING, COPENHAGEN)
