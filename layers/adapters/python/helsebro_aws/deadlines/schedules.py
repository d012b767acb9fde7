"""Schedules: one-time schedules of EventBridge Scheduler that wake the deadlines.

They are only the fast way to a deadline: each is also found by its pointer, so a schedule that is lost, late
or doubled does no harm (promise 8). What AWS documents about them (API reference and quotas, November 2026):

- A name has 1 to 64 characters of ``[0-9a-zA-Z-_.]`` and is unique in its group.
- ``at(yyyy-mm-ddThh:mm:ss)`` has no fraction of a second. The target is called within the next minute.
- Nothing is documented for a time in the past, so none is ever sent.
- ``UpdateSchedule`` replaces everything: a field that is left out gets its default again.
- In eu-north-1 an account may make 250 calls a second of each kind (5,000 in eu-west-1 and eu-central-1), and
  have 10,000,000 schedules in a region. Completed schedules count until they are deleted.
- A target that does not answer is called again up to 185 times within 24 hours.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import cached_property
from hashlib import sha256
from typing import Any

from helsebro.errors import Conflict, HelsebroError, Unavailable
from helsebro_aws.dynamodb.keys import Key, as_attributes
from helsebro_aws.platform import clients, clock
from helsebro_aws.platform.settings import Settings, settings

RETRIES = 20
LONGEST_DELAY = timedelta(hours=1)
"""The sweep finds the deadline much sooner; then a call that is still repeated changes nothing."""
EXISTS, MISSING, FULL = "ConflictException", "ResourceNotFoundException", "ServiceQuotaExceededException"
"""Errors of Scheduler; ``EXISTS`` is also the answer while another call changes the schedule."""


class ScheduleInPast(Conflict):
    """The instant has passed since the caller read the clock. The next attempt does at once what is due."""


class ScheduleRefused(HelsebroError):
    """Scheduler refuses the call itself: a right or the group is missing; ``facts`` has its code."""


class Schedules:
    """The schedules of the deadlines of a stage (``deadline_parts.WakeSchedules``).

    Both methods raise ``Unavailable`` for a fault that passes, also while the account has as many schedules
    as it may, and ``ScheduleRefused``. The caller may leave the deadline without a schedule, since its
    pointer is stored: the sweep wakes it at most 15 minutes late.
    """

    def __init__(self, to: Settings = settings, now: Callable[[], datetime] = clock.now) -> None:
        self.settings, self.now = to, now

    @cached_property
    def client(self) -> Any:
        """The client, made on first use."""
        return clients.client("scheduler", self.settings)

    def set(self, key: Key, at: datetime) -> None:
        """Makes the schedule of the deadline with this key, or moves it to another instant.

        A fraction of a second is rounded up, so that nothing is woken before it is due. Raises
        ``ScheduleInPast``.
        """
        due = whole_second(at)
        if due <= self.now():
            raise ScheduleInPast()
        schedule = self._schedule(key, due)
        # What exists at the first call may have been called and deleted before the second.
        if self._refusal(self.client.create_schedule, schedule, EXISTS) and self._refusal(
            self.client.update_schedule, schedule, EXISTS, MISSING
        ):
            raise Unavailable()

    def remove(self, key: Key) -> None:
        """Removes the schedule of the deadline with this key, if there is one."""
        named = {"Name": name_of(key), "GroupName": self.settings.deadlines_group}
        if self._refusal(self.client.delete_schedule, named, EXISTS, MISSING) == EXISTS:
            raise Unavailable()

    def _schedule(self, key: Key, due: datetime) -> dict[str, Any]:
        return {
            "Name": name_of(key),
            "GroupName": self.settings.deadlines_group,
            "ScheduleExpression": f"at({due:%Y-%m-%dT%H:%M:%S})",
            "ScheduleExpressionTimezone": "UTC",
            "FlexibleTimeWindow": {"Mode": "OFF"},
            "ActionAfterCompletion": "DELETE",
            "Target": {
                "Arn": self.settings.fall_due_arn,
                "RoleArn": self.settings.schedules_role,
                "Input": json.dumps(as_attributes(key)),
                "DeadLetterConfig": {"Arn": self.settings.failed_schedules_arn},
                "RetryPolicy": {
                    "MaximumRetryAttempts": RETRIES,
                    "MaximumEventAgeInSeconds": int(LONGEST_DELAY.total_seconds()),
                },
            },
        }

    def _refusal(self, call: Callable[..., Any], given: dict[str, Any], *expected: str) -> str:
        """Calls Scheduler; returns the expected error with which it refused, if it did.

        Raises ``Unavailable`` when the account has as many schedules as it may, and ``ScheduleRefused``.
        """
        from botocore.exceptions import ClientError

        try:
            call(**given)
        except ClientError as fault:
            code = str(fault.response["Error"]["Code"])
            if code == FULL:
                raise Unavailable() from None
            if code in expected:
                return code
            raise ScheduleRefused(reason=code) from None
        return ""


def name_of(key: Key) -> str:
    """Returns the name of a deadline's schedule: a hash of the key, which is longer than a name may be."""
    return sha256("\n".join(key).encode()).hexdigest()


def whole_second(at: datetime) -> datetime:
    """Returns an instant in UTC without a fraction of a second, rounded up."""
    up = timedelta(seconds=1) if at.microsecond else timedelta()
    return at.astimezone(UTC).replace(microsecond=0) + up
