from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import httpx
import pytest
from functions.documents.documents.handler import handler

from helsebro.ids import ClaimId
from helsebro_aws.documents.dynamo_documents import DynamoDocuments
from helsebro_aws.documents.rejection_view import help_with
from helsebro_aws.documents.uploads import Uploads, quarantine_key
from helsebro_aws.platform.stored_file import named_by_member
from tests.builders.calls import ask, event, member, staff
from tests.builders.claims import (
    PDF,
    claim_of,
    consent,
    document_of,
    offer,
    outbox_rows,
    put_in_quarantine,
    save,
)
from tests.builders.documents.checked_papers import check_by_the_function as check
from tests.builders.policies import ANNA, insured_of, payer_of, policy_of

pytestmark = pytest.mark.usefixtures("aws")
CASEWORKER, FINANCE = staff("caseworker", payer="tryg"), staff("finance", payer="tryg")
STRANGER = member("0505901234")


@pytest.fixture
def claim_id(aws: dict[str, Any]) -> str:
    assert aws
    payer_of("tryg")
    insured_of(policy_of("tryg"))
    return claim_of()


@pytest.fixture
def decided(claim_id: str) -> str:
    consent(claim_id)
    return claim_id


def content(claim_id: str, document_id: str, by: dict[str, Any] | None = None) -> Any:
    path = f"/v1/claims/{claim_id}/documents/{document_id}/content"
    return ask(handler, event("GET", path, by=by or member(ANNA)))


def listed(claim_id: str, by: dict[str, Any] | None = None) -> Any:
    return ask(handler, event("GET", f"/v1/claims/{claim_id}/documents", by=by or member(ANNA)))


@pytest.mark.parametrize("by", [member(ANNA), CASEWORKER])
def test_nothing_is_uploaded_before_the_consent_is_decided(claim_id: str, by: dict[str, Any]) -> None:
    answer = offer(claim_id, by)
    assert (answer.status, answer.body["code"]) == (409, "consent-undecided")


@pytest.mark.parametrize("given", [True, False])
def test_a_document_can_be_uploaded_once_the_consent_is_given_or_refused(claim_id: str, given: bool) -> None:
    consent(claim_id, given)
    assert offer(claim_id).status == 201


def test_the_link_takes_the_file_into_quarantine(decided: ClaimId) -> None:
    answer = offer(decided).body
    upload = answer["upload"]
    sent = httpx.post(upload["url"], data=upload["fields"], files={"file": ("file", PDF)}, timeout=20)
    assert sent.is_success
    document = DynamoDocuments().find(decided, answer["documentId"])
    assert Uploads().content(document) == PDF


def test_the_link_names_key_type_and_size_and_no_text_of_the_member(decided: str) -> None:
    import base64
    import json

    answer = offer(decided, fileName="Astas ryg.pdf").body
    policy = json.loads(base64.b64decode(answer["upload"]["fields"]["policy"]))["conditions"]
    assert ["content-length-range", 1, 10 * 1024 * 1024] in policy
    assert {"Content-Type": "application/pdf"} in policy
    assert {"key": f"tryg/{decided}/{answer['documentId']}"} in policy
    assert "Asta" not in str(answer)


@pytest.mark.parametrize(
    "name, content_type",
    [
        ("image/heif", "image/heic"),
        ("IMAGE/HEIC", "image/heic"),
        ("image/jpg", "image/jpeg"),
        ("image/pjpeg", "image/jpeg"),
        ("Image/JPEG", "image/jpeg"),
        ("Image/PNG; name=a.png", "image/png"),
        ("application/x-pdf", "application/pdf"),
        ("Application/PDF", "application/pdf"),
    ],
)
def test_the_form_has_the_first_name_of_the_type(decided: str, name: str, content_type: str) -> None:
    answer = offer(decided, contentType=name)
    assert (answer.status, answer.body["upload"]["fields"]["Content-Type"]) == (201, content_type)


@pytest.mark.parametrize(
    "changes, pointers",
    [
        ({"fileType": "selfie"}, {"/fileType"}),
        ({"contentType": "video/quicktime"}, {"/contentType"}),
        ({"contentType": "image/svg+xml", "size": 0}, {"/contentType", "/size"}),
        ({"size": 10 * 1024 * 1024 + 1, "fileName": ""}, {"/size", "/fileName"}),
        ({"fileName": "x" * 301, "status": "accepted"}, {"/fileName", "/status"}),
    ],
)
def test_every_fault_of_an_announced_document_is_reported(
    decided: str, changes: Any, pointers: set[str]
) -> None:
    answer = offer(decided, **changes)
    assert answer.status == 422
    assert {fault["pointer"] for fault in answer.body["errors"]} == pointers


def test_saving_before_the_upload_is_a_conflict_and_works_after_it(decided: ClaimId) -> None:
    document_id = offer(decided).body["documentId"]
    early = save(decided, document_id, key="k")
    assert (early.status, early.body["code"]) == (409, "upload-missing")
    put_in_quarantine(decided, document_id)
    assert save(decided, document_id, key="k").status == 202


