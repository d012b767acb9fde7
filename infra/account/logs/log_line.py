"""A log line as an operator sees it: when, where, its level and its message."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

SHOWN = (("message",), ("errorType",), ("type",), ("status", "route"))
"""The fields of which the first that a line has are shown: those of our lines, of the runtime's errors, of
other lines of AWS, and of the gateway's."""
DETAILS = {
    "request": ("route", "status", "code", "ms", "caller"),
    "token": ("verdict",),
    "event.published": ("type", "eventId"),
    "failed": ("fault", "where"),
}
"""Message of ours → the fields that are shown after it."""
WITHOUT = "(a line without a message)"


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
        fields = found.items() if isinstance(found, dict) else ()
        texts = {name: value for name, value in fields if isinstance(value, str)}
        shown = (names for names in SHOWN if texts.keys() >= set(names))
        words = [texts[name] for name in next(shown, ())]
        words += [
            _word(name, found[name]) for name in DETAILS.get(texts.get("message", ""), ()) if name in found
        ]
        message = " ".join(words) or WITHOUT
        return cls(milliseconds, log_group.rpartition("/")[2], texts.get("level", "-"), message)

    @property
    def is_of_the_runtime(self) -> bool:
        """Whether the line has no message of ours or of AWS, such as the START and END of an invocation."""
        return self.message == WITHOUT

    @property
    def text(self) -> str:
        """The line for the terminal."""
        at = datetime.fromtimestamp(self.milliseconds / 1000, UTC)
        when = f"{at:%Y-%m-%d %H:%M:%S}.{self.milliseconds % 1000:03}Z"
        return f"{when}  {self.source:<28} {self.level:<8} {self.message}"


def _word(name: str, value: Any) -> str:
    """Returns a field's value as a word; a list is where an error was raised, the innermost place last."""
    text = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    return f"{text} ms" if name == "ms" else text
