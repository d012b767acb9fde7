"""``helsebro upload``: announced, posted as a form, saved, and shown when it is checked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.local.cli.conftest import Run
from tests.local.cli.loopback import Answered, Loopback

DOCUMENTS = "/v1/claims/clm_a/documents"
SAVED = {"documentId": "doc_a", "status": "checking"}
UNDECIDED = {"code": "consent-undecided", "title": "Give the consent first"}


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "journal.PDF"
    path.write_bytes(b"%PDF-1.7")
    return str(path)


def checked(status: str, **more: str) -> Answered:
    others = {"documentId": "doc_b", "status": "rejected"}
    return Answered(200, {"items": [others, {"documentId": "doc_a", "status": status, **more}]})


@pytest.fixture
def documents(api: Loopback) -> Loopback:
    """The platform announces and saves a document."""
    upload = {"url": f"{api.url}/form", "fields": {"key": "quarantine/doc_a"}}
    api.answers |= {
        f"POST {DOCUMENTS}": Answered(201, {"documentId": "doc_a", "upload": upload}),
        "POST /form": Answered(204),
        f"POST {DOCUMENTS}/doc_a/save": Answered(202, SAVED),
        f"GET {DOCUMENTS}?limit=100": [checked("checking"), checked("accepted")],
    }
    return api


def test_a_document_is_uploaded_saved_and_shown_when_it_is_accepted(
    run: Run, documents: Loopback, file: str
) -> None:
    done = run("upload", "clm_a", file, "--type", "journal", "--as", "anna")
    assert (done.exit_code, json.loads(done.stdout)["status"]) == (0, "accepted")
    announced, form, *_ = documents.asked
    assert json.loads(announced.body) == {
        "fileType": "journal",
        "fileName": "journal.PDF",
        "contentType": "application/pdf",
        "size": 8,
    }
    assert b"quarantine/doc_a" in form.body
    assert b"%PDF-1.7" in form.body
    assert "authorization" not in form.headers


def test_a_file_can_be_uploaded_again(run: Run, documents: Loopback, file: str) -> None:
    for _ in range(2):
        assert run("upload", "clm_a", file, "--as", "anna", "--no-wait").exit_code == 0
    keys = [asked.headers["idempotency-key"] for asked in documents.asked if asked.path != "/form"]
    assert len(set(keys)) == len(keys) == 4


def test_a_rejected_document_says_what_to_do(run: Run, documents: Loopback, file: str) -> None:
    documents.answers[f"GET {DOCUMENTS}?limit=100"] = checked("rejected", help="Take a new picture.")
    done = run("upload", "clm_a", file, "--as", "anna")
    assert (done.exit_code, "Take a new picture." in done.stderr) == (1, True)


@pytest.mark.parametrize("claim, sent", [("clm_a b", "clm_a%20b"), ("clm_\x01", "clm_%01"), ("a/b", "a%2Fb")])
def test_the_id_of_the_claim_is_one_segment_of_the_path(
    run: Run, api: Loopback, file: str, claim: str, sent: str
) -> None:
    api.answers[f"POST /v1/claims/{sent}/documents"] = Answered(404, {"code": "not-found"})
    assert run("upload", claim, file, "--as", "anna").exit_code == 1
    assert [asked.path for asked in api.asked] == [f"/v1/claims/{sent}/documents"]


def test_a_refusal_is_the_problem_of_the_platform(run: Run, documents: Loopback, file: str) -> None:
    documents.answers[f"POST {DOCUMENTS}"] = Answered(409, UNDECIDED)
    done = run("upload", "clm_a", file, "--as", "anna")
    assert (done.exit_code, json.loads(done.stdout)) == (1, UNDECIDED)
    assert "409 consent-undecided" in done.stderr


@pytest.mark.parametrize(
    "name, type_, said",
    [
        ("referral.docx", "referral", "ends in .pdf, .jpg"),
        ("none.pdf", "referral", "No such file"),
        ("none.pdf", "bill", "Known are: referral, journal"),
    ],
)
def test_a_file_that_cannot_be_uploaded_is_named(run: Run, name: str, type_: str, said: str) -> None:
    done = run("upload", "clm_a", name, "--type", type_, "--as", "anna")
    assert (done.exit_code, said in done.stderr) == (1, True)
