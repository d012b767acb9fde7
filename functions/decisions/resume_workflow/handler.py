"""Resumes a workflow after its task is decided.

Trigger: its queue, fed by the bus with ``task.decided``, with ``ReportBatchItemFailures``. The token is read
from the task and is sent only to Step Functions. An event that is delivered late or twice changes nothing.
"""

from __future__ import annotations

import json
from typing import Any

from aws_lambda_powertools.utilities.batch import process_partial_response
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord

from helsebro.ids import TaskId
from helsebro_aws.outbox.message_batch import MessageBatch
from helsebro_aws.platform.log import done
from helsebro_aws.tasks.dynamo_tasks import DynamoTasks
from helsebro_aws.tasks.workflow import WaitingWorkflows, ids_in

tasks = DynamoTasks()
workflows = WaitingWorkflows()
processor = MessageBatch()


def resume(record: SQSRecord) -> None:
    """Sends the decision of one message's task to the waiting workflow."""
    task_id = TaskId(ids_in(json.loads(record.body))["taskId"])
    workflows.go_on(tasks.token_of(task_id), tasks.find(task_id))
    done("workflow.resumed", taskId=task_id)


def handler(event: dict[str, Any], context: Any) -> Any:
    """Returns the messages that must come again."""
    return process_partial_response(event, resume, processor, context)
