"""What a clinic's system reports of a practitioner's calendar (F0-13)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from helsebro.calendars.publication import Publication
from helsebro.calendars.slot import Slot
from helsebro.errors import BadInput, Fault
from helsebro_aws.calendars.dynamo_calendar import DynamoCalendar
from helsebro_aws.clinic_systems.practitioner_reports import reporting
from helsebro_aws.http.answer import Answer
from helsebro_aws.http.call import Call
from helsebro_aws.network.dynamo_practitioners import DynamoPractitioners


@dataclass(frozen=True)
class CalendarReports:
    """Slots that are published and withdrawn; the answer tells of each slot what became of it."""

    calendar: DynamoCalendar = field(default_factory=DynamoCalendar)
    practitioners: DynamoPractitioners = field(default_factory=DynamoPractitioners)

    def publish(self, call: Call, data: Any, _: datetime) -> Answer:
        """``slots.published``: new slots, or new times of known ones; what nobody has gives way to them."""
        practitioner = reporting(self.practitioners, call, data.practitioner_key)
        named = (practitioner.practitioner_id, practitioner.clinic_id)
        wanted = [
            Slot.published(*named, slot.key, slot.service, (slot.starts_at, slot.ends_at))
            for slot in data.slots
        ]
        return _told(self.calendar.publish(practitioner, wanted, lambda done: call.receipt(_told(done))))

    def withdraw(self, call: Call, data: Any, _: datetime) -> Answer:
        """``slots.withdrawn``: slots taken back, unless they are booked."""
        practitioner = reporting(self.practitioners, call, data.practitioner_key)
        keys = data.all_keys
        return _told(self.calendar.withdraw(practitioner, keys, lambda done: call.receipt(_told(done))))


def _told(done: Publication) -> Answer:
    """What became of each slot. Raises ``BadInput`` when none was taken over, with the reason of each."""
    if done.refused and not (done.put or done.vacated or done.unchanged):
        raise BadInput([Fault(f"/data/slots/{one.index}", one.reason, "") for one in done.refused])
    told = {
        "status": "accepted",
        "published": [{"key": slot.key, "slotId": slot.slot_id} for slot in done.put],
        "unchanged": list(done.unchanged),
        "withdrawn": [{"key": slot.key, "slotId": slot.slot_id} for slot in done.withdrawn],
        "refused": [{"key": one.key, "code": one.reason} for one in done.refused],
    }
    return Answer(202, told)
