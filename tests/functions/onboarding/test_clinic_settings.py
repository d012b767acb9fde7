"""Clinic settings over HTTP: consent, details and the secret of the clinic's system; by whom."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from functions.webhooks.webhook_endpoints.handler import handler as webhook_endpoints

from helsebro_aws.dynamodb.record import instant
from helsebro_aws.dynamodb.tables import Update, tables
from helsebro_aws.identity import pseudonym
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from tests.builders.calls import Answered, ask, event, member, signed
from tests.builders.claims import outbox_rows
from tests.builders.clinics.applications import applied
from tests.builders.clinics.contracts import BO, METTE, settings, signer
from tests.builders.clinics.form import signatory
from tests.builders.network import (
    SECRET,
    Stage,
    clinic_practitioners,
    clinics,
    practitioner_body,
    set_practitioner,
    slot_body,
    soon,
    staged,
)

pytestmark = pytest.mark.usefixtures("aws")
DETAILS = {
    "contact": {"phone": "+45 33 11 22 33", "email": "post@klinik.example"},
    "address": {"street": "Søndergade 1", "postcode": "2100", "city": "København Ø", "country": "DK"},
    "openingHours": [
        {"weekday": "monday", "opens": "08:00", "closes": "12:00"},
        {"weekday": "monday", "opens": "13:00", "closes": "16:00"},
    ],
    "noticeHours": 48,
    "languages": ["en", "da", "da"],
}


def of_mette(**changes: Any) -> Any:
    """Returns the id of a clinic that has applied, with Mette's CPR number."""
    return applied(signatory=signatory(cpr=METTE), **changes)


def consent(clinic_id: Any, by: Any = None, key: str = "", **body: Any) -> Answered:
    path = f"/v1/clinics/{clinic_id}/system-consent"
    shape = body or {"given": True}
    return ask(settings(), event("POST", path, by=by or member(METTE), body=shape, key=key))


def details(clinic_id: Any, by: Any = None, **changes: Any) -> Answered:
    path = f"/v1/clinics/{clinic_id}/details"
    body = {name: part for name, part in {**DETAILS, **changes}.items() if part is not None}
    return ask(settings(), event("PUT", path, by=by or member(METTE), body=body))


def rotate(clinic_id: Any, by: Any, key: str = "", **body: Any) -> Answered:
    path = f"/v1/clinics/{clinic_id}/signing-secret/rotate"
    return ask(settings(), event("POST", path, by=by, body=body or None, key=key))


def rotate_by_system(clinic_id: Any, secret: str = SECRET, **body: Any) -> Answered:
    path = f"/v1/clinics/{clinic_id}/signing-secret/rotate"
    return ask(settings(), signed("POST", path, clinic_id=clinic_id, secret=secret, body=body or None))


def reads_with(clinic_id: Any, secret: str, at: datetime | None = None) -> int:
    """Returns the status of a call that the clinic's system signs with a secret."""
    path = f"/v1/clinics/{clinic_id}"
    return ask(clinics(), signed("GET", path, clinic_id=clinic_id, secret=secret, at=at)).status


def run_by(cpr: str = METTE, **changes: Any) -> Any:
    """Returns an active clinic with a secret, whose signatory has this CPR number."""
    return staged(clinic_changes={"signatory_id": pseudonym.person_id("DK", cpr), **changes}).clinic_id


def test_a_clinic_without_a_system_is_connected_by_its_consent() -> None:
    answer = consent(of_mette(clinicSystem="other"))
    assert answer.status == 200
    assert answer.body["checklist"]["systemConnected"] == answer.body["systemConsent"]["at"]
    assert answer.body["systemConsent"]["textVersion"] == "2026-01-01-own"


def test_a_clinic_with_a_system_is_connected_by_the_first_report_after_its_consent() -> None:
    clinic_id = run_by(clinic_system="compugroup")
    before = DynamoClinics().find(clinic_id)
    steps = replace(before.checklist, system_connected=None)
    DynamoClinics().change(before, replace(before, consented_at=None, checklist=steps, version=2))
    assert DynamoClinics().find(clinic_id).checklist.system_connected is None
    assert consent(clinic_id).body["checklist"]["systemConnected"] is None
    set_practitioner(clinic_id, "anna")
    assert DynamoClinics().find(clinic_id).checklist.system_connected


