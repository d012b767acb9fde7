"""Calendar reading: reads a subscribed calendar and publishes the sessions that it leaves free.

What cannot be read changes nothing: the times that were published stay. After a day the network team gets a
task, and the clinic a mail, in one commit.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal

from helsebro.calendars.slot import Slot
from helsebro.calendars.subscriptions.calendar_fault import CalendarFault
from helsebro.calendars.subscriptions.calendar_subscription import (
    UNREADABLE,
    CalendarSubscription,
    CalendarUnreadable,
)
from helsebro.calendars.subscriptions.working_time import AHEAD, FreeTimes, free_times
from helsebro.errors import NotFound
from helsebro.events import Event
from helsebro.ids import PractitionerId
from helsebro.local_day import local_day, zone
from helsebro.network.practitioner import Practitioner
from helsebro.tasks.follow_up import follow_up
from helsebro.tasks.subject import PractitionerReview
from helsebro_aws.calendars.dynamo_calendar import DynamoCalendar
from helsebro_aws.calendars.subscriptions.dynamo_subscriptions import DynamoSubscriptions, opened
from helsebro_aws.calendars.subscriptions.ics_busy_times import busy_times
from helsebro_aws.calendars.subscriptions.ics_source import FetchCalendar, fetched
from helsebro_aws.dynamodb.tables import Operation, Tables, tables
from helsebro_aws.network.dynamo_practitioners import DynamoPractitioners
from helsebro_aws.platform import clock
from helsebro_aws.tasks.follow_ups import FollowUps

ANSWERED_WITHIN = timedelta(days=3)
ReadingOutcome = Literal["published", "unchanged", "failed", "gone"]


@dataclass(frozen=True)
class CalendarReading:
    """Reads calendars, each by itself."""

    fetch: FetchCalendar = fetched
    open: Callable[[PractitionerId, str], str] = opened
    subscriptions: DynamoSubscriptions = field(default_factory=DynamoSubscriptions)
    practitioners: DynamoPractitioners = field(default_factory=DynamoPractitioners)
    calendar: DynamoCalendar = field(default_factory=DynamoCalendar)
    follow_ups: FollowUps = field(default_factory=FollowUps)
    on: Tables = tables

    def run(self, practitioner_id: PractitionerId) -> ReadingOutcome:
        """Returns what came of it; the subscription of a practitioner who left ends.

        Raises ``SubscriptionChanged`` when the clinic changes it meanwhile, and ``Unavailable``.
        """
        known, stored = self.subscriptions.stored(practitioner_id)
        if known is None:
            return "gone"
        practitioner = self._present(practitioner_id)
        if practitioner is None:
            self.on.commit([self.subscriptions.removal(practitioner_id)])
            return "gone"
        begun = known.begun(clock.now())
        self.on.commit([self.subscriptions.change(known, begun, stored)])
        try:
            digest = self._publish(begun, practitioner, self.open(practitioner_id, stored))
        except CalendarUnreadable as unreadable:
            self._store_fault(begun, unreadable.fault, stored)
            return "failed"
        after = begun.read(digest, clock.now())
        self.on.commit([self.subscriptions.change(begun, after, stored)])
        return "unchanged" if digest == known.digest else "published"

    def _present(self, practitioner_id: PractitionerId) -> Practitioner | None:
        try:
            found = self.practitioners.find(practitioner_id)
        except NotFound:
            return None
        return None if found.ended_at else found

    def _publish(self, known: CalendarSubscription, practitioner: Practitioner, address: str) -> str:
        """Publishes what is free and returns its digest; the digest of last time has nothing to publish."""
        raw, at = self.fetch(address), clock.now()
        here = zone(practitioner.address.country)
        digest = _digest(raw, practitioner, at)
        if digest == known.digest:
            return digest
        busy = busy_times(raw, (at, at + AHEAD), here)
        free = free_times(known.times, busy, here, at)
        # A working time at an address that the practitioner no longer has is left out.
        slots = [slot for slot in _slots(free, practitioner) if slot.address_key in practitioner.places]
        self.calendar.replace(practitioner, (free.begins, free.ends), slots, lambda _: None, by_system=False)
        return digest

    def _store_fault(self, begun: CalendarSubscription, fault: CalendarFault, stored: str) -> None:
        at = clock.now()
        after = begun.failed(fault, at)
        changes: list[Operation] = []
        events: list[Event] = []
        if after.is_given_up_at(at):
            task = follow_up(
                "network",
                PractitionerReview(after.clinic_id, after.practitioner_id),
                "calendar-unreadable",
                f"{after.practitioner_id}:{after.failing_since}",
                at,
                ANSWERED_WITHIN,
            )
            opening, task_opened = self.follow_ups.opening(task)
            changes.append(opening)
            data = {"clinicId": after.clinic_id, "practitionerId": after.practitioner_id}
            events = [task_opened, Event(UNREADABLE, at, "", data, after.clinic_id)]
            after = after.with_task(task.task_id)
        self.on.commit([self.subscriptions.change(begun, after, stored), *changes], events=events)


def _slots(free: FreeTimes, practitioner: Practitioner) -> list[Slot]:
    named = (practitioner.practitioner_id, practitioner.clinic_id)
    return [
        Slot.published(*named, each.key, each.service, (each.starts_at, each.ends_at), each.address_key)
        for each in free.times
    ]


def _digest(raw: bytes, practitioner: Practitioner, at: datetime) -> str:
    """Returns the same text for the same content on the same day: so the span moves on once a day."""
    day = local_day(at, practitioner.address.country).isoformat()
    return hashlib.sha256(f"{day}\n{practitioner.places}\n".encode() + raw).hexdigest()
