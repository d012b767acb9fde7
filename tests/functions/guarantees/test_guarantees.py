from __future__ import annotations

import urllib.request
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from functions.guarantees.guarantees.handler import handler
from pypdf import PdfReader

from helsebro.ids import GuaranteeId
from helsebro_aws.dynamodb.keys import case_partition
from helsebro_aws.dynamodb.tables import Put, Update, tables
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees
from helsebro_aws.platform.field_encryption import encrypt
from tests.builders.benefits import book, guarantee_of, ledger_of, sessions
from tests.builders.calls import Answered, ask, event, member, signed, staff
from tests.builders.claims import consent, outbox_rows
from tests.builders.decisions import IN_HALF_A_YEAR, approved, insured_anna, issue, seal_key, today
from tests.builders.large_partition import fill_first_page
from tests.builders.policies import ANNA, BO

pytestmark = pytest.mark.usefixtures("aws")
CLINIC, OTHER_CLINIC = "cli_aaaaaaaaaaaaaaaa", "cli_bbbbbbbbbbbbbbbb"
SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"


@pytest.fixture(autouse=True)
def anna(aws: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("HELSEBRO_SEAL_KEY", seal_key(aws["kms"]))
    return insured_anna()


@pytest.fixture
def issued(anna: str) -> tuple[str, str]:
    """A claim and its guarantee."""
    assert anna
    claim_id, task_id = approved()
    return claim_id, issue(claim_id, task_id)


def get(path: str, by: dict[str, Any] | None = None, language: str = "da") -> Answered:
    headers = {"accept-language": language}
    return ask(handler, event("GET", path, by=by or member(ANNA), headers=headers))


def as_clinic(path: str, clinic_id: str = CLINIC) -> Answered:
    sealed = encrypt(SECRET, table="network", field="signingSecrets", clinic=clinic_id)
    item = {
        "pk": clinic_id,
        "sk": "CLINIC",
        "consentedAt": "2026-01-05T09:00:00.000000Z",
        "signingSecrets": [{"sealed": sealed}],
    }
    tables.commit([Put(tables.settings.network_table, item, when=None)])
    return ask(handler, signed("GET", path, clinic_id=clinic_id, secret=SECRET, at=datetime.now(UTC)))


def change(guarantee_id: str, **attributes: Any) -> None:
    pk, sk = case_partition(guarantee_id), f"GUARANTEE#{guarantee_id}"
    tables.commit([Update(tables.settings.cases_table, pk, sk, set=attributes)])


def test_a_member_lists_and_reads_a_guarantee_as_the_contract_says(issued: tuple[str, str]) -> None:
    claim_id, guarantee_id = issued
    listed = get(f"/v1/claims/{claim_id}/guarantees").body
    read = get(f"/v1/guarantees/{guarantee_id}").body
    assert listed == {"items": [read], "nextCursor": None}
    assert (read["status"], read["treatment"], read["payer"]) == ("active", "chiropractic", "tryg")
    assert (read["sessionsGranted"], read["sessionsUsed"]) == (3, 0)
    assert read["validUntil"] == IN_HALF_A_YEAR.isoformat()
    assert (read["clinicId"], read["practitionerId"]) == (None, None)
    assert read["contact"] == {"email": "sundhed@example.org", "phone": "70 11 20 20", "hours": "8-16"}
    assert read["number"].startswith("G")
    assert read["caseReference"].startswith("HB-")


@pytest.mark.parametrize("path", ["guarantees/{0}", "guarantees/{0}/pdf", "claims/{1}/guarantees"])
@pytest.mark.parametrize(
    "by, status",
    [
        (member(BO), 404),
        (staff("caseworker", payer="gjensidige"), 404),
        (staff("caseworker"), 200),
        (staff("underwriting"), 403),
        (staff("network", payer=None), 403),
    ],
)
def test_other_members_get_404_and_roles_without_the_right_403(
    issued: tuple[str, str], path: str, by: dict[str, Any], status: int
) -> None:
    answer = get("/v1/" + path.format(issued[1], issued[0]), by)
    assert answer.status == (303 if status == 200 and path.endswith("pdf") else status)


def booking_at(clinic_id: str, guarantee_id: str) -> dict[str, Any]:
    """Returns what is read of a stored session that is booked at the clinic."""
    return {
        "guaranteeId": guarantee_id,
        "clinicId": clinic_id,
        "bookingId": "bkg_x",
        "practitionerId": "prc_x",
        "startsAt": "2030-01-07T09:00:00Z",
        "status": "booked",
    }


def test_a_clinic_reads_only_guarantees_for_it_or_booked_there(issued: tuple[str, str]) -> None:
    path = f"/v1/guarantees/{issued[1]}"
    assert as_clinic(path).status == 404
    booking = {"pk": case_partition(issued[1]), "sk": "BOOKING#bkg_x", **booking_at(CLINIC, issued[1])}
    tables.commit([Put(tables.settings.cases_table, booking)])
    assert as_clinic(path).status == 200
    assert as_clinic(path, OTHER_CLINIC).status == 404
    change(issued[1], clinicId=OTHER_CLINIC)
    assert as_clinic(path, OTHER_CLINIC).status == 200


def test_a_clinic_reads_a_guarantee_booked_there_on_a_claim_larger_than_one_page(
    issued: tuple[str, str],
) -> None:
    table, pk = tables.settings.cases_table, case_partition(issued[1])
    fill_first_page(table, pk, "BOOKING#", **booking_at(OTHER_CLINIC, issued[1]))
    tables.commit([Put(table, {"pk": pk, "sk": "BOOKING#bkg_x", **booking_at(CLINIC, issued[1])})])
    assert as_clinic(f"/v1/guarantees/{issued[1]}").status == 200


@pytest.mark.parametrize(
    "attributes, status",
    [
        ({"sessionsUsed": 3}, "used"),
        ({"validUntil": "2020-01-01"}, "expired"),
        ({"status": "revoked"}, "revoked"),
    ],
)
def test_the_status_shown_is_that_of_today(
    issued: tuple[str, str], attributes: dict[str, Any], status: str
) -> None:
    change(issued[1], **attributes)
    assert get(f"/v1/guarantees/{issued[1]}").body["status"] == status


def test_the_link_to_the_pdf_is_valid_for_at_most_a_minute(issued: tuple[str, str]) -> None:
    answer = get(f"/v1/guarantees/{issued[1]}/pdf")
    assert (answer.status, answer.headers["cache-control"]) == (303, "no-store")
    link = answer.headers["location"]
    assert int(parse_qs(urlsplit(link).query)["X-Amz-Expires"][0]) <= 60
    with urllib.request.urlopen(link) as paper:
        text = PdfReader(BytesIO(paper.read())).pages[0].extract_text()
    assert DynamoGuarantees().find(GuaranteeId(issued[1])).number in text
    assert "Anna Holm" in text
    assert ANNA not in text


@pytest.mark.parametrize(
    "language, word", [("da", "Betalingsgaranti"), ("nb", "Utstedt til"), ("en", "Payment guarantee")]
)
def test_the_pdf_is_in_the_language_of_the_reader(issued: tuple[str, str], language: str, word: str) -> None:
    link = get(f"/v1/guarantees/{issued[1]}/pdf", language=language).headers["location"]
    with urllib.request.urlopen(link) as paper:
        document = PdfReader(BytesIO(paper.read()))
    assert word in document.pages[0].extract_text()
    assert document.trailer["/Root"]["/Lang"] == language  # type: ignore[index]


def test_a_guarantee_whose_paper_has_one_language_keeps_that_paper(issued: tuple[str, str]) -> None:
    change(issued[1], paperLanguages=[])
    for language in ("da", "en"):
        link = get(f"/v1/guarantees/{issued[1]}/pdf", language=language).headers["location"]
        assert urlsplit(link).path.endswith(f"tryg/{issued[1]}.pdf")


@pytest.mark.parametrize("decided", [None, False])
def test_without_a_consent_in_force_the_pdf_is_refused(issued: tuple[str, str], decided: bool | None) -> None:
    assert consent(issued[0], decided).status == 200
    for by in (member(ANNA), staff("caseworker")):
        answer = get(f"/v1/guarantees/{issued[1]}/pdf", by)
        assert (answer.status, answer.body["code"]) == (403, "consent-required")
        assert "location" not in answer.headers


@pytest.mark.parametrize(
    "unknown", ["gar_nonsense", "clm_aaaaaaaaaaaaaaaa", "gar_ar2he6lhaaaaaaaaaaaaaaaaaaaaaaaaaa"]
)
def test_an_unknown_guarantee_is_404(unknown: str) -> None:
    assert [get(f"/v1/guarantees/{unknown}{end}").status for end in ("", "/pdf")] == [404, 404]


def revoke(guarantee_id: str, by: dict[str, Any] | None = None, **call: Any) -> Answered:
    headers = {"if-match": f'"{call.get("version", 1)}"'} if call.get("version", 1) else {}
    path, body = f"/v1/guarantees/{guarantee_id}/revoke", {"reason": call.get("reason", "Fejl i sagen")}
    made = event("POST", path, by=by or staff("caseworker"), body=body, headers=headers)
    return ask(handler, {**made, **({"body": call["raw"]} if "raw" in call else {})})


def test_a_revoked_guarantee_covers_nothing_more_and_its_sessions_are_released(
    issued: tuple[str, str], aws: dict[str, Any]
) -> None:
    before = guarantee_of(GuaranteeId(issued[1]))
    book(before, "held", today())
    book(before, "booked", today() + timedelta(days=9))
    change(issued[1], sessionsBooked=2, sessionsUsed=1, clinicId=CLINIC)
    answer = revoke(issued[1])
    revocation = {
        "guaranteeId": issued[1],
        "status": "revoked",
        "revokedOn": today().isoformat(),
        "version": 2,
    }
    assert (answer.status, answer.body) == (200, revocation)
    assert sessions(ledger_of(before.person_id)) == [(1, 0, 2)]
    [news] = outbox_rows(aws, "guarantee.revoked")
    assert news["clinicId"]["S"] == CLINIC
    read = get(f"/v1/guarantees/{issued[1]}")
    assert (read.body["status"], read.body["revokedOn"]) == ("revoked", today().isoformat())
    assert read.headers["etag"] == '"2"'


def test_the_reason_of_a_revocation_is_shown_to_member_and_staff_not_to_the_clinic(
    issued: tuple[str, str],
) -> None:
    assert revoke(issued[1], reason="Ikke længere i ordningen").status == 200
    change(issued[1], clinicId=CLINIC)
    path = f"/v1/guarantees/{issued[1]}"
    shown = [answer.body.get("revocationReason") for answer in (get(path), get(path, staff("caseworker")))]
    assert shown == ["Ikke længere i ordningen"] * 2
    assert "revocationReason" not in as_clinic(path).body


@pytest.mark.parametrize("by, status", [
    (member(ANNA), 403), (staff("finance"), 403), (staff("caseworker", payer="gjensidige"), 404),
])  # fmt: skip
def test_only_a_caseworker_of_the_payer_may_revoke(
    issued: tuple[str, str], by: dict[str, Any], status: int
) -> None:
    assert revoke(issued[1], by).status == status
    assert guarantee_of(GuaranteeId(issued[1])).status == "active"


@pytest.mark.parametrize("version, status, code", [(None, 428, "version-missing"), (2, 412, "version-stale")])
def test_a_revocation_needs_the_version_that_was_read(
    issued: tuple[str, str], version: int | None, status: int, code: str
) -> None:
    answer = revoke(issued[1], version=version)
    assert (answer.status, answer.body["code"]) == (status, code)


def test_a_guarantee_is_revoked_once_and_needs_a_reason(issued: tuple[str, str], aws: Any) -> None:
    assert revoke(issued[1], reason="").status == 422
    assert revoke(issued[1]).status == 200
    again = revoke(issued[1], version=2)
    assert (again.status, again.body["code"]) == (409, "guarantee-already-revoked")
    assert len(outbox_rows(aws, "guarantee.revoked")) == 1


def test_a_guarantee_stored_without_a_version_can_be_revoked(issued: tuple[str, str]) -> None:
    pk, sk = case_partition(issued[1]), f"GUARANTEE#{issued[1]}"
    tables.commit([Update(tables.settings.cases_table, pk, sk, remove=("version",))])
    assert revoke(issued[1]).status == 200
