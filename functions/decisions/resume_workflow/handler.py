"""Resumes a workflow after its task is decided.

Trigger: its queue, fed by the bus with ``task.decided``, with ``ReportBatchItemFailures``. The token is read
from the task and is sent only to Step Functions. When no execution waits with it any more, the workflow
starts again. An event that is delivered twice changes nothing.
"""

from __future__ import annotations

import json
from typing import Any

from aws_lambda_powertools.utilities.batch import process_partial_response
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord

from helsebro.ids import TaskId
from helsebro_aws.decisions.resumption import WorkflowResumption
from helsebro_aws.outbox.message_batch import MessageBatch
from helsebro_aws.platform.log import done
from helsebro_aws.tasks.workflow import ids_in

resumption = WorkflowResumption()
processor = MessageBatch()


def resume(record: SQSRecord) -> None:
    """Hands the decision of one message's task to its workflow."""
    task_id = TaskId(ids_in(json.loads(record.body))["taskId"])
    done(resumption.run(task_id), taskId=task_id)


def handler(event: dict[str, Any], context: Any) -> Any:
    """Returns the messages that must come again."""
    return process_partial_response(event, resume, processor, context)
