"""Documents: announced, uploaded straight into quarantine, saved, and read once they are accepted.

Trigger: HTTP API.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from helsebro.caller import CASEWORKER, FINANCE, MEMBER, QUALITY
from helsebro.claims.explained.time_in_sight import seconds_in_sight
from helsebro.documents.document import Document
from helsebro.errors import Conflict, NotFound
from helsebro.ids import ClaimId, DocumentId
from helsebro_aws.claims.consenting.staff_sight import must_be_read_by_staff
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.claims.mandated.mandate_acts import acts_under_mandate
from helsebro_aws.documents.arrival_view import arrival_of
from helsebro_aws.documents.dynamo_documents import DynamoDocuments
from helsebro_aws.documents.referral_hint_view import in_words
from helsebro_aws.documents.rejection_view import help_with
from helsebro_aws.documents.uploads import SECONDS_TO_UPLOAD, Uploads
from helsebro_aws.dynamodb.record import instant
from helsebro_aws.http.answer import HttpAnswer, see_other
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.platform import clock
from helsebro_aws.platform.stored_file import LINK_SECONDS

if TYPE_CHECKING:
    from functions.documents.documents.answers import DocumentAnswer

    from helsebro_aws.documents import document_body

app = APIGatewayHttpResolver()
route = Routes(app)
claims = DynamoClaims()
documents = DynamoDocuments()
uploads = Uploads()


@route.post(
    "/v1/claims/<claim_id>/documents",
    allows={MEMBER, CASEWORKER},
    answers=201,
    body="documents.document_body.DocumentOffer",
    returns="answers.AnnouncedDocumentAnswer",
    refuses={403: "mandate-to-contact-only", 409: "consent-undecided"},
)
def add_document(call: Call, body: document_body.DocumentOffer, claim_id: ClaimId) -> HttpAnswer:
    """Announces a document and returns the form that uploads its file.

    The consent of the case must be decided before (F4-17). Upload the file with the form, then save the
    document: until then it is not checked.
    """
    # Here, because no other route asks for the role.
    from helsebro.claims.facts.fact_statement import role_of

    claim, at = claims.find(claim_id), clock.now()
    claim.must_be_acted_on_by(call.caller, at)
    claim.must_have_decided_consent()
    document = replace(
        body.document(claim_id, at, clock.randomness()), added_by=role_of(call.caller, claim, at)
    )
    upload = uploads.link_to_upload(document, seconds_in_sight(claim, call.caller, at, SECONDS_TO_UPLOAD))
    answer = HttpAnswer(201, {"documentId": document.document_id, "upload": upload})
    documents.add(document, call.receipt(answer))
    return answer


@route.post(
    "/v1/claims/<claim_id>/documents/<document_id>/save",
    allows={MEMBER, CASEWORKER},
    creates=False,
    answers=202,
    returns="answers.SavedDocumentAnswer",
    refuses={403: "mandate-to-contact-only", 409: "upload-missing"},
)
def save_document(call: Call, claim_id: ClaimId, document_id: DocumentId) -> HttpAnswer:
    """Makes an uploaded document final and starts its check (F4-32).

    A second call changes nothing. The list of documents shows the result of the check.
    """
    at, claim = clock.now(), claims.find(claim_id)
    claim.must_be_acted_on_by(call.caller, at)
    document = documents.find(claim_id, document_id)
    if document.status == "uploading" and not uploads.is_uploaded(document):
        raise Conflict("upload-missing")
    saved = document.save(at)
    answer = HttpAnswer(202, {"documentId": document_id, "status": saved.status})
    acts = acts_under_mandate([claim], call.caller, "upload", document_id, at)
    documents.save(document, saved, call.receipt(answer, acts))
    return answer


@route.get(
    "/v1/claims/<claim_id>/documents",
    allows={MEMBER, CASEWORKER, FINANCE, QUALITY},
    queries=("limit", "cursor"),
    returns="Page[answers.DocumentAnswer]",
)
def list_documents(call: Call, claim_id: ClaimId) -> HttpAnswer:
    """Lists a case's documents, and why a document was rejected.

    Finance staff see bills only. An accepted file is a clean copy: a PDF without form, links and attachments,
    a photo without its position.
    """
    claim = claims.visible(claim_id, call.caller)
    found, cursor = documents.page(claim_id, call.limit(), call.cursor())
    items = [_shown(each, call, claim.country) for each in found if each.is_shown_to(call.caller)]
    return HttpAnswer(200, {"items": items, "nextCursor": cursor})


@route.get(
    "/v1/claims/<claim_id>/documents/<document_id>/content",
    allows={MEMBER, CASEWORKER, FINANCE, QUALITY},
    answers=303,
    refuses={403: "consent-required", 409: "document-not-accepted"},
)
def read_document(call: Call, claim_id: ClaimId, document_id: DocumentId) -> HttpAnswer:
    """Redirects to the content of an accepted document.

    The link is valid for 60 seconds, but never past the local midnight at which a child turns 15. A document
    that is not accepted cannot be read (promise 18). Staff read it while the consent of the case or the
    person's general consent is in force.
    """
    claim = claims.visible(claim_id, call.caller)
    if call.caller.is_staff:
        must_be_read_by_staff(claim)
    document = documents.find(claim_id, document_id)
    if not document.is_shown_to(call.caller):
        raise NotFound()
    seconds = seconds_in_sight(claim, call.caller, clock.now(), LINK_SECONDS)
    return see_other(uploads.link_to_content(document, seconds))


def _shown(document: Document, call: Call, country: str) -> DocumentAnswer:
    shown: DocumentAnswer = {
        "documentId": document.document_id,
        "fileType": document.file_type,
        "fileName": document.file_name,
        "contentType": document.content_type,
        "size": document.size,
        "status": document.status,
        "addedAt": instant(document.added_at),
        "addedBy": document.added_by,
    }
    if document.referral_kind:
        shown["referralKind"] = document.referral_kind
    if document.reason:
        shown["reason"], shown["help"] = document.reason, help_with(document.reason, call.language)
    if arrived := arrival_of(document, country, call.language):
        shown["arrived"] = arrived
    if document.hint:
        shown["completeness"] = {
            "machineReadable": document.hint.readable,
            "absent": list(document.hint.absent),
            "text": in_words(document.hint, call.language),
        }
    if document.sent_before and call.caller.is_staff:
        shown["sentBefore"] = document.sent_before
    return shown


handler = route.handler