def waiting_for_a_call() -> Stage:
    """Returns a clinic that has consented and whose system has not called yet."""
    stage = staged(clinic_changes={"clinic_system": "compugroup"})
    before = DynamoClinics().find(stage.clinic_id)
    at = before.checklist.applied
    waiting = replace(
        before, consented_at=at, checklist=replace(before.checklist, system_connected=None), version=2
    )
    DynamoClinics().change(before, waiting)
    return stage


def signed_by(stage: Stage, method: str, path: str, body: Any = None) -> dict[str, Any]:
    path = f"/v1/clinics/{stage.clinic_id}/{path}"
    return signed(method, path, clinic_id=stage.clinic_id, secret=SECRET, body=body)


FIRST_CALLS: dict[str, Callable[[Stage], Answered]] = {
    "slots": lambda stage: stage.publish(slot_body(soon(80))),
    "an event": lambda stage: stage.event("clinic.changed", {"name": "Klinik Syd"}),
    "an event that is refused": lambda stage: stage.event("course.ended", {"guaranteeId": "gar_unknown"}),
    "a practitioner who left": lambda stage: ask(
        clinic_practitioners(), signed_by(stage, "DELETE", f"practitioners/{stage.key}")
    ),
    "an endpoint": lambda stage: ask(
        webhook_endpoints, signed_by(stage, "POST", "webhook-endpoints", {"url": "https://klinik.example/in"})
    ),
    "a new secret": lambda stage: rotate_by_system(stage.clinic_id),
}


@pytest.mark.parametrize("first", FIRST_CALLS)
def test_the_first_signed_call_connects_a_clinic_that_has_consented(first: str) -> None:
    stage = waiting_for_a_call()
    assert FIRST_CALLS[first](stage).status < 500
    assert DynamoClinics().find(stage.clinic_id).checklist.system_connected


def test_a_withdrawn_consent_cuts_the_system_off_and_tells_the_clinic(aws: dict[str, Any]) -> None:
    clinic_id = of_mette()
    consent(clinic_id)
    answer = consent(clinic_id, given=False)
    assert "systemConsent" not in answer.body
    assert answer.body["checklist"]["systemConnected"] is None
    assert DynamoClinics().find(clinic_id).consented_at is None
    assert len(outbox_rows(aws, "system-consent.withdrawn")) == 1
    assert consent(clinic_id).body["checklist"]["systemConnected"]
    assert len(outbox_rows(aws, "system-consent.withdrawn")) == 1


def changing(stage: Stage) -> dict[str, int]:
    """Returns what a system's calls that change something are answered, and one that only checks."""
    of_one = f"/v1/clinics/{stage.clinic_id}/practitioners/{stage.key}"
    remove = signed("DELETE", of_one, clinic_id=stage.clinic_id, secret=SECRET)
    return {
        "slots.published": stage.publish(slot_body(soon(90))).status,
        "slots.withdrawn": stage.event(
            "slots.withdrawn", {"practitionerKey": stage.key, "slotKeys": ["s"]}
        ).status,
        "course.ended": stage.event("course.ended", {"guaranteeId": "gar_x"}).status,
        "practitioner": set_practitioner(stage.clinic_id, "bo").status,
        "left": ask(clinic_practitioners(), remove).status,
        "secret": rotate_by_system(stage.clinic_id).status,
    }


def test_without_the_consent_the_clinics_system_reads_and_changes_nothing(aws: dict[str, Any]) -> None:
    """As well before the consent is given as after it is withdrawn (F0-07)."""
    stage = staged(clinic_changes={"signatory_id": pseudonym.person_id("DK", METTE)})
    assert consent(stage.clinic_id, given=False).status == 200
    before = aws["dynamodb"].scan(TableName="network")["Items"]
    assert set(changing(stage).values()) == {403}
    assert stage.publish(slot_body(soon(90))).body["code"] == "system-consent-missing"
    assert (reads_with(stage.clinic_id, SECRET), stage.get("/v1/bookings").status) == (200, 200)
    assert aws["dynamodb"].scan(TableName="network")["Items"] == before
    consent(stage.clinic_id)
    assert stage.publish(slot_body(soon(90))).status == 202


def test_the_signatory_works_in_the_browser_without_the_consent_to_a_system() -> None:
    clinic_id = run_by()
    consent(clinic_id, given=False)
    path = f"/v1/clinics/{clinic_id}/practitioners/bo"
    assert (
        ask(clinic_practitioners(), event("PUT", path, by=member(METTE), body=practitioner_body())).status
        == 201
    )


