"""Resumes a workflow after its task is decided.

Trigger: the event ``task.decided`` (its detail). The token is read from the task and is sent only to Step
Functions. An event that is delivered late or twice changes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from helsebro.ids import TaskId
from helsebro_aws.platform.log import done
from helsebro_aws.tasks.dynamo_tasks import DynamoTasks
from helsebro_aws.tasks.workflow import WaitingWorkflows, ids_in

tasks = DynamoTasks()
workflows = WaitingWorkflows()


def handler(event: Mapping[str, Any], context: object) -> None:
    """Sends the decision to the waiting workflow."""
    task_id = TaskId(ids_in(event)["taskId"])
    workflows.go_on(tasks.token_of(task_id), tasks.find(task_id))
    done("workflow.resumed", taskId=task_id)
