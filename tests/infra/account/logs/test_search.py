"""``make logs``: the lines of all functions and workflows of a stage that hold an id."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from infra.account.command import CommandFault
from infra.account.logs.log_groups import SearchedTime
from infra.account.logs.log_line import LogLine
from infra.account.logs.search import found, hours_of
from infra.account.logs.wanted_id import wanted_id
from infra.stage import LOCAL, Stage

ID = "clm_abcdefghij234567"
AT = datetime.now(UTC).replace(microsecond=250_000)
PERIOD = SearchedTime(AT.replace(year=AT.year - 1, day=1), AT.replace(year=AT.year + 1, day=1))
WITHOUT = "(a line without a message)"
LOGGED = {"level": "INFO", "message": "claim.stored", "claimId": ID, "location": "secret"}


@pytest.mark.parametrize(
    "text",
    [
        ID,
        "evt_" + "0" * 25 + "v",
        "cli_oslo-2",
        "7f9c24e8-3b12-4fef-91e0-1234567890ab",
        "00000000-1111-2222-3333-444444444444",
        "JKJaXmPLvHcESHA=",
    ],
)
def test_an_id_of_ours_is_searched_for(text: str) -> None:
    assert wanted_id(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "010170-1234",
        "0101701234",
        "per_0101701234",
        "per_a0101701234",
        "cli_010170-1234",
        "01017012345",
        "010170123456789=",
        "010170-1234abcd=",
        "Anders Hansen",
        "anders.hansen",
        f'{ID}" | fields @message',
        f"{ID} ",
        ID.upper(),
    ],
)
def test_a_text_that_is_no_id_is_refused_and_not_repeated(text: str) -> None:
    with pytest.raises(CommandFault) as refused:
        wanted_id(text)
    assert not text or text not in str(refused.value)


@pytest.mark.parametrize("hours", ["0", "-1", "1.5", "745", "much", "²"])
def test_hours_are_a_whole_number_up_to_a_month(hours: str) -> None:
    with pytest.raises(CommandFault, match="HOURS is"):
        hours_of({"HOURS": hours})
    assert (hours_of({}), hours_of({"HOURS": "744"})) == (24, 744)


def log(logs: Any, group: str, *bodies: dict[str, Any]) -> None:
    """Logs lines in a group."""
    logs.create_log_group(logGroupName=group)
    logs.create_log_stream(logGroupName=group, logStreamName="one")
    at = int(AT.timestamp() * 1000)
    events = [{"timestamp": at, "message": json.dumps(body)} for body in bodies]
    logs.put_log_events(logGroupName=group, logStreamName="one", logEvents=events)


def test_the_embedded_stack_is_searched_group_by_group(account: Any) -> None:
    logs, when = account("logs"), f"{AT:%Y-%m-%d %H:%M:%S}.250Z".split()
    log(logs, "/helsebro/local/claims", LOGGED, {**LOGGED, "claimId": "clm_another"})
    log(logs, "/aws/vendedlogs/states/helsebro-local-claim", {"type": "TaskStateEntered", "of": ID})
    log(logs, "/helsebro/dev/claims", LOGGED)
    assert sorted(line.split() for line in found(Stage(LOCAL), ID, PERIOD, logs)) == [
        [*when, "claims", "INFO", "claim.stored"],
        [*when, "helsebro-local-claim", "-", "TaskStateEntered"],
    ]


def test_a_stage_without_logs_is_an_error(to: Stage, account: Any) -> None:
    with pytest.raises(CommandFault, match="dev has no logs"):
        found(to, ID, PERIOD, account("logs"))


@pytest.mark.parametrize(
    "text, level, message",
    [
        (json.dumps(LOGGED), "INFO", "claim.stored"),
        (
            json.dumps({"level": "ERROR", "errorType": "KeyError", "errorMessage": "secret"}),
            "ERROR",
            "KeyError",
        ),
        (json.dumps({"message": {"name": "secret"}}), "-", WITHOUT),
        (json.dumps({"status": "503", "route": "GET /v1/help", "ip": "secret"}), "-", "503 GET /v1/help"),
        (
            json.dumps(
                {
                    "level": "INFO",
                    "message": "request",
                    "route": "GET /v1/claims/{claimId}",
                    "status": 404,
                    "code": "not-found",
                    "ms": 12,
                    "caller": "member",
                    "claimId": "secret",
                }
            ),
            "INFO",
            "request GET /v1/claims/{claimId} 404 not-found 12 ms member",
        ),
        (
            json.dumps(
                {"level": "ERROR", "message": "failed", "fault": "KeyError", "where": ["a.py:1", "b.py:2"]}
            ),
            "ERROR",
            "failed KeyError a.py:1, b.py:2",
        ),
        (json.dumps({"level": "INFO", "message": "other", "route": "secret"}), "INFO", "other"),
        ("REPORT RequestId: secret", "-", WITHOUT),
        ('["secret"]', "-", WITHOUT),
    ],
)
def test_only_the_level_and_the_message_of_a_line_are_shown(text: str, level: str, message: str) -> None:
    line = LogLine.read(0, "/helsebro/dev/claims", text)
    assert (line.source, line.level, line.message) == ("claims", level, message)
    assert "secret" not in line.text
