"""Checks an uploaded file: keeps it when it is clean and of its stated type, else rejects it (promise 18).

Trigger: the event ``document.saved`` from the bus. A second delivery has no second effect.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from helsebro import ids
from helsebro.documents.document import Document, DocumentChanged
from helsebro.documents.file_content import fault_in
from helsebro_aws.documents.dynamo_documents import DynamoDocuments
from helsebro_aws.documents.uploads import Uploads
from helsebro_aws.platform import clock
from helsebro_aws.platform.log import done

documents = DynamoDocuments()
uploads = Uploads(within=60)


def handler(event: Mapping[str, Any], context: object) -> dict[str, str]:
    """Returns the document's id and its status."""
    document_id = event["data"]["documentId"]
    document = documents.find(ids.claim_of(document_id), document_id)
    if document.status == "checking":
        document = _checked(document)
    done("document.checked", documentId=document_id, status=document.status, reason=document.reason)
    return {"documentId": document_id, "status": document.status}


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
