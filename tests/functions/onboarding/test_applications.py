from __future__ import annotations

from typing import Any

import pytest

from helsebro.ids import ClinicId
from helsebro_aws.dynamodb.tables import tables
from helsebro_aws.identity import pseudonym
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from helsebro_aws.onboarding.dynamo_applications import DynamoApplications
from tests.builders.calls import ask, event, member
from tests.builders.claims import outbox_rows
from tests.builders.clinics.applications import NETWORK, PATH, applications, applied, apply
from tests.builders.clinics.form import form, signatory
from tests.builders.network import clinics
from tests.builders.policies import ANNA

pytestmark = pytest.mark.usefixtures("aws")
MOST_FAULTS = {
    "clinicName": " ",
    "cvr": "12345678",
    "phone": "123",
    "clinicSystem": "paper",
    "signatory": {"name": "", "email": "mette", "cpr": "99"},
    "declaration": False,
    "vat": "1",
}
EVERY_FAULT = {
    ("/clinicName", "too-short"),
    ("/cvr", "company-number-wrong"),
    ("/phone", "phone-malformed"),
    ("/clinicSystem", "unknown-value"),
    ("/signatory/name", "too-short"),
    ("/signatory/email", "not-an-email-address"),
    ("/signatory/cpr", "national-number-malformed"),
    ("/declaration", "declaration-missing"),
    ("/vat", "unknown-field"),
}


def faults(body: Any) -> set[tuple[str, str]]:
    answer = apply(body)
    assert answer.status == 422, answer.body
    return {(fault["pointer"], fault["code"]) for fault in answer.body["errors"]}


def test_a_clinic_applies_and_has_done_the_first_step() -> None:
    answer = apply()
    assert answer.status == 201
    checklist = answer.body["checklist"]
    assert checklist.pop("applied")
    assert set(checklist.values()) == {None}


def test_clinic_application_and_event_are_stored_together(aws: Any) -> None:
    clinic_id = applied(clinicName="Klinik Vest", signatory=signatory(name="Bo Holm"))
    clinic, application = DynamoClinics().find(clinic_id), DynamoApplications().find(clinic_id)
    assert (clinic.name, clinic.status, clinic.signatory_id) == ("Klinik Vest", "applied", None)
    assert application.signatory.name == "Bo Holm"
    assert application.declaration.text_version == "2026-11"
    assert application.declaration.at == application.applied_at == clinic.checklist.applied
    [row] = outbox_rows(aws, "clinic.applied")
    assert row["data"]["M"] == {"clinicId": {"S": clinic_id}}


def test_every_fault_of_the_form_is_reported_at_once_and_nothing_is_kept(aws: Any) -> None:
    assert faults(MOST_FAULTS) == EVERY_FAULT
    assert aws["dynamodb"].scan(TableName="network")["Items"] == []


def test_a_phone_number_that_is_too_short_is_one_fault() -> None:
    assert faults(form(phone="12")) == {("/phone", "phone-malformed")}


def test_an_empty_form_lacks_every_field() -> None:
    required = {"clinicName", "cvr", "phone", "clinicSystem", "signatory", "declaration"}
    assert faults({}) == {(f"/{name}", "missing") for name in required}


@pytest.mark.parametrize(
    "country, cvr, code",
    [
        ("DK", "24260666", None),
        ("DK", "24260667", "company-number-wrong"),
        ("DK", "923609016", "company-number-wrong"),
        ("DK", "2426066", "company-number-malformed"),
        ("DK", "DK242606", "company-number-malformed"),
        ("NO", "923609016", None),
        ("NO", "923609017", "company-number-wrong"),
        ("NO", "24260666", "company-number-wrong"),
        ("SE", "24260667", "company-number-wrong"),
    ],
)
def test_the_company_number_has_the_check_digit_of_its_country(
    country: str, cvr: str, code: str | None
) -> None:
    body = form(country=country, cvr=cvr, phone="22 33 44 55")
    if code:
        assert ("/cvr", code) in faults(body)
    else:
        assert apply(body).status == 201


@pytest.mark.parametrize("country", ["SE", 7, None])
def test_a_clinic_is_in_a_country_of_the_network(country: Any) -> None:
    assert {pointer for pointer, _ in faults({**form(), "country": country})} == {"/country"}


@pytest.mark.parametrize(
    "signatory_body, code",
    [
        ("Mette", "not-an-object"),
        ({**signatory(), "cpr": "0107801234", "fnr": "01078012311"}, "national-number-twice"),
        ({**signatory(), "email": "a@b"}, "not-an-email-address"),
        ({**signatory(), "name": "…"}, "no-letter-or-digit"),
    ],
)
def test_a_signatory_is_one_person_whom_mail_reaches(signatory_body: Any, code: str) -> None:
    assert code in {found for _, found in faults(form(signatory=signatory_body))}


