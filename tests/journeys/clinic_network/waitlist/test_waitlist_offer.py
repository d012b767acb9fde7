"""A waitlist offer on the stack: a cancelled session goes to the member who waits, then to the next."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import pytest

from helsebro.local_day import local_day
from local.clinic.clinic_system import ClinicSystem
from local.journey import treatment
from local.journey.people import StackAddresses
from local.journey.played_events import PlayedCase
from local.journey.steps import Journey, until
from local.mailbox.emulator_items import EmulatorItems
from local.stack.stack import Stack
from tests.journeys.clinic_network.joining import PRACTITIONER
from tests.journeys.clocks_and_letters.mailbox import Mailbox, Message
from tests.journeys.clocks_and_letters.moved import Moved
from tests.journeys.clocks_and_letters.stored_deadline import due_at

KIND = "waitlist-offer"
"""The kind of the clock and of the notification."""
A_MINUTE, SESSION, IN_THREE_DAYS = timedelta(minutes=1), timedelta(minutes=45), timedelta(days=3)
Slot = dict[str, str]


@dataclass(frozen=True)
class Practice:
    """A new practitioner at the demo clinic with one free slot."""

    clinic: ClinicSystem
    path: str
    practitioner_id: str
    slot: Slot

    @property
    def key(self) -> str:
        """The clinic's key of the practitioner."""
        return self.path.rsplit("/", 1)[1]

    @classmethod
    def of(cls, stack: StackAddresses) -> Practice:
        """Registers the practitioner and publishes the slot, in three days."""
        clinic, key = stack.clinic_system(), f"waitlist-{secrets.token_hex(4)}"
        path = f"/v1/clinics/{stack.clinic_id}/practitioners/{key}"
        made = clinic.put(path, PRACTITIONER)
        slot = cls._publish(clinic, key, (clinic.now() + IN_THREE_DAYS).replace(hour=9))
        return cls(clinic, path, made.body["practitionerId"], slot)

    def another_slot(self) -> Slot:
        """Publishes a second slot, on the day after the first."""
        begins = datetime.fromisoformat(self.slot["startsAt"]) + timedelta(days=1)
        return self._publish(self.clinic, self.key, begins)

    @staticmethod
    def _publish(clinic: ClinicSystem, key: str, begins: datetime) -> Slot:
        """Publishes a first consultation at the full hour; returns it with its id."""
        begins = begins.replace(minute=0, second=0, microsecond=0)
        slot = {
            "key": f"{begins:%Y-%m-%d}",
            "service": "first",
            "startsAt": f"{begins:%Y-%m-%dT%H:%M:%SZ}",
            "endsAt": f"{begins + SESSION:%Y-%m-%dT%H:%M:%SZ}",
        }
        [taken] = clinic.publish_slots(key, [slot]).body["published"]
        return {**slot, "slotId": taken["slotId"]}


@dataclass(frozen=True)
class Waiter:
    """A member with a guarantee at the demo clinic, and the place on the waitlist."""

    case: PlayedCase
    practice: Practice

    def join(self) -> str:
        """Waits for a slot on the day of the practitioner's only one; returns the id of the entry."""
        day = str(local_day(datetime.fromisoformat(self.practice.slot["startsAt"])))
        named = {"guaranteeId": self.case.guarantee_id, "practitionerId": self.practice.practitioner_id}
        answer = self.case.member.post("/v1/waitlist", {**named, "earliest": day, "latest": day})
        return str(self._step(answer, 201)["waitlistId"])

    def entry(self) -> dict[str, Any]:
        """Returns the entry as the member sees it."""
        [entry] = self._step(self.case.member.get("/v1/waitlist"), 200)["items"]
        return dict(entry)

    def is_offered(self) -> bool:
        """Whether the only slot is offered to the member."""
        return bool(self.entry().get("offer", {}).get("slotId") == self.practice.slot["slotId"])

    def accept(self, waitlist_id: str, status: int) -> dict[str, Any]:
        """Accepts the offer; returns the answer, which must have that status."""
        return self._step(self.case.member.post(f"/v1/waitlist/{waitlist_id}/accept", None), status)

    def _step(self, answer: Any, status: int) -> dict[str, Any]:
        return dict(self.case.journey.step("the waitlist", answer, status).json())


@pytest.fixture
def waiters(running_stack: Stack) -> tuple[Waiter, Waiter]:
    """Two members who may wait for the same practitioner."""
    stack = StackAddresses.of(running_stack.addresses)
    practice = Practice.of(stack)
    first, second = (Waiter(PlayedCase(stack, Journey(lambda _: None)), practice) for _ in range(2))
    return first, second


def mailed(mailbox: Mailbox, waiter: Waiter) -> Callable[[], list[Message]]:
    """Returns what reads the offers that were mailed to a member."""
    about = {"kind": KIND, "caseId": waiter.case.claim_id}
    return lambda: [message for message in mailbox.sent(**about) if message["channel"] == "email"]


def test_a_waitlist_offer(running_stack: Stack, moved: Moved, waiters: tuple[Waiter, Waiter]) -> None:
    """A cancelled session is offered to who waits; what is not accepted in time is the next member's."""
    who_cancels, who_waits = waiters
    stack, slot = who_cancels.case.stack, who_cancels.practice.slot
    case = who_cancels.case
    booking = treatment.book_slot(case.journey, stack, case.member, case.guarantee_id, slot)
    first = who_waits.join()
    treatment.cancel(case.journey, case.member, booking)
    until("the offer of the slot", who_waits.is_offered)

    [mail, *_] = until("the mail about it", mailed(Mailbox.of(running_stack), who_waits))
    assert "ventelisten" in mail["text"]
    wanted = {"guaranteeId": case.guarantee_id, "slotId": slot["slotId"], "service": "first"}
    assert case.member.post("/v1/bookings", wanted).json()["code"] == "slot-taken"

    second = who_cancels.join()
    items = EmulatorItems(running_stack.addresses["awsEndpoint"])
    over = until("the clock of the offer", lambda: due_at(items, KIND, first))
    moved.to(over + A_MINUTE)
    assert who_waits.accept(first, 409)["code"] in {"waitlist-offer-expired", "waitlist-nothing-offered"}
    until("the offer to the next member", who_cancels.is_offered)
    assert who_waits.entry()["status"] == "waiting"

    booked = who_cancels.accept(second, 201)
    assert (booked["slotId"], booked["status"]) == (slot["slotId"], "booked")
    assert who_cancels.entry()["bookingId"] == booked["bookingId"]
    assert who_cancels.practice.clinic.get(f"/v1/bookings/{booked['bookingId']}").status == 200
