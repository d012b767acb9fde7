"""The sessions in a practitioner's week: ``{practitionerId}`` / ``WEEK#{week}`` in the ``network`` table.

A booking adds one in its own commit, on the condition that the week is not full; a cancellation takes it
back.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from helsebro.calendars.practitioner_week import WeekIsFull, week_of
from helsebro.calendars.slot import Slot
from helsebro.ids import PractitionerId
from helsebro.network.practitioner import Practitioner
from helsebro_aws.calendars.dynamo_slots import KEPT
from helsebro_aws.calendars.keys import practitioner_week_key
from helsebro_aws.dynamodb.tables import Check, Tables, Update, tables

WEEK = timedelta(days=7)


class DynamoWeeks:
    """The weeks of practitioners: what is counted, and the operations of a commit that count."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    @property
    def table(self) -> str:
        """The table's name."""
        return self.tables.settings.network_table

    def sessions_in(self, practitioner: Practitioner, weeks: Iterable[str]) -> dict[str, int]:
        """Returns how many sessions each of the weeks has; without a capacity no one needs to know."""
        if practitioner.weekly_capacity is None:
            return {}
        keys = {practitioner_week_key(practitioner.practitioner_id, week): week for week in weeks}
        found = self.tables.get_many(self.table, list(keys))
        return {keys[item["pk"], item["sk"]]: int(item["sessions"]) for item in found}

    def with_room(self, practitioner: Practitioner, starts: Iterable[datetime]) -> frozenset[str]:
        """Returns those weeks of these times that have room for one session more."""
        weeks, capacity = {week_of(practitioner, at) for at in starts}, practitioner.weekly_capacity
        if capacity is None:
            return frozenset(weeks)
        booked = self.sessions_in(practitioner, sorted(weeks))
        return frozenset(week for week in weeks if booked.get(week, 0) < capacity)

    def take(self, practitioner: Practitioner, week: str, slot: Slot, sessions: int = 1) -> Update:
        """Adds sessions to a week; ``slot`` is the last of them. It fails with ``WeekIsFull``.

        A week without a capacity is counted as well, because the practitioner may set one later.
        """
        capacity = practitioner.weekly_capacity
        when, values = _fits(capacity, sessions)
        return Update(
            self.table,
            *practitioner_week_key(practitioner.practitioner_id, week),
            add={"sessions": sessions},
            set={"expiresAt": int((slot.ends_at + WEEK + KEPT).timestamp())},
            when=when,
            values=values,
            otherwise=WeekIsFull(week=week, weeklyCapacity=capacity),
            creates=True,
        )

    def has_room(self, practitioner: Practitioner, week: str) -> list[Check]:
        """Returns the check that a week has room for one session more; none without a capacity."""
        capacity = practitioner.weekly_capacity
        when, values = _fits(capacity, 1)
        key = practitioner_week_key(practitioner.practitioner_id, week)
        full = WeekIsFull(week=week, weeklyCapacity=capacity)
        return [Check(self.table, *key, when, values, full)] if when else []

    def give_back(self, practitioner_id: PractitionerId, week: str) -> Update:
        """Takes one session from a week."""
        return Update(self.table, *practitioner_week_key(practitioner_id, week), add={"sessions": -1})


def _fits(capacity: int | None, sessions: int) -> tuple[str | None, dict[str, int]]:
    """Returns the condition that a week has room for so many sessions more, and its values."""
    if capacity is None:
        return None, {}
    left = capacity - sessions
    is_new = "attribute_not_exists(#sessions) OR " if left >= 0 else ""
    return f"{is_new}#sessions <= :left", {":left": left}
