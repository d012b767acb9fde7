"""Task titles: what staff read in place of the codes of a queue and a reason."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from helsebro.tasks.task import Task


def title_of(task: Task, language: str) -> str:
    """Returns what a task asks for in ``da``, ``nb`` or ``en``: by its reason, else by its queue."""
    return _titles()[task.reason or task.queue][language]


@cache
def _titles() -> Mapping[str, Mapping[str, str]]:
    """Returns queue or reason → language → title."""
    found: Mapping[str, Mapping[str, str]] = json.loads(
        Path(__file__).with_suffix(".json").read_text("utf-8")
    )
    return found
