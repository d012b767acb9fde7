"""Who signs in as a practitioner, over HTTP: named by number, invited by mail, ended; and by whom."""

from __future__ import annotations

from typing import Any

import pytest
from functions.onboarding.practitioner_logins.handler import handler

from helsebro.onboarding.folded_name import digest_of_name
from helsebro_aws.identity import pseudonym
from helsebro_aws.onboarding.practitioner_logins.dynamo_practitioner_logins import (
    DynamoPractitionerLogins,
)
from tests.builders.calls import Answered, ask, event, member
from tests.builders.clinics.users import COLLEAGUE, SIGNATORY, STRANGER, TREATS, SignedIn, bind
from tests.builders.network import Stage, clinics, set_practitioner, staged

MAIL = "anna@klinik.example"


@pytest.fixture
def stage(aws: dict[str, Any]) -> Stage:
    assert aws
    made = staged(clinic_changes={"signatory_id": pseudonym.person_id("DK", SIGNATORY)})
    bind(made.clinic_id, SIGNATORY)
    return made


def call(
    stage: Stage, method: str, body: Any = None, by: str = SIGNATORY, key: str = "anna", end: str = ""
) -> Answered:
    path = f"/v1/clinics/{stage.clinic_id}/practitioners/{key}/user{end}"
    return ask(handler, event(method, path, by=member(by), body=body))


def accept(stage: Stage, token: str, cpr: str = TREATS, name: str = "Anna Holm", key: str = "") -> Answered:
    path = f"/v1/practitioners/{stage.practitioner_id}/user/accept"
    by = member(cpr, name_digest=digest_of_name(name))
    return ask(handler, event("POST", path, by=by, body={"invitation": token}, key=key))


def token_of(stage: Stage) -> str:
    """Returns the token in the mail of the invitation."""
    invitation = DynamoPractitionerLogins().find(stage.clinic_id, stage.practitioner_id).invitation
    assert invitation
    return pseudonym.user_invitation(stage.practitioner_id, invitation.sent_at)


def sees_clinic(stage: Stage, cpr: str = TREATS) -> bool:
    """Returns whether a person may read the clinic."""
    call = SignedIn(cpr).call("GET", f"/v1/clinics/{stage.clinic_id}")
    return ask(clinics(), call).status == 200


def happened(aws: dict[str, Any]) -> list[str]:
    rows = aws["dynamodb"].scan(TableName="outbox")["Items"]
    return sorted(row["type"]["S"] for row in rows if row["type"]["S"].startswith("clinic-user."))


def test_who_signs_in_as_a_practitioner_is_set_with_a_fresh_login(stage: Stage) -> None:
    path = f"/v1/clinics/{stage.clinic_id}/practitioners/anna/user"
    old = member(SIGNATORY, auth_time=0)
    assert ask(handler, event("PUT", path, by=old, body={"cpr": TREATS})).status == 401
    assert not sees_clinic(stage)


def test_a_practitioner_with_a_cpr_number_signs_in_at_once(stage: Stage, aws: dict[str, Any]) -> None:
    assert not sees_clinic(stage)
    answer = call(stage, "PUT", {"cpr": TREATS})
    assert (answer.status, answer.body["status"]) == (200, "bound")
    assert answer.body["practitionerId"] == stage.practitioner_id
    assert sees_clinic(stage)
    assert call(stage, "PUT", {"cpr": TREATS}).body == answer.body == call(stage, "GET").body
    assert happened(aws) == ["clinic-user.bound"]


def test_the_end_of_a_login_counts_at_once(stage: Stage, aws: dict[str, Any]) -> None:
    call(stage, "PUT", {"cpr": TREATS})
    assert [call(stage, "DELETE").status for _ in range(2)] == [204, 204]
    assert not sees_clinic(stage)
    assert call(stage, "GET").body["status"] == "none"
    assert happened(aws) == ["clinic-user.bound", "clinic-user.ended"]


def test_another_person_replaces_the_one_before(stage: Stage) -> None:
    call(stage, "PUT", {"cpr": TREATS})
    call(stage, "PUT", {"cpr": COLLEAGUE})
    assert (sees_clinic(stage), sees_clinic(stage, COLLEAGUE)) == (False, True)


