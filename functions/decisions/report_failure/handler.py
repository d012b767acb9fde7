"""Reports a workflow that failed: a task for the staff, and a delay on the case, which the member sees.

Trigger: the ``Catch`` of every step of every workflow. Input: that of the step, which is the event that
started the workflow and what the steps before added, with ``error``, the name of the error. Result:
``{"taskId","error"}``; the workflow then ends as failed, so that its alarm notifies.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from helsebro_aws.deadlines.review_due import ReviewDue
from helsebro_aws.decisions.workflow_failures import WorkflowFailures
from helsebro_aws.platform.log import done

failures = WorkflowFailures(due_of=ReviewDue().of)


def handler(event: Mapping[str, Any], context: object) -> dict[str, str]:
    """Returns the id of the task with which the staff go on, and the error."""
    task, error = failures.report(event), str(event["error"])
    done("workflow.failed", taskId=task.task_id, queue=task.queue, error=error)
    return {"taskId": task.task_id, "error": error}