def test_saving_twice_checks_once(decided: ClaimId, aws: Any) -> None:
    document_id = document_of(decided)
    again = save(decided, document_id)
    assert (again.status, again.body["status"]) == (202, "checking")
    assert len(outbox_rows(aws, "document.saved")) == 1


def test_an_idempotency_key_of_one_document_saves_no_other(decided: ClaimId) -> None:
    first, second = document_of(decided), document_of(decided)
    assert save(decided, first, key="k").status == 202
    assert save(decided, second, key="k").body["code"] == "idempotency-key-reused"


def test_a_document_that_is_not_accepted_cannot_be_read(decided: ClaimId) -> None:
    new = offer(decided).body["documentId"]
    unchecked = document_of(decided)
    rejected = document_of(decided, b"MZ no pdf")
    check(decided, rejected)
    answers = [content(decided, document_id) for document_id in (new, unchecked, rejected)]
    assert {(answer.status, answer.body["code"]) for answer in answers} == {(409, "document-not-accepted")}


def test_an_accepted_document_is_read_by_a_link_that_is_valid_for_a_minute(decided: ClaimId) -> None:
    document_id = document_of(decided)
    check(decided, document_id)
    answer = content(decided, document_id)
    link = answer.headers["location"]
    assert (answer.status, answer.headers["cache-control"]) == (303, "no-store")
    assert int(parse_qs(urlsplit(link).query)["X-Amz-Expires"][0]) <= 60
    assert httpx.get(link).content.startswith(b"%PDF-")


NAMES = {
    "henvisning æøå ÆØÅ.pdf": "henvisning æøå ÆØÅ.pdf",
    'den "rigtige".PDF': 'den "rigtige".PDF',
    "x.pdf\r\nSet-Cookie: a=b": "x.pdf\r\nSet-Cookie: a=b.pdf",
    "gnp.\u202efdp": "gnp.\u202efdp.pdf",
    "journal; filename=evil.exe": "journal; filename=evil.exe.pdf",
    "100%25.pdf": "100%25.pdf",
    "ryg\u00a0😀.pdf": "ryg\u00a0😀.pdf",
    "æ" * 300: "æ" * 300 + ".pdf",
}


@pytest.mark.parametrize("name, saved", NAMES.items())
def test_any_file_name_is_returned_unchanged_and_escaped_in_the_header_with_its_ending(
    decided: ClaimId, name: str, saved: str
) -> None:
    document_id = document_of(decided, fileName=name)
    check(decided, document_id)
    assert [one["fileName"] for one in listed(decided).body["items"]] == [name]
    query = parse_qs(urlsplit(content(decided, document_id).headers["location"]).query)
    header = query["response-content-disposition"][0]
    assert header.isascii()
    assert header.isprintable()
    assert unquote(header.partition("filename*=UTF-8''")[2]) == saved


def test_a_disposition_has_one_name_and_one_encoded_name() -> None:
    assert named_by_member("a b'(c)*.pdf") == (
        "attachment; filename=\"document.pdf\"; filename*=UTF-8''a%20b%27%28c%29%2A.pdf"
    )


def test_a_rejected_document_has_its_reason_in_the_readers_language(decided: ClaimId) -> None:
    check(decided, document_of(decided, b"MZ no pdf"))
    [shown] = listed(decided).body["items"]
    assert (shown["status"], shown["reason"]) == ("rejected", "content-type-differs")
    assert shown["help"] == help_with("content-type-differs", "da")


def test_caseworkers_see_every_document_and_finance_only_the_bills(decided: ClaimId) -> None:
    referral, bill = document_of(decided), document_of(decided, fileType="invoice")
    for document_id in (referral, bill):
        check(decided, document_id)
    seen = {by["roles"][0]: len(listed(decided, by).body["items"]) for by in (CASEWORKER, FINANCE)}
    assert seen == {"caseworker": 2, "finance": 1}
    assert content(decided, bill, FINANCE).status == 303
    assert content(decided, referral, FINANCE).status == 404


@pytest.mark.parametrize("by", [STRANGER, staff("caseworker", payer="gjensidige")])
def test_documents_of_another_persons_case_are_404_on_every_route(
    decided: ClaimId, by: dict[str, Any]
) -> None:
    document_id = document_of(decided)
    check(decided, document_id)
    answers = [offer(decided, by), save(decided, document_id, by), listed(decided, by)]
    answers.append(content(decided, document_id, by))
    assert [answer.status for answer in answers] == [404, 404, 404, 404]


def test_a_document_of_another_case_of_the_same_member_is_404(decided: ClaimId) -> None:
    document_id = document_of(decided)
    other = claim_of()
    consent(other)
    assert save(other, document_id).status == content(other, document_id).status == 404


def test_an_object_name_holds_only_ids(decided: ClaimId) -> None:
    document_id = document_of(decided, fileName="0101801234.pdf")
    assert quarantine_key(DynamoDocuments().find(decided, document_id)) == f"tryg/{decided}/{document_id}"
