"""A slot of today: a session is reported as held on its own day at the earliest."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from helsebro.local_day import local_day, zone
from local.journey.people import StackAddresses, User
from local.journey.steps import Journey

AHEAD = timedelta(minutes=10)
"""How long before its start a slot is still chosen: the journey may change the booking until then."""
SHORT = timedelta(minutes=5)
MORE = 60
"""Enough for every journey of a whole run, which lie within an hour or two: the clock stays on its day."""


def todays_slot(
    journey: Journey, stack: StackAddresses, member: User, service: str = "first"
) -> dict[str, Any]:
    """Returns a free slot of today; shortly before midnight, one of the next day's first.

    The demo clinic has some by itself. When they are used up, its system publishes short ones.
    """
    earliest = stack.clock.now() + AHEAD
    path = f"/v1/practitioners/{stack.practitioner_id}/slots?service={service}&from={_text(earliest)}"
    [first, *_] = journey.step("the member sees free slots", member.get(path), 200).json()["items"]
    if local_day(_begins(first)) != local_day(earliest):
        _publish_short_slots(journey, stack, earliest, service)
        [first, *_] = journey.step("the member sees more slots", member.get(path), 200).json()["items"]
    return dict(first)


def in_a_while(stack: StackAddresses) -> str:
    """Returns an instant from which on slots do not begin before the journey is done with them."""
    return _text(stack.clock.now() + AHEAD)


def reach_its_day(stack: StackAddresses, starts_at: str) -> None:
    """Moves business time on to the local day of a session; it is that day, but shortly before midnight."""
    begins = datetime.fromisoformat(starts_at)
    if local_day(stack.clock.now()) < local_day(begins):
        stack.clock.advance(begins.astimezone(zone("DK")).replace(hour=0, minute=0))


def _publish_short_slots(journey: Journey, stack: StackAddresses, earliest: datetime, service: str) -> None:
    """Publishes slots one after another; those that overlap a booked one are refused by themselves."""
    begins = earliest.replace(second=0, microsecond=0) + timedelta(minutes=5 - earliest.minute % 5)
    starts = [begins + number * SHORT for number in range(MORE)]
    slots = [
        {
            "key": f"short-{_text(at)}",
            "startsAt": _text(at),
            "endsAt": _text(at + SHORT),
            "service": service,
        }
        for at in starts
    ]
    answer = stack.clinic_system().publish_slots(stack.practitioner_key, slots)
    journey.note("the clinic's system publishes short slots", str(answer.status))


def _begins(slot: Mapping[str, Any]) -> datetime:
    return datetime.fromisoformat(slot["startsAt"])


def _text(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
