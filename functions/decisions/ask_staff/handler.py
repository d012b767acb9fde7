"""Asks the staff: opens the one task of a review and keeps the workflow's token with it.

Trigger: a step of every approval workflow, which waits for a task token. Input: the event that started the
workflow, whose type names the review and whose data the ids of what is reviewed, with ``taskToken``. The
engine's proposal is made here, once, and stored with the task: its trail holds health facts, which no
workflow's state may hold. The workflow goes on with
``{"decision":"approve"|"deny"|"clarify"|"superseded","taskId","grant"}``, which ``resume_workflow`` sends;
``superseded`` means that another execution waits for the same task now.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from helsebro_aws.decisions.staff_question import StaffQuestion
from helsebro_aws.platform.log import done
from helsebro_aws.tasks.reviews import started_by
from helsebro_aws.tasks.workflow import ids_in

question = StaffQuestion()


def handler(event: Mapping[str, Any], context: object) -> dict[str, str]:
    """The task's id, which nobody waits for: only the token lets the workflow go on."""
    task = question.ask(started_by(str(event["type"])), ids_in(event), str(event["taskToken"]))
    done("staff.asked", taskId=task.task_id, queue=task.queue)
    return {"taskId": task.task_id}
