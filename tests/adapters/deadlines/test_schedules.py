"""Schedules: EventBridge Scheduler wakes a deadline once, and what it refuses is no lost deadline."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest

from helsebro.errors import Unavailable
from helsebro_aws.deadlines.keys import deadline_key
from helsebro_aws.deadlines.schedules import ScheduleInPast, ScheduleRefused, Schedules, name_of
from helsebro_aws.platform.settings import Settings, settings
from tests.builders.domain.claims import CLAIM_ID
from tests.builders.waking import stored_schedules
from tests.suite.failing_service import Reply, failing, fault, found

NOW = datetime.fromisoformat("2026-11-25T08:00:00.250Z")
LATER, MUCH_LATER = NOW + timedelta(hours=1), NOW + timedelta(days=3)
KEY = deadline_key("tryg", CLAIM_ID, "first-answer", CLAIM_ID)
CREATE, UPDATE, DELETE = "POST", "PUT", "DELETE"
"""The methods with which the REST API of Scheduler makes, changes and removes a schedule."""
DONE = found({"ScheduleArn": "arn"})
EXISTS, MISSING = fault(409, "ConflictException"), fault(404, "ResourceNotFoundException")
FULL, THROTTLED = fault(402, "ServiceQuotaExceededException"), fault(429, "ThrottlingException")


def schedules(to: Settings = settings) -> Schedules:
    """Returns the schedules as of ``NOW``."""
    return Schedules(to, now=lambda: NOW)


@contextmanager
def answering(**replies: Reply) -> Iterator[tuple[Schedules, list[str]]]:
    """Yields schedules whose Scheduler gives these replies by method, and the methods that it was asked."""
    by_method: Mapping[str, Reply] = {"POST": DONE, "PUT": DONE, "DELETE": DONE, **replies}
    with failing(lambda asked: by_method[asked.method]) as running:
        own = {**settings.environment, "AWS_ENDPOINT_URL": running.url}
        yield schedules(Settings(own)), running.asked


def test_a_deadline_is_woken_once_at_its_instant_by_its_key(aws: Any) -> None:
    schedules().set(KEY, LATER)
    [made] = stored_schedules(aws)
    assert made["ScheduleExpression"] == "at(2026-11-25T09:00:01)"
    assert made["ScheduleExpressionTimezone"] == "UTC"
    assert made["FlexibleTimeWindow"] == {"Mode": "OFF"}
    assert made["ActionAfterCompletion"] == "DELETE"
    assert json.loads(made["Target"]["Input"]) == {"pk": KEY[0], "sk": KEY[1]}
    assert made["Target"]["Arn"] == settings.fall_due_arn
    assert made["Target"]["RoleArn"] == settings.schedules_role


def test_what_cannot_be_delivered_within_an_hour_goes_to_the_dead_letters(aws: Any) -> None:
    schedules().set(KEY, LATER)
    [made] = stored_schedules(aws)
    assert made["Target"]["DeadLetterConfig"] == {"Arn": settings.failed_schedules_arn}
    assert made["Target"]["RetryPolicy"]["MaximumEventAgeInSeconds"] == 3600


@pytest.mark.parametrize(
    "at, due",
    [
        ("2026-11-25T10:00:00+01:00", "at(2026-11-25T09:00:00)"),
        ("2026-11-25T09:00:00.000001Z", "at(2026-11-25T09:00:01)"),
        ("2026-11-25T09:59:59.999999Z", "at(2026-11-25T10:00:00)"),
    ],
)
def test_a_deadline_is_never_woken_before_it_is_due(at: str, due: str, aws: Any) -> None:
    schedules().set(KEY, datetime.fromisoformat(at))
    assert [made["ScheduleExpression"] for made in stored_schedules(aws)] == [due]


def test_a_deadline_that_moves_has_one_schedule_at_its_new_instant(aws: Any) -> None:
    schedules().set(KEY, MUCH_LATER)
    [before] = stored_schedules(aws)
    schedules().set(KEY, LATER)
    [after] = stored_schedules(aws)
    assert after["ScheduleExpression"] == "at(2026-11-25T09:00:01)"
    # An update replaces everything, so what it leaves out would be lost.
    assert after["Target"] == before["Target"]
    assert after["ActionAfterCompletion"] == "DELETE"


def test_a_removed_schedule_is_gone_and_others_stay(aws: Any) -> None:
    other = deadline_key("tryg", CLAIM_ID, "consultation", CLAIM_ID)
    schedules().set(KEY, LATER)
    schedules().set(other, LATER)
    schedules().remove(KEY)
    assert [made["Name"] for made in stored_schedules(aws)] == [name_of(other)]


@pytest.mark.usefixtures("aws")
def test_a_schedule_that_is_gone_can_be_removed_again() -> None:
    schedules().remove(KEY)


@pytest.mark.parametrize("subject", [CLAIM_ID, "bok_" + "x" * 500, "æøå#/ "])
def test_a_name_has_a_form_that_scheduler_takes_and_no_id_in_it(subject: str) -> None:
    key = (KEY[0], f"CLOCK#first-answer#{subject}")
    assert re.fullmatch(r"[0-9a-zA-Z-_.]{1,64}", name_of(key))
    assert not any(part in name_of(key) for part in (*key[0].split("#"), *key[1].split("#")))


def test_two_deadlines_never_share_a_name() -> None:
    keys = [KEY, (KEY[0], KEY[1] + "a"), (KEY[0] + "a", KEY[1]), (KEY[0] + KEY[1], "")]
    assert len({name_of(key) for key in keys}) == len(keys)
    assert name_of(KEY) == name_of((*KEY,))


@pytest.mark.parametrize("at", [NOW, NOW - timedelta(seconds=1), NOW.replace(microsecond=0)])
def test_no_schedule_is_made_for_an_instant_that_is_over(at: datetime, aws: Any) -> None:
    instants = (at, at.astimezone(timezone(timedelta(hours=13))))
    later = Schedules(now=lambda: NOW + timedelta(seconds=1))
    for instant in instants:
        with pytest.raises(ScheduleInPast):
            later.set(KEY, instant)
    assert stored_schedules(aws) == []


@pytest.mark.usefixtures("aws")
@pytest.mark.parametrize(
    "replies, asked",
    [
        ({"POST": DONE}, [CREATE]),
        ({"POST": EXISTS}, [CREATE, UPDATE]),
    ],
)
def test_a_schedule_is_made_and_only_if_it_exists_changed(
    replies: dict[str, Reply], asked: list[str]
) -> None:
    with answering(**replies) as (made, calls):
        made.set(KEY, LATER)
    assert calls == asked


@pytest.mark.usefixtures("aws")
@pytest.mark.parametrize(
    "replies",
    [
        pytest.param({"POST": EXISTS, "PUT": MISSING}, id="it was called and deleted in between"),
        pytest.param({"POST": EXISTS, "PUT": EXISTS}, id="another call changes it"),
        pytest.param({"POST": FULL}, id="the account is full"),
        pytest.param({"POST": THROTTLED}, id="throttled when made"),
        pytest.param({"POST": EXISTS, "PUT": THROTTLED}, id="throttled when changed"),
        pytest.param({"POST": fault(500, "InternalServerException")}, id="a fault of AWS"),
        pytest.param({"POST": Reply()}, id="no answer"),
    ],
)
def test_what_passes_when_a_schedule_is_set_is_unavailable(replies: dict[str, Reply]) -> None:
    with answering(**replies) as (made, _), pytest.raises(Unavailable):
        made.set(KEY, LATER)


@pytest.mark.usefixtures("aws")
@pytest.mark.parametrize("reply", [EXISTS, THROTTLED, fault(500, "InternalServerException"), Reply()])
def test_what_passes_when_a_schedule_is_removed_is_unavailable(reply: Reply) -> None:
    with answering(DELETE=reply) as (made, _), pytest.raises(Unavailable):
        made.remove(KEY)


@pytest.mark.usefixtures("aws")
@pytest.mark.parametrize(
    "replies, code",
    [
        ({"POST": fault(403, "AccessDeniedException")}, "AccessDeniedException"),
        ({"POST": fault(400, "ValidationException")}, "ValidationException"),
        ({"POST": MISSING}, "ResourceNotFoundException"),
        ({"POST": EXISTS, "PUT": fault(403, "AccessDeniedException")}, "AccessDeniedException"),
    ],
)
def test_a_missing_right_or_group_is_an_error_with_its_code(replies: dict[str, Reply], code: str) -> None:
    with answering(**replies) as (made, _), pytest.raises(ScheduleRefused) as raised:
        made.set(KEY, LATER)
    assert raised.value.facts == {"reason": code}
    assert raised.value.__suppress_context__
