"""Builders of claims with consent, documents and facts, made through the handlers."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from helsebro import ids
from helsebro.documents.document import Document
from helsebro.ids import ClaimId, DocumentId
from helsebro_aws.claims.keys import claim_key
from helsebro_aws.documents.keys import document_key
from helsebro_aws.documents.uploads import Uploads, quarantine_key
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.record import instant, to_item
from helsebro_aws.dynamodb.tables import Put, tables
from helsebro_aws.platform import clock
from tests.builders.calls import Answered, ask, event, member
from tests.builders.policies import ANNA

PDF = (
    b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
    b"2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
    b"3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] >>\nendobj\n"
    b"trailer << /Root 1 0 R >>\n%%EOF\n"
)
"""A small PDF of one empty page."""
NO_TIME = timedelta(0)
FIRST_WORDINGS = ("consent", "mandate")
"""The decisions whose words have been there from the first day on."""
REHABILITATION = {"type": "rehabilitation", "country": "DK", "inNetwork": True}
STAY = "evidence.directlyAfterCoveredStay"


def claim_body(**changes: Any) -> dict[str, Any]:
    """Returns the body of a claim for three sessions of physiotherapy after an injury in leisure time."""
    body = {
        "cause": "leisure",
        "condition": {"category": "injury", "arisenOn": "2024-09-01", "chronic": False},
        "treatment": {"type": "physiotherapy", "country": "DK", "inNetwork": True, "sessions": 3},
        "description": "Vred om i knæet",
    }
    return {name: part for name, part in {**body, **changes}.items() if part is not None}


def report(by: dict[str, Any] | None = None, key: str = "", **changes: Any) -> Answered:
    """Returns the answer to a claim report, by default Anna's."""
    from functions.claims.claims.handler import handler

    call = event("POST", "/v1/claims", by=by or member(ANNA), body=claim_body(**changes), key=key)
    return ask(handler, call)


def claim_of(by: dict[str, Any] | None = None, **changes: Any) -> ClaimId:
    """Reports a claim and returns its id."""
    answer = report(by, **changes)
    assert answer.status == 201, answer.body
    return ClaimId(answer.body["claimId"])


def read(claim_id: str, by: dict[str, Any] | None = None) -> Answered:
    """Returns the claim as a caller reads it."""
    from functions.claims.claims.handler import handler

    return ask(handler, event("GET", f"/v1/claims/{claim_id}", by=by or member(ANNA)))


def evidence(decision: str = "consent", ago: timedelta = NO_TIME, **changes: Any) -> dict[str, Any]:
    """Returns what staff know of a decision that a member made on the phone, by default just now.

    An hour ago may have been yesterday, before a case that is reported now.
    """
    at = (clock.now() - ago).isoformat()
    version = f"{decision}-2026-{11 if decision in FIRST_WORDINGS else 12}"
    return {"how": "phone", "textVersion": version, "at": at, **changes}


def reported_ago(claim_id: ClaimId, ago: timedelta) -> None:
    """Lets a claim be one that was reported earlier."""
    _change(claim_id, reportedAt=instant(clock.now() - ago))


def asked_ago(claim_id: ClaimId, ago: timedelta) -> None:
    """Lets the open question of a claim be one that was asked earlier."""
    _change(claim_id, pausedSince=instant(clock.now() - ago))


def turned_15_on(claim_id: ClaimId, day: date) -> None:
    """Lets the person of a claim be a child who turns 15 on a day."""
    _change(claim_id, guardianUntil=day.isoformat())


def _change(claim_id: ClaimId, **changes: Any) -> None:
    table, key = tables.settings.cases_table, claim_key(claim_id)
    claim = tables.get(table, *key) or {}
    tables.commit([Put(table, {**claim, **changes}, when=None)])


def consent(claim_id: str, given: Any = True, by: dict[str, Any] | None = None, **more: Any) -> Answered:
    """Returns the answer to a decision on the consent; ``given=None`` withdraws it."""
    from functions.claims.consents.handler import handler

    method, body = ("DELETE", None) if given is None else ("PUT", {"given": given, **more})
    return ask(handler, event(method, f"/v1/claims/{claim_id}/consent", by=by or member(ANNA), body=body))


def offer_body(**changes: Any) -> dict[str, Any]:
    """Returns the body that announces a referral as PDF."""
    base = {"fileType": "referral", "fileName": "henvisning.pdf", "contentType": "application/pdf"}
    return {**base, "size": len(PDF), **changes}


