"""Draft: a task to be opened, as proposed by the review of its queue."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from helsebro.tasks.proposal import Proposal
from helsebro.tasks.subject import Subject
from helsebro.tasks.task import Task, TaskReason
from helsebro_aws.dynamodb.tables import Operation


def nothing(_: Task) -> Sequence[Operation]:
    """Returns no operations: only the task is stored."""
    return ()


@dataclass(frozen=True)
class Draft:
    """The subject of the task, and the engine's proposal if the engine was asked.

    Without ``needs_staff`` no task is opened, and the workflow goes on as after an approval. It ``waits`` for
    the decision; else it ends once the task is open, and the decision starts it again. ``oddities`` are
    the codes of what is odd about a clinic's application.

    ``review`` counts the reviews of one subject: each has its own task. ``claim_round`` and ``claim_version``
    are those of the claim that the proposal was made from, ``cover_version`` is its cover's. ``stored_with``
    returns the operations that are committed together with the new task.
    """

    subject: Subject
    proposal: Proposal | None = None
    review: int = 1
    claim_round: int | None = None
    claim_version: int | None = None
    cover_version: str | None = None
    reason: TaskReason | None = None
    needs_staff: bool = True
    waits: bool = True
    oddities: tuple[str, ...] | None = None
    stored_with: Callable[[Task], Sequence[Operation]] = nothing
