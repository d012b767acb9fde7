"""The keys of tasks in the ``cases`` table."""

from __future__ import annotations

from helsebro import ids
from helsebro.errors import NotFound
from helsebro.ids import TaskId
from helsebro_aws.dynamodb.keys import Key, case_partition

TASKS = "TASK#"


def task_key(task_id: TaskId) -> Key:
    """Returns the key of a task. Raises ``NotFound`` for any id that is not a task's."""
    if not task_id.startswith("tsk_"):
        raise NotFound()
    return ids.clinic_of(task_id) or case_partition(task_id), f"{TASKS}{task_id}"


def open_tasks(payer: str, queue: str) -> str:
    """Returns the partition of the listing of a payer's open tasks of a queue, in the order they are due."""
    return f"{payer}#tasks#{queue}"
