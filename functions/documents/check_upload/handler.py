"""Checks an uploaded file: keeps it when it is clean and of its stated type, else rejects it (promise 18).

Trigger: its queue, fed by the bus with ``document.saved``, with ``ReportBatchItemFailures``. A second
delivery has no second effect.
"""

from __future__ import annotations

import json
from typing import Any

from aws_lambda_powertools.utilities.batch import process_partial_response
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord

from helsebro import ids
from helsebro.documents.document import Document, DocumentChanged
from helsebro.documents.file_content import fault_in
from helsebro_aws.documents.dynamo_documents import DynamoDocuments
from helsebro_aws.documents.uploads import Uploads
from helsebro_aws.outbox.message_batch import MessageBatch
from helsebro_aws.platform import clock
from helsebro_aws.platform.log import done

documents = DynamoDocuments()
uploads = Uploads(within=60)
processor = MessageBatch()


def check(record: SQSRecord) -> None:
    """Checks the document of one message, which is the event that it was saved."""
    document_id = json.loads(record.body)["data"]["documentId"]
    document = documents.find(ids.claim_of(document_id), document_id)
    if document.status == "checking":
        document = _checked(document)
    done("document.checked", documentId=document_id, status=document.status, reason=document.reason)


def handler(event: dict[str, Any], context: Any) -> Any:
    """Returns the messages that must come again."""
    return process_partial_response(event, check, processor, context)


def _checked(document: Document) -> Document:
    content = uploads.content(document)
    reason = "file-missing" if content is None else fault_in(content, document.content_type)
    try:
        if content is None or reason:
            rejected = document.reject(reason or "file-missing", clock.now())
            documents.reject(document, rejected)
            return rejected
        # The file is kept before it is accepted: a crash in between leaves an unused file, never a dead link.
        accepted = document.accept(uploads.keep(document, content), len(content), clock.now())
        documents.accept(document, accepted)
    except DocumentChanged:
        return documents.find(document.claim_id, document.document_id)
    return accepted
