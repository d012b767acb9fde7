"""Each kind of upload on the stack: kept as a clean copy, or rejected in words; the original is deleted."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote

import httpx
import pytest

from helsebro.documents.file_name import saved_name
from helsebro_aws.documents.rejection_view import help_with
from local.journey.people import StackAddresses
from local.journey.steps import until
from local.stack.stack import Stack
from tests.builders.claims import PDF
from tests.journeys.access import client
from tests.journeys.tenants import CLAIM, Tenant, tenant
from tests.promises.uploads import bad_files, good_papers, pdfs, pictures
from tests.promises.uploads.inert import left_in

NAME = 'Ærø, "henvisning" 100 %.pdf'


@pytest.fixture(scope="module")
def ours(running_stack: Stack) -> Tenant:
    return tenant(StackAddresses.of(running_stack.addresses))


@pytest.fixture(scope="module")
def claim_id(ours: Tenant) -> str:
    made = str(ours.parent.post("/v1/claims", CLAIM).json()["claimId"])
    assert ours.parent.put(f"/v1/claims/{made}/consent", {"given": True}).status_code == 200
    return made


def sent(ours: Tenant, claim_id: str, content: bytes, name: str, file_type: str = "referral") -> str:
    """Announces, uploads and saves a file; returns the document's id."""
    base = f"/v1/claims/{claim_id}/documents"
    offer = {"fileType": file_type, "fileName": NAME, "contentType": name, "size": len(content)}
    opened = ours.parent.post(base, offer).json()
    form = opened["upload"]
    httpx.post(
        form["url"], data=form["fields"], files={"file": ("x", content)}, timeout=60
    ).raise_for_status()
    assert ours.parent.post(f"{base}/{opened['documentId']}/save", {}).status_code == 202
    return str(opened["documentId"])


def checked(ours: Tenant, claim_id: str, document_id: str) -> dict[str, Any]:
    def look() -> dict[str, Any] | None:
        listed = ours.parent.get(f"/v1/claims/{claim_id}/documents?limit=100").json()["items"]
        found = next(item for item in listed if item["documentId"] == document_id)
        return dict(found) if found["status"] in ("accepted", "rejected") else None

    return until("the document to be checked", look)


def test_each_kind_of_upload(ours: Tenant, claim_id: str, running_stack: Stack) -> None:
    taken = {
        "a referral": (good_papers.REFERRAL, "application/x-pdf", "application/pdf"),
        "a line break first": (b"\n" + PDF, "application/pdf", "application/pdf"),
        "code on opening": (pdfs.opening(pdfs.script()), "application/pdf", "application/pdf"),
        "a photo": (pictures.jpeg(exif=pictures.notes(6)), "Image/JPEG", "image/jpeg"),
        "another photo": (pictures.jpeg(), "image/jpg", "image/jpeg"),
        "a screenshot": (pictures.png(), "image/png", "image/png"),
        "a phone's photo": (pictures.heic(exif=pictures.notes()), "image/heif", "image/jpeg"),
    }
    refused = {
        "a password": (pdfs.locked("secret"), "application/pdf", "pdf-encrypted"),
        "another type": (pictures.png(), "application/pdf", "content-type-differs"),
        "a bomb": (pictures.png_of(60_000, 60_000), "image/png", "picture-too-large"),
        "a virus": (pictures.jpeg() + bad_files.EICAR, "image/jpeg", "file-harmful"),
        "a damaged file": (pictures.heic()[:300], "image/heic", "file-incomplete"),
    }
    ids = {
        name: sent(ours, claim_id, content, kind)
        for name, (content, kind, _) in (*taken.items(), *refused.items())
    }
    for name, (_, _, kept_as) in taken.items():
        shown = checked(ours, claim_id, ids[name])
        assert (name, shown["status"], shown["contentType"]) == (name, "accepted", kept_as)
        content, header = downloaded(ours, claim_id, ids[name])
        assert (len(content), left_in(content, kept_as)) == (shown["size"], [])
        assert saved_name(NAME, kept_as) in unquote(header)
    for name, (_, _, reason) in refused.items():
        shown = checked(ours, claim_id, ids[name])
        assert (name, shown["status"], shown["reason"]) == (name, "rejected", reason)
        assert shown["help"] == help_with(reason, "en")
        link = ours.parent.get(f"/v1/claims/{claim_id}/documents/{ids[name]}/content")
        assert (link.status_code, link.json()["code"]) == (409, "document-not-accepted")
    until("the originals to be deleted", lambda: originals(running_stack, claim_id) == [])


def test_a_hint_is_shown_to_the_member_and_the_caseworker(ours: Tenant, claim_id: str) -> None:
    part = checked(ours, claim_id, sent(ours, claim_id, good_papers.PART, "application/pdf"))
    assert part["completeness"]["absent"] == ["social", "objective-findings", "told-to-patient"]
    photo = checked(ours, claim_id, sent(ours, claim_id, pictures.jpeg(), "image/jpeg"))
    assert photo["completeness"]["machineReadable"] is False
    listed = ours.staff("caseworker").get(f"/v1/claims/{claim_id}/documents?limit=100").json()["items"]
    seen = next(item for item in listed if item["documentId"] == part["documentId"])
    assert seen["completeness"]["text"]


def test_a_bill_that_was_sent_before_is_found_by_its_bytes(ours: Tenant, claim_id: str) -> None:
    bill = pictures.jpeg(quality=77)
    first, again = (sent(ours, claim_id, bill, "image/jpeg", "invoice") for _ in range(2))
    for document_id in (first, again):
        assert checked(ours, claim_id, document_id)["status"] == "accepted"
    listed = ours.staff("caseworker").get(f"/v1/claims/{claim_id}/documents?limit=100").json()["items"]
    before = {item["documentId"]: item.get("sentBefore") for item in listed}
    assert {before[first], before[again]} - {None} <= {first, again}
    assert (before[first] is None) != (before[again] is None)


def downloaded(ours: Tenant, claim_id: str, document_id: str) -> tuple[bytes, str]:
    link = ours.parent.get(f"/v1/claims/{claim_id}/documents/{document_id}/content")
    assert link.status_code == 303
    read = httpx.get(link.headers["location"], timeout=60)
    return read.content, read.headers["content-disposition"]


def originals(stack: Stack, claim_id: str) -> list[str]:
    """Returns the versions of uploaded files of the claim that the stack still holds."""
    s3 = client(stack, "s3")
    [bucket] = [held["Name"] for held in s3.list_buckets()["Buckets"] if "uploads" in held["Name"]]
    versions = s3.list_object_versions(Bucket=bucket).get("Versions", [])
    return [held["Key"] for held in versions if claim_id in held["Key"]]