@pytest.mark.parametrize("system", ["other", "compugroup"])
@pytest.mark.parametrize("language", ["da", "nb", "en"])
def test_the_text_of_the_consent_is_read_before_it_is_given(system: str, language: str) -> None:
    clinic_id = of_mette(clinicSystem=system)
    path, spoken = f"/v1/clinics/{clinic_id}/system-consent", {"accept-language": language}
    read = ask(settings(), event("GET", path, by=member(METTE), headers=spoken))
    assert (read.status, read.body["language"]) == (200, language)
    given = consent(clinic_id, given=True, textVersion=read.body["textVersion"]).body["systemConsent"]
    assert given["textVersion"] == read.body["textVersion"]
    if language == "da":
        assert given["text"] == read.body["text"]


def test_only_the_signatory_reads_the_text_of_the_consent() -> None:
    path = f"/v1/clinics/{of_mette()}/system-consent"
    assert ask(settings(), event("GET", path, by=member(BO))).status == 404


def test_a_consent_to_another_text_is_refused() -> None:
    answer = consent(of_mette(), given=True, textVersion="2020-01-01")
    assert [fault["code"] for fault in answer.body["errors"]] == ["text-version-not-current"]
    assert answer.status == 422


def test_the_details_are_set_with_a_fresh_login() -> None:
    clinic_id = of_mette()
    assert details(clinic_id, member(METTE, auth_time=0)).status == 401
    assert details(clinic_id).status == 200


def test_the_details_are_stored_and_shown() -> None:
    clinic_id = of_mette()
    answer = details(clinic_id)
    assert answer.status == 200
    assert answer.body["checklist"]["detailsFilled"]
    shown = answer.body["details"]
    assert (shown["noticeHours"], shown["languages"]) == (48, ["da", "en"])
    assert shown["openingHours"] == DETAILS["openingHours"]
    assert (answer.body["contact"], answer.body["address"]) == (DETAILS["contact"], DETAILS["address"])
    assert details(clinic_id).body == answer.body


def test_details_without_a_contact_or_a_notice_keep_the_contact_and_get_24_hours() -> None:
    clinic_id = of_mette()
    before = DynamoClinics().find(clinic_id)
    answer = details(clinic_id, contact=None, noticeHours=None)
    assert answer.body["details"]["noticeHours"] == 24
    assert answer.body["contact"]["email"] == before.contact.email
    assert before.notice_hours == 24


def test_every_fault_of_the_details_is_reported_at_once() -> None:
    clinic_id = of_mette()
    answer = details(
        clinic_id,
        contact={"phone": "call me", "email": "none"},
        address={**DETAILS["address"], "postcode": "21"},  # type: ignore[dict-item]
        openingHours=[
            {"weekday": "monday", "opens": "12:00", "closes": "08:00"},
            {"weekday": "someday", "opens": "25:00", "closes": "26:00"},
            {"weekday": "friday", "opens": "08:00", "closes": "12:00"},
            {"weekday": "friday", "opens": "11:59", "closes": "13:00"},
        ],
        noticeHours=73,
        languages=["danish"],
    )
    assert answer.status == 422
    assert {fault["pointer"] for fault in answer.body["errors"]} == {
        "/contact/phone",
        "/contact/email",
        "/address/postcode",
        "/openingHours/0/closes",
        "/openingHours/1/weekday",
        "/openingHours/1/opens",
        "/openingHours/1/closes",
        "/openingHours/3/opens",
        "/noticeHours",
        "/languages/0",
    }
    assert DynamoClinics().find(clinic_id).details is None


@pytest.mark.parametrize("notice, status", [(0, 422), (1, 200), (72, 200), (73, 422)])
def test_the_notice_is_one_to_72_hours(notice: int, status: int) -> None:
    assert details(of_mette(), noticeHours=notice).status == status


def test_only_the_signatory_sets_consent_and_details() -> None:
    clinic_id = of_mette()
    assert [consent(clinic_id, member(BO)).status, details(clinic_id, member(BO)).status] == [404, 404]
    assert consent("cli_aaaaaaaaaaaaaaaa", member(BO)).status == 404
    unnamed = applied(signatory=signatory())
    assert consent(unnamed).status == 404


def test_a_rotated_secret_signs_at_once_and_the_old_one_for_24_hours(aws: dict[str, Any]) -> None:
    clinic_id = run_by()
    new = rotate(clinic_id, signer()).body["signingSecret"]
    assert (reads_with(clinic_id, new), reads_with(clinic_id, SECRET)) == (200, 200)
    item = aws["dynamodb"].get_item(TableName="network", Key={"pk": {"S": clinic_id}, "sk": {"S": "CLINIC"}})
    newest, old = item["Item"]["signingSecrets"]["L"]
    ends = datetime.fromisoformat(old["M"]["until"]["S"])
    assert timedelta(hours=23) < ends - datetime.now(UTC) <= timedelta(hours=24)
    assert "until" not in newest["M"]
    assert new not in json.dumps(item["Item"])