@pytest.mark.parametrize("cpr", [SIGNATORY, COLLEAGUE])
def test_a_person_has_one_role_at_a_clinic(stage: Stage, cpr: str) -> None:
    set_practitioner(stage.clinic_id, "bo", name="Bo Holm")
    assert call(stage, "PUT", {"cpr": COLLEAGUE}, key="bo").status == 200
    answer = call(stage, "PUT", {"cpr": cpr})
    assert (answer.status, answer.body["code"]) == (409, "already-a-clinic-user")
    assert call(stage, "GET").body["status"] == "none"


def test_an_invited_practitioner_signs_in_after_accepting(stage: Stage, aws: dict[str, Any]) -> None:
    invited = call(stage, "PUT", {"email": MAIL})
    assert (invited.body["status"], "validUntil" in invited.body) == ("invited", True)
    token = token_of(stage)
    assert not sees_clinic(stage)
    first, again = (accept(stage, token, key="once") for _ in range(2))
    assert (first.status, first.body["status"]) == (200, "bound")
    assert (again.body, again.headers["idempotency-replayed"]) == (first.body, "true")
    assert sees_clinic(stage)
    assert accept(stage, token, COLLEAGUE).status == 404
    assert happened(aws) == ["clinic-user.bound", "clinic-user.invited"]


@pytest.mark.parametrize(
    "token, name, status, code",
    [
        ("wrong", "Anna Holm", 404, "not-found"),
        ("", "Bo Holm", 422, "not-the-invited"),
        ("", "", 422, "not-the-invited"),
    ],
)
def test_an_invitation_is_not_accepted_by_another(
    stage: Stage, token: str, name: str, status: int, code: str
) -> None:
    call(stage, "PUT", {"email": MAIL})
    answer = accept(stage, token or token_of(stage), STRANGER, name)
    assert (answer.status, answer.body["code"]) == (status, code)
    assert not sees_clinic(stage, STRANGER)


def test_the_signatory_cannot_accept_for_the_practitioner(stage: Stage) -> None:
    call(stage, "PUT", {"email": MAIL})
    assert accept(stage, token_of(stage), SIGNATORY).body["code"] == "already-a-clinic-user"


def test_the_invitation_leaves_no_token_and_no_answer_names_the_person(
    stage: Stage, aws: dict[str, Any]
) -> None:
    answers = [call(stage, "PUT", {"email": MAIL}), call(stage, "GET")]
    token = token_of(stage)
    stored = [aws["dynamodb"].scan(TableName=name)["Items"] for name in ("network", "outbox")]
    assert token not in str(stored)
    assert MAIL not in str(stored[1])
    call(stage, "PUT", {"cpr": TREATS})
    answers.append(call(stage, "GET"))
    assert not [text for text in (MAIL, TREATS, token) for answer in answers if text in str(answer.body)]
    assert MAIL not in str(aws["dynamodb"].scan(TableName="network")["Items"])


@pytest.mark.parametrize("method, body", [("PUT", {"cpr": STRANGER}), ("GET", None), ("DELETE", None)])
def test_only_the_signatory_says_who_signs_in(stage: Stage, method: str, body: Any) -> None:
    call(stage, "PUT", {"cpr": TREATS})
    statuses = [call(stage, method, body, by=cpr).status for cpr in (TREATS, STRANGER)]
    assert statuses == [403, 404]
    assert sees_clinic(stage)


@pytest.mark.parametrize(
    "body, faults",
    [
        ({}, [("/cpr", "person-to-sign-in-missing")]),
        ({"cpr": TREATS, "email": MAIL}, [("/email", "person-to-sign-in-twice")]),
        ({"cpr": "x", "name": "Anna"}, [("/cpr", "national-number-malformed"), ("/name", "unknown-field")]),
    ],
)
def test_a_body_with_faults_is_refused_with_every_fault(
    stage: Stage, body: dict[str, str], faults: list[tuple[str, str]]
) -> None:
    answer = call(stage, "PUT", body)
    found = [(fault["pointer"], fault["code"]) for fault in answer.body["errors"]]
    assert (answer.status, sorted(found)) == (422, sorted(faults))


def test_an_unknown_practitioner_is_404(stage: Stage) -> None:
    assert call(stage, "PUT", {"cpr": TREATS}, key="unknown").status == 404
