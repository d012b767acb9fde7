"""Weekly slots as a clinic's system sends them, and the slots that they stand for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, time
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, StrictInt, model_validator
from pydantic_core import PydanticCustomError

from helsebro.calendars.publication import last_day_ahead
from helsebro.calendars.weekly_slots import WeeklySlots
from helsebro.errors import Fault
from helsebro.local_day import local_day
from helsebro.network.clinic_details import Weekday
from helsebro.network.consultation import Consultation
from helsebro_aws.clinic_systems.event_data import AddressKeyOfSlot, EventData
from helsebro_aws.http.bodies import readable
from helsebro_aws.http.fields.day import Day
from helsebro_aws.platform import clock


def _local_time(value: Any) -> Any:
    if isinstance(value, str) and re.fullmatch("([01][0-9]|2[0-3]):[0-5][0-9]", value):
        return value
    raise PydanticCustomError("not-a-time-of-day", "")


def too_far_ahead(pointer: str, day: date) -> list[Fault]:
    """Returns the fault of a slot on a day for which nothing is published yet."""
    last = last_day_ahead(local_day(clock.now()))
    return [Fault(pointer, "slot-too-far-ahead", last.isoformat())] if day > last else []


class WeeklySlotsShape(EventData):
    """One time of the week. On the day on which the clock skips that hour the message is refused."""

    key_prefix: Annotated[
        str,
        Field(
            min_length=1,
            max_length=80,
            description="The beginning of the key of each slot; the key ends with its day.",
            examples=["monday-9"],
        ),
    ]
    weekday: Annotated[Weekday, Field(description="The day of the week.", examples=["monday"])]
    at: Annotated[
        str,
        BeforeValidator(_local_time),
        Field(
            description="When it starts, in the practitioner's local time. Of an hour that comes twice it is "
            "the first.",
            examples=["09:00"],
            json_schema_extra={"pattern": "^[0-9]{2}:[0-9]{2}$"},
        ),
    ]
    minutes: Annotated[StrictInt, Field(ge=5, le=720, description="How long it lasts.", examples=[45])]
    service: Annotated[Consultation, Field(description="The kind of session.")]
    address_key: AddressKeyOfSlot = None
    first: Annotated[Day, Field(alias="from", description="Its first possible day.", examples=["2027-01-04"])]
    until: Annotated[
        Day, Field(description="Its last possible day, at most 24 months ahead.", examples=["2027-01-25"])
    ]

    @model_validator(mode="after")
    def _has_days(self) -> WeeklySlotsShape:
        if self.first <= self.until and not self.weekly.count:
            raise PydanticCustomError("no-slots", "")
        return self

    @classmethod
    def between(cls, sent: Mapping[str, Any]) -> list[Fault]:
        """Returns the faults of days that are out of order, or too far ahead."""
        days = readable(cls, {name: sent[name] for name in ("from", "until") if name in sent})
        first, until = days.get("first"), days.get("until")
        is_fault = first and until and until < first
        order = [Fault("", "dates-out-of-order", first.isoformat())] if first and is_fault else []
        return [*order, *(too_far_ahead("/until", until) if until else [])]

    @property
    def weekly(self) -> WeeklySlots:
        """What it says."""
        return WeeklySlots(
            self.key_prefix,
            self.weekday,
            time.fromisoformat(self.at),
            self.minutes,
            self.service,
            self.first,
            self.until,
        )