@pytest.mark.parametrize("declaration", ["true", 1, None])
def test_only_true_is_a_declaration(declaration: Any) -> None:
    assert {pointer for pointer, _ in faults({**form(), "declaration": declaration})} == {"/declaration"}


def test_a_signatory_named_by_number_reads_the_clinic_and_no_other_member_does() -> None:
    clinic_id = applied(signatory=signatory(cpr=ANNA))
    path = f"/v1/clinics/{clinic_id}"
    assert DynamoClinics().find(clinic_id).signatory_id == pseudonym.person_id("DK", ANNA)
    assert ask(clinics(), event("GET", path, by=member(ANNA))).body["status"] == "applied"
    assert ask(clinics(), event("GET", path, by=member("0202821234"))).status == 404


def test_the_number_of_the_signatory_is_stored_nowhere(aws: Any) -> None:
    applied(signatory=signatory(cpr="010180-1234"))
    for table in ("network", "outbox", "idempotency", "cases"):
        stored = str(aws["dynamodb"].scan(TableName=table)["Items"])
        assert not any(number in stored for number in ("0101801234", "010180-1234"))


def test_the_event_names_the_clinic_and_no_person(aws: Any) -> None:
    applied(signatory=signatory(name="Vigga Sund"))
    assert "Vigga" not in str(aws["dynamodb"].scan(TableName="outbox")["Items"])


def test_the_same_company_may_apply_twice_and_gets_no_sign_of_the_other() -> None:
    first, second = (apply(cvr="24260666") for _ in range(2))
    assert (first.status, second.status) == (201, 201)
    assert first.body.keys() == second.body.keys()
    assert first.body["clinicId"] != second.body["clinicId"]


def test_a_repeated_application_gets_the_first_answer_and_makes_no_second_clinic(aws: Any) -> None:
    body = form()
    first, again = apply(body, key="form-1"), apply(body, key="form-1")
    assert (again.status, again.body) == (201, first.body)
    assert again.headers["idempotency-replayed"] == "true"
    assert len(outbox_rows(aws, "clinic.applied")) == 1


@pytest.mark.parametrize(
    "country, asked_for, language",
    [("DK", None, "da"), ("NO", None, "nb"), ("NO", "da", "da"), ("DK", "en-GB,da;q=0.5", "en")],
)
def test_the_signatory_is_written_to_in_the_language_of_the_form_or_the_country(
    country: str, asked_for: str | None, language: str
) -> None:
    headers = {"accept-language": asked_for} if asked_for else {}
    body = form(country=country, cvr={"DK": "24260666", "NO": "923609016"}[country], phone="33 11 22 33")
    answer = ask(applications(), event("POST", PATH, body=body, headers=headers))
    assert DynamoApplications().find(ClinicId(answer.body["clinicId"])).language == language


def test_an_application_needs_an_idempotency_key() -> None:
    answer = ask(applications(), event("POST", PATH, body=form(), key=None))
    assert (answer.status, answer.body["code"]) == (400, "idempotency-key-missing")


@pytest.mark.parametrize("language, word", [("da", "tro og love"), ("nb", "tro og ære"), ("en", "solemnly")])
def test_an_applicant_reads_what_it_declares(language: str, word: str) -> None:
    headers = {"accept-language": language}
    answer = ask(applications(), event("GET", "/v1/clinics/applications/declaration", headers=headers))
    assert (answer.status, answer.body["language"]) == (200, language)
    assert word in answer.body["text"]
    assert answer.body["textVersion"] == "2026-11"


@pytest.mark.parametrize("language, word", [("da", "kontrakt"), ("nb", "kontrakt"), ("en", "contract")])
def test_the_clinic_reads_its_next_step_in_words(language: str, word: str) -> None:
    clinic_id = applied()
    call = event("GET", f"/v1/clinics/{clinic_id}", by=NETWORK, headers={"accept-language": language})
    step = ask(clinics(), call).body["nextStep"]
    assert step["step"] == "contractSigned"
    assert word in step["text"].lower()


def test_what_another_applicant_is_found_by_holds_no_address_in_plain_text() -> None:
    clinic_id = applied(signatory=signatory(email="vigga@klinik.example"), phone="+45 31 41 59 26")
    clinic = DynamoClinics().find(ClinicId(clinic_id))
    keys = str(DynamoClinics().traces.changes(None, clinic))
    assert "vigga" not in keys
    assert "31415926" not in keys
    assert len(list(tables.query_all("network", f"TRACE#company#DK-{clinic.cvr}"))) == 1
