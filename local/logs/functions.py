"""The log groups of the functions and workflows on the running stack, read again and again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from infra.account.logs.log_line import LogLine

OVERLAP_MILLISECONDS = 2_000
"""A line may become visible after later ones: so much is read twice, and shown once."""


@dataclass
class FunctionLogs:
    """The groups; ``since`` is the time of the newest line, in milliseconds since 1970."""

    groups: Sequence[str]
    logs: Any
    since: int
    _seen: dict[tuple[str, ...], int] = field(default_factory=dict)

    def new(self, wanted: str = "") -> list[LogLine]:
        """Returns the lines with this text that were added since the last call, in the order of time."""
        start = self.since - OVERLAP_MILLISECONDS
        found = [line for group in self.groups for line in self._new_in(group, start, wanted)]
        self.since = max([self.since, *(line.milliseconds for line in found)])
        self._seen = {key: at for key, at in self._seen.items() if at >= self.since - OVERLAP_MILLISECONDS}
        return sorted(line for line in found if not line.is_of_the_runtime)

    def _new_in(self, group: str, start: int, wanted: str) -> list[LogLine]:
        answer = self.logs.filter_log_events(logGroupName=group, startTime=max(0, start))
        found = []
        for event in answer["events"]:
            key = (group, event["logStreamName"], str(event["timestamp"]), event["message"])
            if wanted in event["message"] and key not in self._seen:
                self._seen[key] = event["timestamp"]
                found.append(LogLine.read(event["timestamp"], group, event["message"]))
        return found
