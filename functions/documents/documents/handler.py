"""Documents: announced, uploaded straight into quarantine, saved, and read once they are accepted.

Trigger: HTTP API.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from helsebro.caller import CASEWORKER, FINANCE, MEMBER
from helsebro.documents.document import Document
from helsebro.errors import Conflict, NotFound
from helsebro.ids import ClaimId, DocumentId
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.documents.dynamo_documents import DynamoDocuments
from helsebro_aws.documents.uploads import Uploads
from helsebro_aws.dynamodb.record import to_item
from helsebro_aws.http.answer import HttpAnswer, see_other
from helsebro_aws.http.call import Call
from helsebro_aws.http.problems import texts
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.platform import clock

if TYPE_CHECKING:
    from helsebro_aws.documents import document_body

app = APIGatewayHttpResolver()
route = Routes(app)
claims = DynamoClaims()
documents = DynamoDocuments()
uploads = Uploads()

SHOWN = ("documentId", "fileType", "fileName", "contentType", "size", "status", "reason", "addedAt")


@route.post(
    "/v1/claims/<claim_id>/documents",
    allows={MEMBER, CASEWORKER},
    answers=201,
    body="documents.document_body.DocumentOffer",
    refuses={403: "mandate-to-contact-only", 409: "consent-undecided"},
)
def add_document(call: Call, body: document_body.DocumentOffer, claim_id: ClaimId) -> HttpAnswer:
    """Announces a document and returns the link to upload it; the consent must be decided (F4-17)."""
    claim, at = claims.find(claim_id), clock.now()
    claim.must_be_acted_on_by(call.caller, at)
    claim.must_have_decided_consent()
    document = body.document(claim_id, at, clock.randomness())
    answer = HttpAnswer(201, {"documentId": document.document_id, "upload": uploads.link_to_upload(document)})
    documents.add(document, call.receipt(answer))
    return answer


@route.post(
    "/v1/claims/<claim_id>/documents/<document_id>/save",
    allows={MEMBER, CASEWORKER},
    creates=False,
    answers=202,
    refuses={403: "mandate-to-contact-only", 409: "upload-missing"},
)
def save_document(call: Call, claim_id: ClaimId, document_id: DocumentId) -> HttpAnswer:
    """Makes an uploaded document final and starts its check (F4-32); a second call changes nothing."""
    at = clock.now()
    claims.find(claim_id).must_be_acted_on_by(call.caller, at)
    document = documents.find(claim_id, document_id)
    if document.status == "uploading" and not uploads.is_uploaded(document):
        raise Conflict("upload-missing")
    saved = document.save(at)
    answer = HttpAnswer(202, {"documentId": document_id, "status": saved.status})
    documents.save(document, saved, call.receipt(answer))
    return answer


@route.get(
    "/v1/claims/<claim_id>/documents", allows={MEMBER, CASEWORKER, FINANCE}, queries=("limit", "cursor")
)
def list_documents(call: Call, claim_id: ClaimId) -> HttpAnswer:
    """Lists a case's documents, with the reason why a document was rejected."""
    claims.visible(claim_id, call.caller)
    found, cursor = documents.page(claim_id, call.limit(), call.query("cursor"))
    items = [_shown(document, call.language) for document in found if document.is_shown_to(call.caller)]
    return HttpAnswer(200, {"items": items, "nextCursor": cursor})


@route.get(
    "/v1/claims/<claim_id>/documents/<document_id>/content",
    allows={MEMBER, CASEWORKER, FINANCE},
    answers=303,
    refuses={409: "document-not-accepted"},
)
def read_document(call: Call, claim_id: ClaimId, document_id: DocumentId) -> HttpAnswer:
    """Redirects to an accepted document by a link valid for 60 s; others cannot be read (promise 18)."""
    claims.visible(claim_id, call.caller)
    document = documents.find(claim_id, document_id)
    if not document.is_shown_to(call.caller):
        raise NotFound()
    return see_other(uploads.link_to_content(document))


def _shown(document: Document, language: str) -> dict[str, Any]:
    item = to_item(document)
    shown = {name: item[name] for name in SHOWN if name in item}
    return {**shown, "help": texts()[document.reason][language][1]} if document.reason else shown


handler = route.handler
