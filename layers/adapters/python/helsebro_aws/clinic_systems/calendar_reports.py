"""A clinic system's reports about a practitioner's calendar (F0-13)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from helsebro.calendars.publication import Publication, RefusedSlot
from helsebro.calendars.slot import Slot
from helsebro.errors import BadInput, Fault
from helsebro_aws.calendars.dynamo_calendar import DynamoCalendar
from helsebro_aws.clinic_systems.practitioner_reports import reporting
from helsebro_aws.clinic_systems.slots.wanted_slots import WantedSlot, wanted_slots
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.network.dynamo_practitioners import DynamoPractitioners

if TYPE_CHECKING:
    from helsebro_aws.clinic_systems.event_answer import AcceptedEventAnswer, RefusedSlotAnswer


@dataclass(frozen=True)
class CalendarReports:
    """Publishes, replaces and withdraws slots; the answer reports the result for each slot."""

    calendar: DynamoCalendar = field(default_factory=DynamoCalendar)
    practitioners: DynamoPractitioners = field(default_factory=DynamoPractitioners)

    def publish(self, call: Call, data: Any, _: datetime) -> HttpAnswer:
        """``slots.published``: stores new slots, or new times of known ones; they replace available slots."""
        practitioner = reporting(self.practitioners, call, data.practitioner_key)
        wanted = wanted_slots(data, practitioner)
        slots, answer = _named(wanted)
        done = self.calendar.publish(
            practitioner,
            slots,
            lambda done: call.receipt(answer(done)),
            by_system=call.caller.is_clinic_system,
        )
        return answer(done)

    def replace(self, call: Call, data: Any, _: datetime) -> HttpAnswer:
        """``slots.replaced``: makes these slots the calendar of a span; booked slots stay."""
        practitioner = reporting(self.practitioners, call, data.practitioner_key)
        wanted = wanted_slots(data, practitioner)
        slots, answer = _named(wanted)
        done = self.calendar.replace(
            practitioner,
            data.span,
            slots,
            lambda done: call.receipt(answer(done)),
            by_system=call.caller.is_clinic_system,
        )
        return answer(done)

    def withdraw(self, call: Call, data: Any, _: datetime) -> HttpAnswer:
        """``slots.withdrawn``: withdraws slots that are not booked."""
        practitioner = reporting(self.practitioners, call, data.practitioner_key)
        keys, places = [*data.places], [*data.places.values()]
        answer = partial(_answer, places)
        return answer(self.calendar.withdraw(practitioner, keys, lambda done: call.receipt(answer(done))))


def _named(wanted: Sequence[WantedSlot]) -> tuple[list[Slot], Callable[[Publication], HttpAnswer]]:
    """Returns the slots, and what makes the answer about them."""
    return [each.slot for each in wanted], partial(_answer, [each.place for each in wanted])


def _answer(places: Sequence[str], done: Publication) -> HttpAnswer:
    """Returns the result for each slot; ``places`` are where they stand in the data.

    Raises ``BadInput`` with every reason when no slot was accepted.
    """
    if done.refused and not (done.put or done.vacated or done.unchanged):
        raise BadInput([_fault(f"/data{places[slot.index]}", slot) for slot in done.refused])
    body: AcceptedEventAnswer = {
        "status": "accepted",
        "published": [{"key": slot.key, "slotId": slot.slot_id} for slot in done.put],
        "unchanged": list(done.unchanged),
        "withdrawn": [{"key": slot.key, "slotId": slot.slot_id} for slot in done.withdrawn],
        "refused": [_refused(slot) for slot in done.refused],
        "kept": [
            {"key": slot.key, "slotId": slot.slot_id, "bookingId": slot.booking_id}
            for slot in done.kept
            if slot.booking_id
        ],
    }
    return HttpAnswer(202, body)


def _fault(pointer: str, slot: RefusedSlot) -> Fault:
    if slot.booking_id is None:
        return Fault(pointer, slot.reason, "")
    return Fault(pointer, slot.reason, slot.booking_id, {"bookingId": slot.booking_id})


def _refused(slot: RefusedSlot) -> RefusedSlotAnswer:
    shown: RefusedSlotAnswer = {"key": slot.key, "code": slot.reason}
    if slot.booking_id:
        shown["bookingId"] = slot.booking_id
    return shown
