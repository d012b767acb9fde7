"""Whether a document that a request names is accepted: read, or checked in the commit of the request."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
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
    """Returns a fault for each of the ``documentIds`` that is no accepted bill of the case.

    So does a bill whose bytes are those of one before it.
    """
    return _faults(claim_id, sent, "no-accepted-bill", {"invoice"}, twice="bill-twice")


def digests_of(claim_id: ClaimId, document_ids: Sequence[DocumentId]) -> tuple[str, ...]:
    """Returns the digest of each accepted document's bytes as sent, in their order.

    Raises ``Refused`` for one that is no longer there.
    """
    keys = [document_key(claim_id, document) for document in document_ids]
    found = tables.get_many(tables.settings.cases_table, keys)
    digests = {(item["pk"], item["sk"]): str(item["digest"]) for item in found if "digest" in item}
    for key, document in zip(keys, document_ids, strict=True):
        if key not in digests:
            raise Refused("no-accepted-bill", documentId=document)
    return tuple(digests[key] for key in keys)


def _faults(
    claim_id: ClaimId, sent: Mapping[str, Any], code: str, file_types: set[str], twice: str = ""
) -> list[Fault]:
    """Reads the documents that are named by an id; what is no id has a fault of its own."""
    listed = sent.get("documentIds")
    named = {
        place: DocumentId(document)
        for place, document in enumerate(listed[:MOST_DOCUMENTS] if isinstance(listed, list) else ())
        if isinstance(document, str) and A_DOCUMENT.fullmatch(document)
    }
    keys = [document_key(claim_id, document) for document in dict.fromkeys(named.values())]
    accepted = {
        (item["pk"], item["sk"]): item.get("digest")
        for item in tables.get_many(tables.settings.cases_table, keys)
        if item["status"] == "accepted" and (not file_types or item["fileType"] in file_types)
    }
    faults, bytes_of = [], dict[object, DocumentId]()
    for place, document in named.items():
        key = document_key(claim_id, document)
        if key not in accepted:
            faults.append(Fault(f"/documentIds/{place}", code, ""))
        elif twice and accepted[key] and bytes_of.setdefault(accepted[key], document) != document:
            faults.append(Fault(f"/documentIds/{place}", twice, ""))
    return faults


def accepted_bill(claim_id: ClaimId, document_id: DocumentId) -> Check:
    """Returns the check that fails with ``Refused`` unless this is an accepted bill of the case."""
    return Check(
        tables.settings.cases_table,
        *document_key(claim_id, document_id),
        when="#fileType = :invoice AND #status = :accepted",
        values={**ACCEPTED, ":invoice": "invoice"},
        otherwise=Refused("no-accepted-bill", documentId=document_id),
    )
