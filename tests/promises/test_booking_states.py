"""Promise 1, by steps: after any steps of members and clinic, in any order, the tables agree with a model.

The real handlers run ``RUNS`` × ``STEPS`` (8 × 15; 500 × 50 for a release) steps: publish a slot, publish
another over it, hold, let a hold expire, book, reschedule, cancel, withdraw and report a session.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import BookingId, SlotId
from helsebro_aws.bookings.dynamo_bookings import DynamoBookings
from helsebro_aws.calendars.dynamo_slots import DynamoSlots
from helsebro_aws.dynamodb.record import instant
from helsebro_aws.dynamodb.tables import Update, tables
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees
from tests.builders.calls import Answered, member
from tests.builders.network import (
    ANNA,
    BO,
    Stage,
    act,
    begun,
    book,
    guarantees_of,
    hold,
    slot_body,
    soon,
    staged,
)
from tests.promises.atomic_dynamodb import atomic_transactions, is_slot
from tests.suite.sizes import size

RUNS, STEPS = size(8, 500, "RUNS"), size(15, 50, "STEPS")
FREE, WITHDRAWN = "free", "withdrawn"
MOST_SLOTS, SESSIONS = 4, 2
PEOPLE = (ANNA, BO)
some_slot = st.integers(0, MOST_SLOTS - 1)
some_member = st.integers(0, len(PEOPLE) - 1)


class Calendar(RuleBasedStateMachine):
    """One practitioner, four slots, two members with a guarantee of two sessions each.

    The model has the state of each slot (free, withdrawn, or held or booked by a member) and each booking.
    """

    @initialize()
    def prepare(self) -> None:
        self.stage: Stage = staged()
        self.guarantees: list[Guarantee] = guarantees_of(PEOPLE, sessions_granted=SESSIONS)
        self.slots: list[str] = []
        self.keys: list[str] = []
        self.model: dict[str, Any] = {}
        self.booked: dict[str, tuple[int, str]] = {}
        self.used: Counter[int] = Counter()
        self.publish()

    @rule()
    def publish(self) -> None:
        if len(self.slots) == MOST_SLOTS:
            return
        body = slot_body(soon(72 + len(self.slots)))
        self.slots.append(str(self.stage.publish(body).body["published"][0]["slotId"]))
        self.keys.append(str(body["key"]))
        self.model[self.slots[-1]] = FREE

    @rule(which=some_slot)
    def publish_over(self, which: int) -> None:
        """The clinic publishes the same minute under another key, which replaces only an available slot."""
        number = which % len(self.slots)
        slot_id = self.slots[number]
        body = slot_body(DynamoSlots().find(SlotId(slot_id)).starts_at)
        answer = self.stage.publish(body)
        if self.model[slot_id] in (FREE, WITHDRAWN):
            assert answer.status == 202, answer.body
            self.keys[number] = str(body["key"])
            self.model[slot_id] = FREE
        else:
            assert answer.body["errors"][0]["code"] == "slot-overlaps", answer.body

    @rule(who=some_member, which=some_slot)
    def hold(self, who: int, which: int) -> None:
        slot_id = self.slots[which % len(self.slots)]
        answer = hold(self.guarantees[who], slot_id, by=member(PEOPLE[who]))
        if self.left(who) == 0:
            self.refused(answer, "guarantee-used-up")
        elif self.model[slot_id] == FREE:
            assert answer.status == 201, answer.body
            self.release_hold(who)
            self.model[slot_id] = ("held", who)
        elif self.model[slot_id] == ("held", who):
            assert answer.status == 201, answer.body
        else:
            self.refused(answer, "slot-taken")

    @rule(which=some_slot)
    def expire_hold(self, which: int) -> None:
        """A hold of ten minutes expires."""
        slot_id = self.slots[which % len(self.slots)]
        if self.model[slot_id][0] == "held":
            slot = DynamoSlots().find(SlotId(slot_id))
            key = (slot.practitioner_id, f"SLOT#{instant(slot.starts_at)}")
            expired = Update(tables.settings.network_table, *key, set={"heldUntil": instant(soon(-1))})
            tables.commit([expired])
            self.model[slot_id] = FREE

    @rule(who=some_member, which=some_slot)
    def book(self, who: int, which: int) -> None:
        slot_id = self.slots[which % len(self.slots)]
        answer = book(self.guarantees[who], slot_id, by=member(PEOPLE[who]))
        if self.left(who) == 0:
            self.refused(answer, "guarantee-used-up")
        elif self.model[slot_id] in (FREE, ("held", who)):
            assert answer.status == 201, answer.body
            self.model[slot_id] = ("booked", who)
            self.booked[str(answer.body["bookingId"])] = (who, slot_id)
        else:
            self.refused(answer, "slot-taken")

    @rule(data=st.data(), which=some_slot)
    def move(self, data: st.DataObject, which: int) -> None:
        if not self.booked:
            return
        booking_id = data.draw(st.sampled_from(sorted(self.booked)))
        who, old = self.booked[booking_id]
        new = self.slots[which % len(self.slots)]
        answer = act(booking_id, "reschedule", by=member(PEOPLE[who]), body={"slotId": new})
        if new == old:
            self.refused(answer, "booking-in-that-slot")
        elif self.model[new] in (FREE, ("held", who)):
            assert answer.status == 200, answer.body
            self.model |= {old: FREE, new: ("booked", who)}
            self.booked[booking_id] = (who, new)
        else:
            self.refused(answer, "slot-taken")

    @rule(data=st.data())
    def cancel(self, data: st.DataObject) -> None:
        if self.booked:
            booking_id = data.draw(st.sampled_from(sorted(self.booked)))
            who, slot_id = self.booked.pop(booking_id)
            assert act(booking_id, "cancel", by=member(PEOPLE[who])).status == 200
            self.model[slot_id] = FREE

    @rule(data=st.data())
    def report_held(self, data: st.DataObject) -> None:
        if self.booked:
            booking_id = data.draw(st.sampled_from(sorted(self.booked)))
            who, _ = self.booked.pop(booking_id)
            begun(booking_id)
            assert self.stage.event("session.held", {"bookingId": booking_id}).status == 202
            self.used[who] += 1

    @rule(which=some_slot)
    def withdraw(self, which: int) -> None:
        number = which % len(self.slots)
        slot_id = self.slots[number]
        data = {"practitionerKey": self.stage.key, "keys": [self.keys[number]]}
        answer = self.stage.event("slots.withdrawn", data)
        if self.model[slot_id] == WITHDRAWN or self.model[slot_id][0] == "booked":
            assert answer.status == 422, answer.body
        else:
            assert answer.status == 202, answer.body
            self.model[slot_id] = WITHDRAWN

    @invariant()
    def the_tables_agree_with_the_model(self) -> None:
        booked: Counter[int] = Counter(self.used)
        for booking_id, (who, slot_id) in self.booked.items():
            booking = DynamoBookings().find(BookingId(booking_id))
            assert (booking.status, booking.slot_id) == ("booked", slot_id)
            assert DynamoSlots().find(SlotId(slot_id)).booking_id == booking_id
            booked[who] += 1
        for slot_id, state in self.model.items():
            kind = state if isinstance(state, str) else state[0]
            slot = DynamoSlots().find(SlotId(slot_id))
            assert slot.is_available(soon(0)) if kind == FREE else slot.status == kind
        listed = tables.query_all("network", f"FREE#{self.stage.practitioner_id}", listing=True)
        open_slots = {slot_id for slot_id, state in self.model.items() if state == FREE or state[0] == "held"}
        assert {row["slotId"] for row in listed} == open_slots
        weeks = tables.query_all("network", self.stage.practitioner_id, begins="WEEK#")
        assert sum(int(week["sessions"]) for week in weeks) == booked.total()
        for who, guarantee in enumerate(self.guarantees):
            now = DynamoGuarantees().find(guarantee.guarantee_id)
            assert (now.sessions_booked, now.sessions_used) == (booked[who], self.used[who])
            assert now.sessions_booked <= SESSIONS

    def left(self, who: int) -> int:
        """Returns the number of sessions that the member may still book."""
        return SESSIONS - self.used[who] - sum(1 for owner, _ in self.booked.values() if owner == who)

    def release_hold(self, who: int) -> None:
        """Releases the member's hold in the model: a guarantee holds one slot at a time."""
        for slot_id, state in self.model.items():
            if state == ("held", who):
                self.model[slot_id] = FREE

    def refused(self, answer: Answered, code: str) -> None:
        assert answer.body.get("code") == code, (answer.status, answer.body)


def run(*phases: Phase) -> None:
    run_state_machine_as_test(
        Calendar,
        settings=settings(
            max_examples=RUNS,
            stateful_step_count=STEPS,
            phases=phases,
            report_multiple_bugs=False,
            suppress_health_check=list(HealthCheck),
        ),
    )


@pytest.mark.usefixtures("aws")
def test_no_order_of_steps_books_a_slot_twice() -> None:
    run(*Phase)


@pytest.mark.usefixtures("aws")
def test_control_without_the_condition_on_the_slot_a_slot_is_booked_twice() -> None:
    with atomic_transactions(unguarded=is_slot), pytest.raises(AssertionError):
        run(Phase.generate)
