"""Follow-up (opfølgning): a task without a workflow: something happened on a case that staff must look at.

It decides nothing about the case. Staff approve it when they have done what it asks for.
"""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta

from helsebro import ids
from helsebro.ids import TaskId
from helsebro.tasks.missed_deadline import MissedDeadline
from helsebro.tasks.subject import Subject
from helsebro.tasks.task import Queue, Task, TaskReason


def follow_up(
    queue: Queue,
    subject: Subject,
    reason: TaskReason,
    about: str,
    at: datetime,
    within: timedelta,
    *,
    deadline: MissedDeadline | None = None,
) -> Task:
    """Returns a follow-up, due ``within`` after ``at``. ``deadline`` is the one that was missed, if any.

    ``about`` is the id of what happened; its id follows from it, so one happening opens one task (promise 4).
    """
    seed = hashlib.sha256(f"{reason}:{about}".encode()).digest()
    return Task(
        task_id=TaskId(ids.within("tsk", subject.subject_id, seed)),
        queue=queue,
        payer=ids.payer_of(subject.subject_id),
        subject=subject,
        due_at=at + within,
        opened_at=at,
        reason=reason,
        deadline=deadline,
    )
