"""Whether a document that a request names is accepted: read, or checked in the commit of the request."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from helsebro.errors import Fault, Refused
from helsebro.ids import ClaimId, DocumentId
from helsebro_aws.documents.keys import document_key
from helsebro_aws.dynamodb.tables import Check, tables

ACCEPTED = {":accepted": "accepted"}
MOST_DOCUMENTS = 20
A_DOCUMENT = re.compile(r"doc_[a-z0-9]{1,100}")


def accepted_paper(claim_id: ClaimId, document_id: DocumentId) -> Check:
    """Returns the check that fails with ``Refused`` unless this is an accepted document of the case."""
    return Check(
        tables.settings.cases_table,
        *document_key(claim_id, document_id),
        when="#status = :accepted",
        values=ACCEPTED,
        otherwise=Refused("no-accepted-paper", documentId=document_id),
    )


def accepted_type(claim_id: ClaimId, document_id: DocumentId) -> str | None:
    """Returns the file type of an accepted document of the case; None when it has none of this id.

    An accepted document stays accepted.
    """
    # A batch of one: the function that states facts has no other right to read cases.
    found = tables.get_many(tables.settings.cases_table, [document_key(claim_id, document_id)])
    return next((str(item["fileType"]) for item in found if item["status"] == "accepted"), None)


def paper_faults(claim_id: ClaimId, sent: Mapping[str, Any]) -> list[Fault]:
    """Returns a fault for each of the ``documentIds`` that is no accepted document of the case."""
    return _faults(claim_id, sent, "no-accepted-paper", set())


def bill_faults(claim_id: ClaimId, sent: Mapping[str, Any]) -> list[Fault]:
    """Returns a fault for each of the ``documentIds`` that is no accepted bill of the case."""
    return _faults(claim_id, sent, "no-accepted-bill", {"invoice"})


def _faults(claim_id: ClaimId, sent: Mapping[str, Any], code: str, file_types: set[str]) -> list[Fault]:
    """Reads the documents that are named by an id; what is no id has a fault of its own."""
    listed = sent.get("documentIds")
    named = {
        place: DocumentId(document)
        for place, document in enumerate(listed[:MOST_DOCUMENTS] if isinstance(listed, list) else ())
        if isinstance(document, str) and A_DOCUMENT.fullmatch(document)
    }
    keys = [document_key(claim_id, document) for document in dict.fromkeys(named.values())]
    accepted = {
        (item["pk"], item["sk"])
        for item in tables.get_many(tables.settings.cases_table, keys)
        if item["status"] == "accepted" and (not file_types or item["fileType"] in file_types)
    }
    return [
        Fault(f"/documentIds/{place}", code, "")
        for place, document in named.items()
        if document_key(claim_id, document) not in accepted
    ]


def accepted_bill(claim_id: ClaimId, document_id: DocumentId) -> Check:
    """Returns the check that fails with ``Refused`` unless this is an accepted bill of the case."""
    return Check(
        tables.settings.cases_table,
        *document_key(claim_id, document_id),
        when="#fileType = :invoice AND #status = :accepted",
        values={**ACCEPTED, ":invoice": "invoice"},
        otherwise=Refused("no-accepted-bill", documentId=document_id),
    )
