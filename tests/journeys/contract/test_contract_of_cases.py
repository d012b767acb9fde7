"""A case over HTTP and its refusals: documents, consent, the decision of a task, the guarantee."""

from __future__ import annotations

import struct
import zlib
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from helsebro.local_day import local_day
from local.journey.people import StackAddresses
from local.journey.steps import until
from local.stack.stack import Stack
from tests.builders.claims import PDF as REFERRAL
from tests.journeys.asking import Asker
from tests.journeys.tenants import CLAIM, Tenant, tenant

PDF, PNG, JPEG = "application/pdf", "image/png", "image/jpeg"


def png() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header, pixel = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0), zlib.compress(b"\0\xff\0\0")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixel) + chunk(b"IEND", b"")


@pytest.fixture(scope="module")
def ours(running_stack: Stack) -> Tenant:
    return tenant(StackAddresses.of(running_stack.addresses))


def new_claim(ours: Tenant) -> str:
    claim_id = str(ours.parent.post("/v1/claims", CLAIM).json()["claimId"])
    assert ours.parent.put(f"/v1/claims/{claim_id}/consent", {"given": True}).status_code == 200
    return claim_id


def announced(content: bytes, kind: str = PDF, file_type: str = "referral") -> dict[str, Any]:
    return {"fileType": file_type, "fileName": "brev æøå", "contentType": kind, "size": len(content)}


def uploaded(by: Asker, claim_id: str, content: bytes, kind: str = PDF) -> dict[str, Any]:
    """Uploads and saves a document, and returns it once it is checked."""
    base = f"/v1/claims/{claim_id}/documents"
    opened = by.post(base, announced(content, kind)).json()
    form = opened["upload"]
    httpx.post(
        form["url"], data=form["fields"], files={"file": ("x", content)}, timeout=60
    ).raise_for_status()
    assert by.post(f"{base}/{opened['documentId']}/save", {}).status_code < 300

    def checked() -> dict[str, Any] | None:
        listed = {document["documentId"]: document for document in by.get(base).json()["items"]}
        found: dict[str, Any] = listed[opened["documentId"]]
        return found if found["status"] in ("accepted", "rejected") else None

    return until("the document to be checked", checked)


def task_of(ours: Tenant, claim_id: str) -> dict[str, Any]:
    caseworker = ours.staff("caseworker")

    def listed() -> dict[str, Any] | None:
        tasks = caseworker.get("/v1/tasks?queue=claims&limit=100").json()["items"]
        reviews = (task for task in tasks if "reason" not in task)
        return next((task for task in reviews if task["subject"]["claimId"] == claim_id), None)

    return until("the task of the claim", listed)


def test_a_document_is_refused_before_the_consent_is_decided(ours: Tenant) -> None:
    claim_id = ours.parent.post("/v1/claims", CLAIM).json()["claimId"]
    state = ours.parent.get(f"/v1/claims/{claim_id}/consent").json()
    assert (state["status"], state["given"], state["expiresOn"]) == ("undecided", None, None)
    refused = ours.parent.post(f"/v1/claims/{claim_id}/documents", announced(b"x" * 100))
    assert (refused.status_code, refused.json()["code"]) == (409, "consent-undecided")


@pytest.mark.parametrize(
    "content, kind, status",
    [
        (REFERRAL, PDF, "accepted"),
        (b"%PDF-1.4\nHenvisning\n%%EOF", PDF, "rejected"),
        (png(), PNG, "accepted"),
        (b"this is a text", PDF, "rejected"),
        (png(), PDF, "rejected"),
        (png(), JPEG, "rejected"),
        (b"MZ\x90" + bytes(400), PNG, "rejected"),
    ],
)
def test_the_first_bytes_decide_the_type_of_a_document(
    ours: Tenant, content: bytes, kind: str, status: str
) -> None:
    document = uploaded(ours.parent, new_claim(ours), content, kind)
    assert document["status"] == status
    assert bool(document.get("reason")) == (status == "rejected")


@pytest.mark.parametrize(
    "change", [{"size": 10**8}, {"size": 0}, {"contentType": "text/html"}, {"fileType": "selfie"}]
)
def test_a_document_that_is_not_accepted_is_refused_before_the_upload(
    ours: Tenant, change: dict[str, Any]
) -> None:
    wanted = {**announced(b"x" * 100), **change}
    assert ours.parent.post(f"/v1/claims/{new_claim(ours)}/documents", wanted).status_code == 422


def approval(sessions: int, days: int) -> dict[str, Any]:
    until_day = local_day(datetime.now(UTC)) + timedelta(days=days)
    return {
        "decision": "approve",
        "reason": "8.1",
        "grant": {"sessions": sessions, "validUntil": str(until_day)},
    }


def test_one_of_many_decisions_counts_and_a_withdrawn_consent_blocks_the_pdf(ours: Tenant) -> None:
    claim_id = new_claim(ours)
    uploaded(ours.parent, claim_id, REFERRAL)
    task = task_of(ours, claim_id)
    path, etag = f"/v1/tasks/{task['taskId']}/decision", f'"{task["version"]}"'
    caseworker = ours.staff("caseworker")
    fit, unfit = approval(3, 90), approval(0, -1)
    assert caseworker.post(path, fit).status_code == 428
    assert caseworker.post(path, fit, **{"if-match": '"99"'}).status_code == 412
    assert ours.staff("finance").post(path, fit, **{"if-match": etag}).status_code == 403
    assert caseworker.post(path, unfit, **{"if-match": etag}).status_code == 422

    def decide(_: int) -> httpx.Response:
        return caseworker.post(path, fit, **{"if-match": etag})

    with ThreadPoolExecutor(4) as four:
        answers = list(four.map(decide, range(4)))
    assert sorted(answer.status_code for answer in answers) == [200, 409, 409, 409]
    assert {answer.json()["code"] for answer in answers if answer.status_code == 409} == {"already-decided"}

    def issued() -> dict[str, Any] | None:
        items = ours.parent.get(f"/v1/claims/{claim_id}/guarantees").json()["items"]
        return items[0] if items else None

    guarantee = until("the guarantee", issued)
    paper, consent = f"/v1/guarantees/{guarantee['guaranteeId']}/pdf", f"/v1/claims/{claim_id}/consent"
    assert ours.parent.get(paper).status_code == 303
    assert ours.parent.ask("DELETE", consent).status_code == 200
    assert ours.parent.get(paper).json()["code"] == "consent-required"
    shown = Asker(ours.stack).get(f"/v1/verify/{guarantee['caseReference']}").json()
    assert set(shown) == {"status", "treatment", "settlement", "sessionsLeft", "validUntil"}