def test_the_clinics_system_rotates_its_own_secret() -> None:
    clinic_id = run_by()
    new = rotate_by_system(clinic_id).body["signingSecret"]
    assert reads_with(clinic_id, new) == 200


def replaced_since(clinic_id: Any, hours: float) -> None:
    """Lets the secret that was replaced last be replaced so long ago."""
    item = tables.get("network", clinic_id, "CLINIC") or {}
    newest, old = item["signingSecrets"]
    ends = instant(datetime.now(UTC) + timedelta(hours=24 - hours))
    kept = {"signingSecrets": [newest, {**old, "until": ends}]}
    tables.commit([Update("network", clinic_id, "CLINIC", set=kept)])


@pytest.mark.parametrize("by", ["system", "signatory"])
def test_while_two_secrets_are_valid_none_is_rotated_and_both_stay(by: str) -> None:
    clinic_id = run_by()
    second = rotate(clinic_id, signer()).body["signingSecret"]
    answer = rotate_by_system(clinic_id, second) if by == "system" else rotate(clinic_id, signer())
    assert (answer.status, answer.body["code"]) == (409, "secret-rotated-lately")
    ends = datetime.fromisoformat(answer.body["possibleFrom"])
    assert timedelta(hours=23) < ends - datetime.now(UTC) <= timedelta(hours=24)
    assert re.search(r" \d+\. \w+ \d{4} kl\. \d+\.\d\d\.", answer.body["detail"])
    assert [reads_with(clinic_id, secret) for secret in (SECRET, second)] == [200, 200]


def test_a_day_after_a_rotation_the_secret_is_rotated_again() -> None:
    clinic_id = run_by()
    second = rotate(clinic_id, signer()).body["signingSecret"]
    replaced_since(clinic_id, hours=24.1)
    third = rotate_by_system(clinic_id, second).body["signingSecret"]
    assert [reads_with(clinic_id, secret) for secret in (SECRET, second, third)] == [401, 200, 200]


def test_a_replaced_secret_signs_calls_for_a_day_but_rotates_nothing() -> None:
    clinic_id = run_by()
    second = rotate(clinic_id, signer()).body["signingSecret"]
    answer = rotate_by_system(clinic_id, SECRET)
    assert (answer.status, answer.body["code"]) == (403, "signed-with-a-replaced-secret")
    assert [reads_with(clinic_id, secret) for secret in (SECRET, second)] == [200, 200]


def test_a_lost_secret_ends_at_once_also_within_a_day_of_a_rotation() -> None:
    clinic_id = run_by()
    second = rotate(clinic_id, signer()).body["signingSecret"]
    third = rotate(clinic_id, signer(), lost=True).body["signingSecret"]
    assert [reads_with(clinic_id, secret) for secret in (SECRET, second, third)] == [401, 401, 200]


def test_a_lost_secret_ends_at_once() -> None:
    clinic_id = run_by()
    new = rotate(clinic_id, signer(), lost=True).body["signingSecret"]
    assert (reads_with(clinic_id, new), reads_with(clinic_id, SECRET)) == (200, 401)


def test_only_the_signatory_reports_a_lost_secret() -> None:
    clinic_id = run_by()
    answer = rotate_by_system(clinic_id, lost=True)
    assert (answer.status, answer.body["code"]) == (403, "lost-is-for-the-signatory")
    assert reads_with(clinic_id, SECRET) == 200


def test_a_repeated_rotation_gets_the_first_secret() -> None:
    clinic_id = run_by()
    first, again = (rotate(clinic_id, signer(), key="once") for _ in range(2))
    assert (again.status, again.body) == (200, first.body)


def test_a_rotation_needs_a_fresh_login_of_the_signatory() -> None:
    clinic_id = run_by()
    by = (member(METTE, auth_time=None), signer(seconds_ago=400), signer(BO))
    assert [rotate(clinic_id, who).status for who in by] == [401, 401, 404]
    assert reads_with(clinic_id, SECRET) == 200


def test_a_clinic_has_no_secret_before_its_contract_is_signed() -> None:
    answer = rotate(of_mette(), signer())
    assert (answer.status, answer.body["code"]) == (409, "contract-not-signed")
