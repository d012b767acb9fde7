"""Draft: a task that is about to be opened, as the review of its queue proposes it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from helsebro.tasks.proposal import Proposal
from helsebro.tasks.subject import Subject
from helsebro.tasks.task import Task
from helsebro_aws.dynamodb.tables import Operation


def nothing(_: Task) -> Sequence[Operation]:
    """Stores nothing beside the task."""
    return ()


@dataclass(frozen=True)
class Draft:
    """What the task is about, and what is proposed where the engine was asked.

    ``review`` counts the reviews of one subject: each has a task of its own. ``stored_with`` makes the
    operations that belong into the commit which opens the task.
    """

    subject: Subject
    proposal: Proposal | None = None
    review: int = 1
    stored_with: Callable[[Task], Sequence[Operation]] = nothing
