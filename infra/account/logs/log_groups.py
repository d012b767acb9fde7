"""The log groups of a stage, and the lines in them that hold an id."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from infra.account.command import CommandFault
from infra.account.logs.log_line import LogLine
from infra.stage import Stage

MOST_LINES = 500
GROUPS_A_QUERY = 50
"""CloudWatch Logs Insights reads at most fifty named groups in one query."""
POLLS, POLL_SECONDS = 60, 2.0
RUNNING = frozenset({"Scheduled", "Running"})


@dataclass(frozen=True)
class SearchedTime:
    """From one instant until another."""

    since: datetime
    until: datetime


def groups_of(to: Stage, logs: Any) -> list[str]:
    """Returns the names of the log groups of the stage's functions and workflows."""
    pages = logs.get_paginator("describe_log_groups")
    return [
        str(group["logGroupName"])
        for prefix in (to.path_of(""), f"/aws/vendedlogs/states/{to.named('')}")
        for page in pages.paginate(logGroupNamePrefix=prefix)
        for group in page["logGroups"]
    ]


def by_insights(
    groups: Sequence[str],
    wanted: str,
    period: SearchedTime,
    logs: Any,
    pause: Callable[[float], None] = time.sleep,
) -> list[LogLine]:
    """Returns the first lines that hold an id, by queries of CloudWatch Logs Insights.

    Raises ``CommandFault`` when a query fails or takes longer than two minutes.
    """
    question = (
        f"fields @timestamp, @log, @message | filter strcontains(@message, {json.dumps(wanted)}) "
        f"| sort @timestamp asc | limit {MOST_LINES}"
    )
    found = []
    for first in range(0, len(groups), GROUPS_A_QUERY):
        query = logs.start_query(
            logGroupNames=list(groups[first : first + GROUPS_A_QUERY]),
            startTime=int(period.since.timestamp()),
            endTime=int(period.until.timestamp()),
            queryString=question,
        )["queryId"]
        found += [_line(row) for row in _rows(query, logs, pause)]
    return sorted(found)[:MOST_LINES]


def by_filter(groups: Sequence[str], wanted: str, period: SearchedTime, logs: Any) -> list[LogLine]:
    """Returns the first lines that hold an id, group by group: the embedded stack has no Insights."""
    found = []
    for group in groups:
        answer = logs.filter_log_events(
            logGroupName=group,
            startTime=int(period.since.timestamp() * 1000),
            endTime=int(period.until.timestamp() * 1000),
            filterPattern=json.dumps(wanted),
            limit=MOST_LINES,
        )
        found += [LogLine.read(event["timestamp"], group, event["message"]) for event in answer["events"]]
    return sorted(found)[:MOST_LINES]


def _rows(query: str, logs: Any, pause: Callable[[float], None]) -> Iterator[dict[str, str]]:
    for _ in range(POLLS):
        answer = logs.get_query_results(queryId=query)
        if answer["status"] not in RUNNING:
            break
        pause(POLL_SECONDS)
    if answer["status"] != "Complete":
        raise CommandFault(f"The search ended as {answer['status']}. Search fewer HOURS, or again later.")
    for row in answer["results"]:
        yield {cell["field"]: cell["value"] for cell in row}


def _line(row: dict[str, str]) -> LogLine:
    at = datetime.fromisoformat(row["@timestamp"]).replace(tzinfo=UTC)
    # @log is the number of the account, a colon and the name of the group.
    group = row["@log"].partition(":")[2]
    return LogLine.read(round(at.timestamp() * 1000), group, row["@message"])
