"""The contract over HTTP: who signs, reads and declines it, and what a signature leads to."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any
from urllib.parse import urlparse

import pytest

from helsebro.ids import ClinicId
from helsebro.onboarding.contract import SIGN_WITHIN
from helsebro.onboarding.declaration import CURRENT
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.record import instant, to_item
from helsebro_aws.dynamodb.tables import Put, tables
from helsebro_aws.identity import pseudonym
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from helsebro_aws.onboarding.dynamo_applications import DynamoApplications
from helsebro_aws.onboarding.dynamo_contracts import DynamoContracts
from helsebro_aws.onboarding.keys import application_key
from tests.builders.calls import Answered, ask, event, member, signed
from tests.builders.claims import outbox_rows
from tests.builders.clinics.applications import NETWORK, applied
from tests.builders.clinics.contracts import (
    BO,
    HIGH,
    METTE,
    contract_sent,
    contracts,
    evidence_in,
    invited,
    settings,
    sign,
    signature_in,
    signer,
    stored_contract,
)
from tests.builders.clinics.form import signatory
from tests.builders.decisions import decide, seal_key, tasks_in
from tests.builders.network import clinics

SUBSTANTIAL = "https://data.gov.dk/concept/core/nsis/loa/substantial"


@pytest.fixture(autouse=True)
def _seal(aws: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HELSEBRO_SEAL_KEY", seal_key(aws["kms"]))


def outdated(clinic_id: Any) -> None:
    """Moves the sending of a contract 30 days back."""
    before = stored_contract(clinic_id)
    after = replace(
        before, sent_at=before.sent_at - SIGN_WITHIN, valid_until=before.valid_until - SIGN_WITHIN
    )
    tables.commit([DynamoContracts().change(before, after)])


def read(clinic_id: Any, by: Any, part: str = "", **headers: str) -> Answered:
    path = f"/v1/clinics/{clinic_id}/contract{part}"
    return ask(contracts(), event("GET", path, by=by, headers=headers))


def decline(clinic_id: Any, by: Any = None, **body: Any) -> Answered:
    path = f"/v1/clinics/{clinic_id}/contract/decline"
    shape = {"reason": "The fees are too low.", **body}
    return ask(contracts(), event("POST", path, by=by or signer(), body=shape))


def test_the_signatory_signs_and_gets_the_first_secret(aws: dict[str, Any]) -> None:
    clinic_id = contract_sent()
    answer = sign(clinic_id, contractSha256=stored_contract(clinic_id).sha256)
    assert (answer.status, answer.body["signature"]) == (200, "signed")
    assert answer.body["signingSecret"].startswith("whsec_")
    assert answer.body["checklist"]["contractSigned"]
    assert answer.body["status"] == "applied"
    assert stored_contract(clinic_id).status == "signed"
    assert [row["clinicId"]["S"] for row in outbox_rows(aws, "contract.signed")] == [clinic_id]


def test_the_first_secret_lets_the_clinics_system_call() -> None:
    clinic_id = contract_sent()
    secret = sign(clinic_id).body["signingSecret"]
    call = signed("GET", f"/v1/clinics/{clinic_id}", clinic_id=clinic_id, secret=secret)
    assert ask(clinics(), call).status == 200


def test_the_signatory_gets_a_role_at_the_clinic() -> None:
    clinic_id = contract_sent()
    sign(clinic_id)
    person = pseudonym.person_id("DK", METTE)
    listed = tables.query("network", f"PERSON#{person}#CLINICS", listing=True).items
    assert [row["role"] for row in listed if row["clinicId"] == clinic_id] == ["signatory"]


def test_the_evidence_holds_digests_times_and_a_pseudonym_and_is_sealed(aws: dict[str, Any]) -> None:
    clinic_id = contract_sent()
    sign(clinic_id)
    contract = stored_contract(clinic_id)
    text, file = evidence_in(aws, contract)
    assert contract.signature
    assert hashlib.sha256(text).hexdigest() == contract.signature.evidence_sha256
    assert file["evidence"]["contract"]["sha256"] == contract.sha256
    platform, person = file["evidence"]["signatures"]
    assert [platform["by"], person["by"], person["knownBy"]] == ["platform", "signatory", "cpr-number"]
    assert person["person"] == pseudonym.person_id("DK", METTE)
    proved = json.dumps(file["evidence"], sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    verified = aws["kms"].verify(
        KeyId=seal_key(aws["kms"]),
        Message=proved.encode(),
        Signature=signature_in(file),
        SigningAlgorithm="RSASSA_PKCS1_V1_5_SHA_256",
    )
    assert verified["SignatureValid"]
    assert "Mette" not in text.decode()
    assert METTE not in text.decode()


def test_no_secret_is_stored_in_plain_text(aws: dict[str, Any]) -> None:
    secret = sign(contract_sent()).body["signingSecret"]
    for table in ("network", "idempotency", "outbox"):
        assert secret not in json.dumps(aws["dynamodb"].scan(TableName=table)["Items"])


def test_a_repeated_signature_gets_the_first_answer_with_the_same_secret() -> None:
    clinic_id = contract_sent()
    first, again = (sign(clinic_id, key="once") for _ in range(2))
    assert (again.status, again.body) == (200, first.body)
    assert again.headers["idempotency-replayed"] == "true"


@pytest.mark.parametrize(
    "later, status, code",
    [
        (lambda: signer(acr=SUBSTANTIAL), 403, "assurance-too-low-to-sign"),
        (lambda: signer(seconds_ago=400), 401, "insufficient_user_authentication"),
    ],
    ids=["substantial", "old login"],
)
def test_a_repeated_signature_passes_every_check_of_the_route_again(
    later: Callable[[], Any], status: int, code: str
) -> None:
    clinic_id = contract_sent()
    assert sign(clinic_id, key="once").status == 200
    again = sign(clinic_id, later(), key="once")
    assert (again.status, again.body["code"]) == (status, code)
    assert "signingSecret" not in again.body


def test_a_repeated_signature_shows_nothing_to_who_no_longer_signs_for_the_clinic() -> None:
    clinic_id = contract_sent()
    assert sign(clinic_id, key="once").status == 200
    application = DynamoApplications().find(clinic_id)
    bo = replace(application.signatory, person_id=pseudonym.person_id("DK", BO))
    item = {**as_attributes(application_key(clinic_id)), **to_item(replace(application, signatory=bo))}
    tables.commit([Put("network", item, when=None)])
    again = sign(clinic_id, key="once")
    assert (again.status, again.body["code"]) == (404, "not-found")


def test_a_contract_is_signed_once() -> None:
    clinic_id = contract_sent()
    sign(clinic_id)
    again = sign(clinic_id)
    assert (again.status, again.body["code"]) == (409, "already-signed")
    assert "signingSecret" not in again.body


@pytest.mark.parametrize(
    "by, status, code",
    [
        (lambda: signer(acr=SUBSTANTIAL), 403, "assurance-too-low-to-sign"),
        (lambda: signer(seconds_ago=400), 401, "insufficient_user_authentication"),
        (lambda: member(METTE, auth_time=None), 401, "insufficient_user_authentication"),
        (lambda: signer(BO, "Bo Holm"), 404, "not-found"),
        (lambda: signer(BO), 404, "not-found"),
    ],
    ids=["substantial", "old login", "no login time", "stranger", "stranger of the same name"],
)
def test_a_signature_that_is_refused_changes_nothing(by: Callable[[], Any], status: int, code: str) -> None:
    clinic_id = contract_sent()
    before = stored_contract(clinic_id)
    # The login is made here: one made with the table of cases is no longer fresh in a long run.
    answer = sign(clinic_id, by())
    assert (answer.status, answer.body["code"]) == (status, code)
    assert stored_contract(clinic_id) == before
    assert DynamoClinics().find(clinic_id).checklist.contract_signed is None


def test_a_person_with_the_mail_of_another_cannot_sign_for_a_named_cpr_number() -> None:
    clinic_id = contract_sent()
    answer = sign(clinic_id, signer(BO), invitation=invited(clinic_id))
    assert (answer.status, answer.body["code"]) == (422, "not-the-signatory")


def test_a_stranger_gets_the_answer_of_an_unknown_clinic() -> None:
    stranger = signer(BO)
    unknown = ClinicId("cli_aaaaaaaaaaaaaaaa")
    answers = [sign(clinic_id, stranger) for clinic_id in (contract_sent(), unknown)]
    assert [answer.status for answer in answers] == [404, 404]
    assert answers[0].body["detail"] == answers[1].body["detail"]


def test_another_document_than_the_one_sent_is_not_signed() -> None:
    answer = sign(contract_sent(), contractSha256="0" * 64)
    assert (answer.status, answer.body["code"]) == (422, "not-the-contract-sent")


def test_every_fault_of_a_signature_is_reported_at_once() -> None:
    answer = sign(contract_sent(), contractSha256="none", invitation="", other=1)
    assert answer.status == 422
    assert {fault["pointer"] for fault in answer.body["errors"]} == {
        "/contractSha256",
        "/invitation",
        "/other",
    }


def test_a_signature_before_the_contract_is_sent_is_refused() -> None:
    answer = sign(applied(signatory=signatory(cpr=METTE)))
    assert (answer.status, answer.body["code"]) == (409, "contract-not-ready")


def test_a_signature_after_the_last_day_is_refused() -> None:
    clinic_id = contract_sent()
    outdated(clinic_id)
    answer = sign(clinic_id)
    assert (answer.status, answer.body["code"]) == (422, "contract-expired")
    assert stored_contract(clinic_id).status == "sent"


def test_without_a_cpr_number_the_mail_and_the_name_are_enough(aws: dict[str, Any]) -> None:
    clinic_id = contract_sent(cpr=None)
    answer = sign(clinic_id, signer(BO, "METTE  LUND"), invitation=invited(clinic_id))
    assert (answer.status, answer.body["signature"]) == (200, "signed")
    assert DynamoClinics().find(clinic_id).signatory_id == pseudonym.person_id("DK", BO)
    _, file = evidence_in(aws, stored_contract(clinic_id))
    assert file["evidence"]["signatures"][1]["knownBy"] == "name"


def test_without_a_cpr_number_the_name_alone_is_not_enough() -> None:
    clinic_id = contract_sent(cpr=None)
    other = contract_sent(cpr=None)
    statuses = [sign(clinic_id, signer(), **body).status for body in ({}, {"invitation": invited(other)})]
    assert statuses == [404, 404]


def test_another_name_is_checked_by_the_network_team_before_anyone_signs(aws: dict[str, Any]) -> None:
    clinic_id = contract_sent(cpr=None)
    answer = sign(clinic_id, signer(BO, "Bo Holm"), invitation=invited(clinic_id))
    assert (answer.status, answer.body["signature"], answer.body["signingSecret"]) == (202, "in-review", None)
    assert answer.body["checklist"]["contractSigned"] is None
    [task] = tables.query("cases", clinic_id, begins="TASK#").items
    assert (task["queue"], task["reason"], task["payer"]) == ("onboarding", "signatory-differs", "")
    assert len(outbox_rows(aws, "task.opened")) >= 1


def test_the_network_team_reads_who_tried_to_sign_and_whom_the_application_names() -> None:
    clinic_id = contract_sent(cpr=None)
    sign(clinic_id, signer(BO, "Bo Holm"), invitation=invited(clinic_id))
    [task] = tasks_in("onboarding", NETWORK).body["items"]
    form = DynamoApplications().find(clinic_id)
    assert task["application"] == {
        "signatory": {"name": "Mette Lund", "email": form.signatory.email, "numberGiven": False},
        "declaration": {"textVersion": CURRENT, "at": instant(form.declaration.at)},
        "appliedAt": instant(form.applied_at),
    }
    attempt = stored_contract(clinic_id).attempt
    assert attempt
    assert task["signer"] == {
        "name": "Bo Holm",
        "differs": ["name"],
        "issuer": attempt.issuer,
        "assurance": HIGH,
        "loggedInAt": instant(attempt.logged_in_at),
        "triedAt": instant(attempt.tried_at),
    }
    assert BO not in str(task)
    assert pseudonym.person_id("DK", BO) not in str(task)


def test_a_login_without_a_name_is_shown_as_such() -> None:
    clinic_id = contract_sent(cpr=None)
    sign(clinic_id, signer(BO, ""), invitation=invited(clinic_id))
    [task] = tasks_in("onboarding", NETWORK).body["items"]
    assert task["signer"]["differs"] == ["name-missing"]
    assert "name" not in task["signer"]


def test_no_task_and_no_event_holds_the_name_of_who_tried_to_sign(aws: dict[str, Any]) -> None:
    clinic_id = contract_sent(cpr=None)
    sign(clinic_id, signer(BO, "Bo Holm"), invitation=invited(clinic_id))
    [task] = tables.query("cases", clinic_id, begins="TASK#").items
    assert "Holm" not in str([task, outbox_rows(aws, "task.opened")])
    decided(clinic_id, "deny")
    assert stored_contract(clinic_id).attempt is None


def test_while_one_person_is_checked_no_other_is_and_the_named_one_signs() -> None:
    """Who has the mail may not keep the signatory from signing (F0-03)."""
    clinic_id = contract_sent(cpr=None)
    invitation = invited(clinic_id)
    assert sign(clinic_id, signer(BO, "Bo Holm"), invitation=invitation).status == 202
    third = sign(clinic_id, signer("0303831234", "Ea Dam"), invitation=invitation)
    assert (third.status, third.body["code"]) == (409, "signature-in-review")
    named = sign(clinic_id, signer(name="Mette Lund"), invitation=invitation)
    assert (named.status, named.body["signature"]) == (200, "signed")
    contract = stored_contract(clinic_id)
    assert (contract.status, contract.accepted_person, contract.in_review) == ("signed", None, None)


@pytest.mark.parametrize("end", ["sign", "decline"])
def test_the_task_about_another_signer_closes_with_the_contract(end: str, aws: dict[str, Any]) -> None:
    clinic_id = contract_sent(cpr=None)
    invitation = invited(clinic_id)
    assert sign(clinic_id, signer(BO, "Bo Holm"), invitation=invitation).status == 202
    assert len(tasks_in("onboarding", NETWORK).body["items"]) == 1
    body = {"invitation": invitation, **({"reason": "No"} if end == "decline" else {})}
    path = f"/v1/clinics/{clinic_id}/contract/{end}"
    assert ask(contracts(), event("POST", path, by=signer(), body=body)).status == 200
    assert tasks_in("onboarding", NETWORK).body["items"] == []
    assert len(outbox_rows(aws, "task.closed")) == 1


def test_a_person_whom_the_network_team_refused_is_not_checked_again() -> None:
    clinic_id = contract_sent(cpr=None)
    by, invitation = signer(BO, "Bo Holm"), invited(clinic_id)
    sign(clinic_id, by, invitation=invitation)
    assert decided(clinic_id, "deny").status == 200
    for _ in range(2):
        again = sign(clinic_id, by, invitation=invitation)
        assert (again.status, again.body["code"]) == (422, "not-the-signatory")
    assert len(tables.query("cases", clinic_id, begins="TASK#").items) == 1
    assert sign(clinic_id, signer(name="Mette Lund"), invitation=invitation).status == 200


def test_a_repeated_signature_in_review_gets_the_first_answer_and_opens_one_task() -> None:
    clinic_id = contract_sent(cpr=None)
    by, body = signer(BO, "Bo Holm"), {"invitation": invited(clinic_id)}
    first, again = (sign(clinic_id, by, key="once", **body) for _ in range(2))
    assert (again.status, again.body) == (202, first.body)
    assert len(tables.query("cases", clinic_id, begins="TASK#").items) == 1


def decided(clinic_id: Any, decision: str) -> Answered:
    """Returns the answer to a decision of the network team on who signs."""
    [task] = tables.query("cases", clinic_id, begins="TASK#").items
    body = {"decision": decision, "reason": "Called the clinic"}
    return decide(task["taskId"], body, by=NETWORK)


def test_a_person_whom_the_network_team_accepts_signs_again(aws: dict[str, Any]) -> None:
    clinic_id = contract_sent(cpr=None)
    by = signer(BO, "Bo Holm")
    sign(clinic_id, by, invitation=invited(clinic_id))
    assert decided(clinic_id, "approve").status == 200
    assert read(clinic_id, by).status == 303
    assert sign(clinic_id, by).body["signature"] == "signed"
    _, file = evidence_in(aws, stored_contract(clinic_id))
    assert file["evidence"]["signatures"][1]["knownBy"] == "network-team"


def test_a_person_whom_the_network_team_refuses_cannot_sign_and_another_can() -> None:
    clinic_id = contract_sent(cpr=None)
    sign(clinic_id, signer(BO, "Bo Holm"), invitation=invited(clinic_id))
    assert decided(clinic_id, "deny").status == 200
    assert read(clinic_id, signer(BO)).status == 404
    assert sign(clinic_id, signer(), invitation=invited(clinic_id)).body["signature"] == "signed"


def test_who_signs_is_only_approved_or_denied() -> None:
    clinic_id = contract_sent(cpr=None)
    sign(clinic_id, signer(BO, "Bo Holm"), invitation=invited(clinic_id))
    answer = decided(clinic_id, "clarify")
    assert answer.status == 422
    assert stored_contract(clinic_id).in_review


def test_the_contract_is_read_by_those_who_may_and_by_no_one_else() -> None:
    clinic_id = contract_sent()
    readers = {"signatory": member(METTE), "network": NETWORK, "stranger": member(BO)}
    statuses = {name: read(clinic_id, by).status for name, by in readers.items()}
    assert statuses == {"signatory": 303, "network": 303, "stranger": 404}
    secret = sign(clinic_id).body["signingSecret"]
    path = f"/v1/clinics/{clinic_id}/contract"
    assert ask(contracts(), signed("GET", path, clinic_id=clinic_id, secret=secret)).status == 303
    link = read(clinic_id, NETWORK).headers["location"]
    assert urlparse(link).path == f"/documents/contracts/{clinic_id}/{stored_contract(clinic_id).sha256}.pdf"
    assert "X-Amz-Expires=60" in link


def test_the_mail_opens_the_contract_until_it_is_signed() -> None:
    clinic_id = contract_sent(cpr=None)
    header = {"helsebro-invitation": invited(clinic_id)}
    assert read(clinic_id, member(BO), **header).status == 303
    sign(clinic_id, invitation=invited(clinic_id))
    assert read(clinic_id, member(BO), **header).status == 404


def test_there_is_no_evidence_before_the_signature() -> None:
    clinic_id = contract_sent()
    before = read(clinic_id, member(METTE), "/evidence").status
    sign(clinic_id)
    assert (before, read(clinic_id, member(METTE), "/evidence").status) == (404, 303)


def test_the_signatory_declines_with_a_reason(aws: dict[str, Any]) -> None:
    clinic_id = contract_sent()
    answer = decline(clinic_id)
    assert (answer.status, answer.body) == (200, {"clinicId": clinic_id, "status": "declined"})
    assert stored_contract(clinic_id).decline_reason == "The fees are too low."
    assert [row["clinicId"]["S"] for row in outbox_rows(aws, "contract.declined")] == [clinic_id]
    assert (sign(clinic_id).status, decline(clinic_id).status) == (409, 409)


def test_a_stranger_cannot_decline_and_another_name_cannot_either() -> None:
    named, unnamed = contract_sent(), contract_sent(cpr=None)
    other = signer(BO, "Bo Holm")
    assert decline(named, other).status == 404
    assert decline(unnamed, other, invitation=invited(unnamed)).status == 422
    assert [stored_contract(clinic_id).status for clinic_id in (named, unnamed)] == ["sent", "sent"]


def test_the_clinic_becomes_active_when_the_signature_is_the_last_step() -> None:
    clinic_id = contract_sent(clinicSystem="other")
    consent = event("POST", f"/v1/clinics/{clinic_id}/system-consent", by=member(METTE), body={"given": True})
    assert ask(settings(), consent).status == 200
    before = DynamoClinics().find(clinic_id)
    at = before.checklist.applied
    assert at
    ready = replace(
        before,
        checklist=replace(before.checklist, details_filled=at, services_published=at + timedelta(hours=1)),
        version=before.version + 1,
    )
    DynamoClinics().change(before, ready)
    assert sign(clinic_id).body["status"] == "active"
