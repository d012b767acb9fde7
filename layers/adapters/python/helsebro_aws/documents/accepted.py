"""The check that a document is accepted, for the commit of a request that names the document."""

from __future__ import annotations

from helsebro.errors import Refused
from helsebro.ids import ClaimId, DocumentId
from helsebro_aws.documents.keys import document_key
from helsebro_aws.dynamodb.tables import Check, tables

ACCEPTED = {":accepted": "accepted"}


def accepted_paper(claim_id: ClaimId, document_id: DocumentId) -> Check:
    """Returns the check that fails with ``Refused`` unless this is an accepted document of the case."""
    return Check(
        tables.settings.cases_table,
        *document_key(claim_id, document_id),
        when="#status = :accepted",
        values=ACCEPTED,
        otherwise=Refused("no-accepted-paper", documentId=document_id),
    )


def accepted_bill(claim_id: ClaimId, document_id: DocumentId) -> Check:
    """Returns the check that fails with ``Refused`` unless this is an accepted bill of the case."""
    return Check(
        tables.settings.cases_table,
        *document_key(claim_id, document_id),
        when="#fileType = :invoice AND #status = :accepted",
        values={**ACCEPTED, ":invoice": "invoice"},
        otherwise=Refused("no-accepted-bill", documentId=document_id),
    )
