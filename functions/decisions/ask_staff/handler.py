"""Asks the staff: opens the task of a review and stores the workflow's token with it.

Trigger: a step of every approval workflow, which waits for a task token. Input: the event that started the
workflow, with ``taskToken``; its type names the review and its data holds the ids of the subject. The
engine's proposal is made here, once, and stored with the task: its trail holds health facts, which no
workflow's state may hold. ``resume_workflow`` resumes the workflow with
``{"decision":"approve"|"deny"|"clarify"|"superseded","taskId","grant"}``; ``superseded`` means that another
execution now waits for the same task. Where nothing needs the staff, the workflow is resumed at once; where
it does not wait, as for a complaints board, it ends with ``registered`` and the decision starts it again.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from helsebro_aws.deadlines.review_due import ReviewDue
from helsebro_aws.decisions.staff_question import StaffQuestion
from helsebro_aws.platform.log import done
from helsebro_aws.tasks.reviews import started_by

question = StaffQuestion(due_of=ReviewDue().of)


def handler(event: Mapping[str, Any], context: object) -> dict[str, str]:
    """Returns the task's id, if there is a task; the workflow ignores it and waits for the token."""
    task = question.ask(started_by(str(event["type"])), event, str(event["taskToken"]))
    if task is None:
        return {}
    done("staff.asked", taskId=task.task_id, queue=task.queue)
    return {"taskId": task.task_id}
