"""A log line as an operator sees it: when, where, its level and its message."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

SHOWN = ("message", "errorType", "type")
"""The fields of which the first is shown: of our lines, of the runtime's errors, of other lines of AWS."""
UNREADABLE = "(a line that is not JSON)"


@dataclass(frozen=True, order=True)
class LogLine:
    """One line; ``milliseconds`` since 1970, ``source`` the function or the workflow that logged it."""

    milliseconds: int
    source: str
    level: str
    message: str

    @classmethod
    def read(cls, milliseconds: int, log_group: str, text: str) -> LogLine:
        """Reads a line of a log group. Its other fields, and lines that are not JSON, are not shown."""
        try:
            found = json.loads(text)
        except ValueError:
            found = None
        fields: dict[str, Any] = found if isinstance(found, dict) else {}
        message = next((fields[name] for name in SHOWN if isinstance(fields.get(name), str)), UNREADABLE)
        level = fields.get("level")
        source = log_group.rpartition("/")[2]
        return cls(milliseconds, source, level if isinstance(level, str) else "-", message)

    @property
    def text(self) -> str:
        """The line for the terminal."""
        at = datetime.fromtimestamp(self.milliseconds / 1000, UTC)
        when = f"{at:%Y-%m-%d %H:%M:%S}.{self.milliseconds % 1000:03}Z"
        return f"{when}  {self.source:<28} {self.level:<8} {self.message}"