def offer(claim_id: str, by: dict[str, Any] | None = None, **changes: Any) -> Answered:
    """Returns the answer to announcing a document."""
    from functions.documents.documents.handler import handler

    path = f"/v1/claims/{claim_id}/documents"
    return ask(handler, event("POST", path, by=by or member(ANNA), body=offer_body(**changes)))


def save(claim_id: str, document_id: str, by: dict[str, Any] | None = None, key: str = "") -> Answered:
    """Returns the answer to making a document final."""
    from functions.documents.documents.handler import handler

    path = f"/v1/claims/{claim_id}/documents/{document_id}/save"
    return ask(handler, event("POST", path, by=by or member(ANNA), body={}, key=key))


def put_in_quarantine(claim_id: ClaimId, document_id: DocumentId, content: bytes = PDF) -> None:
    """Stores the bytes of a document where an upload stores them."""
    from helsebro_aws.documents.dynamo_documents import DynamoDocuments

    uploads, document = Uploads(), DynamoDocuments().find(claim_id, document_id)
    bucket = uploads.settings.uploads_bucket
    uploads.client.put_object(Bucket=bucket, Key=quarantine_key(document), Body=content)


def document_of(
    claim_id: ClaimId, content: bytes = PDF, by: dict[str, Any] | None = None, **changes: Any
) -> DocumentId:
    """Uploads and saves a document and returns its id; it is not yet checked."""
    document_id = str(offer(claim_id, by, **changes).body["documentId"])
    put_in_quarantine(claim_id, DocumentId(document_id), content)
    assert save(claim_id, document_id, by).status == 202
    return DocumentId(document_id)


def accepted_bill(claim_id: ClaimId, digest: str) -> DocumentId:
    """Stores a bill that was checked and accepted, whose bytes have this digest; there are no bytes."""
    document_id = DocumentId(ids.within("doc", claim_id, clock.randomness()))
    sent = Document(document_id, claim_id, "invoice", "regning.pdf", "application/pdf", 9, clock.now())
    item = {
        **as_attributes(document_key(claim_id, document_id)),
        **to_item(sent.accept(digest, 9, clock.now())),
    }
    tables.commit([Put(tables.settings.cases_table, item)])
    return document_id


def outbox_rows(aws: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    """Returns the outbox rows of an event type."""
    rows = aws["dynamodb"].scan(TableName="outbox")["Items"]
    return [row for row in rows if row["type"]["S"] == kind]


def state_facts(
    claim_id: str,
    facts: dict[str, Any] | list[Any] | None = None,
    by: dict[str, Any] | None = None,
    version: int | None = None,
    **more: Any,
) -> Answered:
    """Returns the answer to stating facts by path, with the version that the caller reads just before."""
    from functions.claims.facts.handler import handler

    named = facts if isinstance(facts, dict) else {}
    rows = [{"path": path, "value": value} for path, value in named.items()]
    current = read(claim_id, by).body.get("version", 1) if version is None else version
    headers = {"if-match": f'"{current}"'} if current else {}
    path, body = f"/v1/claims/{claim_id}/facts", {"facts": facts if isinstance(facts, list) else rows, **more}
    return ask(handler, event("PUT", path, by=by or member(ANNA), body=body, headers=headers))


def fact_of(claim: dict[str, Any], path: str) -> dict[str, Any]:
    """Returns one fact of a claim; empty when the claim does not show it."""
    return next((dict(row) for row in claim["facts"] if row["path"] == path), {})


def asked_in(claim: dict[str, Any], of: str = "member") -> set[str]:
    """Returns the paths that a claim asks someone for."""
    return {row["path"] for row in claim["facts"] if row["state"] == "asked" and row["askedOf"] == of}


def rehabilitation() -> ClaimId:
    """Reports a claim that asks for two papers and several facts."""
    return claim_of(treatment=REHABILITATION)


def explained(claim_id: ClaimId, by: dict[str, Any] | None = None, language: str = "en") -> Answered:
    """Returns the explanation of a claim as a caller reads it."""
    from functions.claims.facts.handler import handler

    path, headers = f"/v1/claims/{claim_id}/explanation", {"accept-language": language}
    return ask(handler, event("GET", path, by=by or member(ANNA), headers=headers))


def pointers(answer: Answered) -> set[tuple[str, str]]:
    """Returns where the faults of an answer stand, with their codes."""
    return {(fault["pointer"], fault["code"]) for fault in answer.body["errors"]}
