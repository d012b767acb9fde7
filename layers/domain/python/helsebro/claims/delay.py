"""Delay: a case that does not go on by itself, and since when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from helsebro.ids import TaskId


@dataclass(frozen=True)
class Delay:
    """Why a case does not go on by itself: a workflow failed, and the staff have not yet decided the task."""

    task_id: TaskId
    since: datetime
