"""A session that moves: the reminder of the day before is taken back, and comes once for the new day."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest

from helsebro.deadlines.clocks import CLOCKS
from helsebro.deadlines.deadline import Deadline
from helsebro.deadlines.rows.of_claims import MORNING
from helsebro.local_day import zone
from helsebro_aws.dynamodb.record import from_item
from local.journey import treatment
from local.journey.people import StackAddresses
from local.journey.played_events import PlayedCase
from local.journey.steps import Journey, until
from local.mailbox.emulator_items import EmulatorItems
from local.stack.stack import Stack
from tests.journeys.mailbox import Mailbox, Message
from tests.journeys.moved import Moved

ROW = CLOCKS["session-reminder"]
COPENHAGEN = zone("DK")
A_DAY, A_MINUTE = timedelta(days=1), timedelta(minutes=1)


@dataclass(frozen=True)
class Session:
    """A booked session, and what its member has been sent about it."""

    case: PlayedCase
    booking_id: str
    mailbox: Mailbox
    items: EmulatorItems

    def move(self, slot: dict[str, str]) -> None:
        """Moves it to a slot."""
        path = f"/v1/bookings/{self.booking_id}/reschedule"
        assert self.case.member.post(path, {"slotId": slot["slotId"]}).status_code == 200

    def is_reminded_at(self, at: datetime) -> bool:
        """Whether its reminder is due at an instant."""
        stored = self.items.stored("cases", f"CLOCK#{ROW.kind}#{self.booking_id}")
        runs = [from_item(Deadline, item).reading(ROW) for item in stored]
        return [run.due_at for run in runs if run] == [at]

    def reminders(self) -> list[Message]:
        """Returns the reminders by e-mail, in any state."""
        planned = self.mailbox.messages(kind="session-reminder", caseId=self.case.claim_id)
        return [message for message in planned if message["channel"] == "email"]


@pytest.fixture
def slots(running_stack: Stack) -> list[dict[str, str]]:
    """Two free slots, in three days and in six."""
    stack = StackAddresses.of(running_stack.addresses)
    return [_published(stack, days) for days in (3, 6)]


@pytest.fixture
def session(running_stack: Stack, slots: list[dict[str, str]]) -> Session:
    stack = StackAddresses.of(running_stack.addresses)
    case = PlayedCase(stack, Journey(lambda _: None))
    booking = treatment.book_slot(case.journey, stack, case.member, case.guarantee_id, slots[0])
    items = EmulatorItems(running_stack.addresses["awsEndpoint"])
    return Session(case, booking["bookingId"], Mailbox.of(running_stack), items)


def test_the_reminder_of_a_moved_session_is_taken_back_and_comes_once(
    moved: Moved, session: Session, slots: list[dict[str, str]]
) -> None:
    earlier, later = (_morning_before(slot) for slot in slots)
    until("the first reminder to be due", lambda: session.is_reminded_at(earlier))
    session.move(slots[1])
    until("the reminder of the new day", lambda: session.is_reminded_at(later))

    moved.to(earlier + A_MINUTE)
    assert session.reminders() == []

    moved.to(later + A_MINUTE)
    [reminder] = until("the reminder", session.reminders)
    at = datetime.fromisoformat(slots[1]["startsAt"]).astimezone(COPENHAGEN)
    assert f"{at:%H.%M}" in reminder["text"]

    # What was sent too early would be here by now.
    moved.to(later + A_DAY)
    assert [message["at"] for message in session.reminders()] == [reminder["at"]]
    assert datetime.fromisoformat(reminder["at"]) >= later


def _published(stack: StackAddresses, days: int) -> dict[str, str]:
    """Publishes a slot for a first session in the evening, so many days ahead, and returns it."""
    clinic = stack.clinic_system()
    day = (clinic.now() + timedelta(days=days)).replace(hour=18, minute=0, second=0, microsecond=0)
    begins = day + timedelta(minutes=secrets.randbelow(120))
    slot = {
        "key": f"r-{secrets.token_hex(6)}",
        "startsAt": f"{begins:%Y-%m-%dT%H:%M:%SZ}",
        "endsAt": f"{begins + timedelta(minutes=45):%Y-%m-%dT%H:%M:%SZ}",
        "service": "first",
    }
    [taken] = clinic.publish_slots(stack.practitioner_key, [slot]).body["published"]
    return {**slot, "slotId": taken["slotId"]}


def _morning_before(slot: dict[str, str]) -> datetime:
    """Returns when the reminder of a session is due."""
    day = datetime.fromisoformat(slot["startsAt"]).astimezone(COPENHAGEN).date() - A_DAY
    return datetime.combine(day, MORNING, COPENHAGEN)
