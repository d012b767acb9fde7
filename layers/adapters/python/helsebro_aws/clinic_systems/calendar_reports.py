"""A clinic system's reports about a practitioner's calendar (F0-13)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from helsebro.calendars.publication import Publication
from helsebro.calendars.slot import Slot
from helsebro.errors import BadInput, Fault
from helsebro_aws.calendars.dynamo_calendar import DynamoCalendar
from helsebro_aws.clinic_systems.practitioner_reports import reporting
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.network.dynamo_practitioners import DynamoPractitioners

if TYPE_CHECKING:
    from helsebro_aws.clinic_systems.event_answer import AcceptedEventAnswer


@dataclass(frozen=True)
class CalendarReports:
    """Publishes and withdraws slots; the answer reports the result for each slot."""

    calendar: DynamoCalendar = field(default_factory=DynamoCalendar)
    practitioners: DynamoPractitioners = field(default_factory=DynamoPractitioners)

    def publish(self, call: Call, data: Any, _: datetime) -> HttpAnswer:
        """``slots.published``: stores new slots, or new times of known ones; they replace available slots."""
        practitioner = reporting(self.practitioners, call, data.practitioner_key)
        named = (practitioner.practitioner_id, practitioner.clinic_id)
        wanted = [
            Slot.published(*named, slot.key, slot.service, (slot.starts_at, slot.ends_at))
            for slot in data.slots
        ]
        places = [f"/slots/{index}" for index in range(len(wanted))]
        answer = partial(_answer, places)
        return answer(self.calendar.publish(practitioner, wanted, lambda done: call.receipt(answer(done))))

    def withdraw(self, call: Call, data: Any, _: datetime) -> HttpAnswer:
        """``slots.withdrawn``: withdraws slots that are not booked."""
        practitioner = reporting(self.practitioners, call, data.practitioner_key)
        keys, places = [*data.places], [*data.places.values()]
        answer = partial(_answer, places)
        return answer(self.calendar.withdraw(practitioner, keys, lambda done: call.receipt(answer(done))))


def _answer(places: Sequence[str], done: Publication) -> HttpAnswer:
    """Returns the result for each slot; ``places`` are where they stand in the data.

    Raises ``BadInput`` with every reason when no slot was accepted.
    """
    if done.refused and not (done.put or done.vacated or done.unchanged):
        raise BadInput([Fault(f"/data{places[slot.index]}", slot.reason, "") for slot in done.refused])
    body: AcceptedEventAnswer = {
        "status": "accepted",
        "published": [{"key": slot.key, "slotId": slot.slot_id} for slot in done.put],
        "unchanged": list(done.unchanged),
        "withdrawn": [{"key": slot.key, "slotId": slot.slot_id} for slot in done.withdrawn],
        "refused": [{"key": slot.key, "code": slot.reason} for slot in done.refused],
    }
    return HttpAnswer(202, body)
