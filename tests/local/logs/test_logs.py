"""Following the logs of a running stack: each new line once, in the order of time."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from local.logs.functions import FunctionLogs
from local.logs.parts import PartLogs

CLAIMS, TASKS = "/helsebro/local/claims", "/helsebro/local/tasks"


class LogGroups:
    """CloudWatch Logs, with the events of each group."""

    def __init__(self) -> None:
        self.events: dict[str, list[dict[str, Any]]] = {CLAIMS: [], TASKS: []}

    def add(self, group: str, at: int, body: Mapping[str, Any] | str) -> None:
        message = body if isinstance(body, str) else json.dumps(body)
        self.events[group].append({"logStreamName": "one", "timestamp": at, "message": message})

    def filter_log_events(self, *, logGroupName: str, startTime: int) -> dict[str, Any]:  # noqa: N803
        return {"events": [event for event in self.events[logGroupName] if event["timestamp"] >= startTime]}


def test_each_line_is_shown_once_in_the_order_of_time() -> None:
    groups = LogGroups()
    following = FunctionLogs([CLAIMS, TASKS], groups, 10_000)
    groups.add(CLAIMS, 10_200, {"message": "second"})
    groups.add(TASKS, 10_100, {"message": "first"})
    groups.add(TASKS, 10_100, "START RequestId: 1")
    assert [line.message for line in following.new()] == ["first", "second"]
    groups.add(TASKS, 10_150, {"message": "late"})
    assert [line.message for line in following.new()] == ["late"]
    assert following.new() == []


def test_an_id_filters_the_lines_that_come() -> None:
    groups = LogGroups()
    following = FunctionLogs([CLAIMS], groups, 10_000)
    groups.add(CLAIMS, 10_100, {"message": "of-this", "claimId": "clm_a"})
    groups.add(CLAIMS, 10_100, {"message": "of-another", "claimId": "clm_b"})
    assert [line.message for line in following.new("clm_a")] == ["of-this"]


def test_the_files_of_the_parts_are_read_on_from_where_they_were(tmp_path: Path) -> None:
    log = tmp_path / "emulator.log"
    log.write_text("of before\n")
    parts = PartLogs.from_now(tmp_path)
    with log.open("a") as file:
        file.write('a fault\n{"message": "of a function"}\nhalf a')
    assert [line.split(maxsplit=1) for line in parts.new()] == [["emulator", "a fault"]]
    with log.open("a") as file:
        file.write(" line\n")
    assert [line.split(maxsplit=1) for line in parts.new()] == [["emulator", "half a line"]]
    log.write_text("new run\n")
    assert [line.split(maxsplit=1) for line in parts.new()] == [["emulator", "new run"]]
