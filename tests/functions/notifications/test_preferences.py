from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from functions.notifications.preferences.handler import handler

from helsebro.notifications.preferences import CHOSEN_BY_MEMBERS
from helsebro_aws.policies.dynamo_payers import DynamoPayers
from tests.builders.calls import Answered, ask, event, member, staff
from tests.builders.claims import outbox_rows
from tests.builders.policies import ANNA, insured_of, payer_of, policy_of

OFF = {"email": False, "sms": False, "letter": False, "digitalPost": False}

pytestmark = pytest.mark.usefixtures("anna")


@pytest.fixture
def anna(aws: dict[str, Any]) -> str:
    assert aws
    payer_of("tryg")
    return str(insured_of(policy_of("tryg"), email="anna@work.example"))


def read(language: str = "da") -> Answered:
    headers = {"accept-language": language}
    return ask(handler, event("GET", "/v1/me/notifications", by=member(ANNA), headers=headers))


def put(version: int = 0, **kinds: dict[str, bool]) -> Answered:
    named = {name.replace("_", "-"): channels for name, channels in kinds.items()}
    return send({"kinds": named}, version)


def send(body: Any, version: int = 0) -> Answered:
    headers = {"if-match": f'"{version}"'}
    return ask(handler, event("PUT", "/v1/me/notifications", by=member(ANNA), body=body, headers=headers))


def kind_in(answer: Answered, kind: str) -> dict[str, Any]:
    return next(each for each in answer.body["kinds"] if each["kind"] == kind)


def faults(answer: Answered) -> dict[str, str]:
    assert answer.status == 422
    return {fault["pointer"]: fault["code"] for fault in answer.body["errors"]}


def test_a_person_sees_every_kind_with_its_channels() -> None:
    answer = read()
    assert [each["kind"] for each in answer.body["kinds"]] == list(CHOSEN_BY_MEMBERS)
    assert kind_in(answer, "session-reminder") == {
        "kind": "session-reminder",
        "title": "Påmindelse om en tid",
        "mayBeOff": True,
        "channels": {"email": True, "sms": True, "letter": False, "digitalPost": False},
        "reachable": {"email": True, "sms": False, "letter": False, "digitalPost": False},
    }
    assert answer.body["quietHours"] == {"from": "21:00", "until": "08:00"}
    assert (answer.body["version"], answer.headers["etag"]) == (0, '"0"')


@pytest.mark.parametrize("language", ["da", "nb", "en"])
def test_every_kind_has_a_title_in_each_language(language: str) -> None:
    titles = [each["title"] for each in read(language).body["kinds"]]
    assert all(titles)
    assert len(set(titles)) == len(titles)


def test_a_choice_is_stored_with_its_event_and_other_kinds_stay(anna: str, aws: dict[str, Any]) -> None:
    before = read()
    answer = put(session_reminder=OFF)
    assert (answer.status, answer.body["version"]) == (200, 1)
    assert kind_in(read(), "session-reminder")["channels"] == OFF
    assert kind_in(read(), "decision-made") == kind_in(before, "decision-made")
    (told,) = outbox_rows(aws, "preferences.changed")
    assert told["data"] == {"M": {"personId": {"S": anna}, "contactVersion": {"N": "1"}}}


def test_what_cannot_be_chosen_is_named_all_at_once() -> None:
    by_post = {**OFF, "letter": True}
    answer = put(decision_made=OFF, session_moved=by_post)
    assert faults(answer) == {
        "/kinds/decision-made": "notification-necessary",
        "/kinds/session-moved/letter": "channel-without-address",
    }
    assert read().body["version"] == 0


@pytest.mark.parametrize("kind", ["premium-reminder", "contact-changed", "nothing", "a/b~c"])
def test_a_kind_that_members_do_not_choose_is_a_fault(kind: str) -> None:
    pointer = "/kinds/" + kind.replace("~", "~0").replace("/", "~1")
    assert faults(send({"kinds": {kind: OFF}})) == {pointer: "notification-kind-unknown"}


@pytest.mark.parametrize(
    "body, pointer",
    [
        ({}, "/kinds"),
        ({"kinds": {}}, "/kinds"),
        ({"kinds": []}, "/kinds"),
        ({"kinds": {"session-reminder": {"email": True}}}, "/kinds/session-reminder/sms"),
        ({"kinds": {"session-reminder": {**OFF, "email": "yes"}}}, "/kinds/session-reminder/email"),
        ({"kinds": {"session-reminder": {**OFF, "pigeon": True}}}, "/kinds/session-reminder/pigeon"),
    ],
)
def test_a_body_of_another_form_is_a_fault(body: Any, pointer: str) -> None:
    assert pointer in faults(send(body))


def test_what_was_read_can_be_sent_back() -> None:
    kinds = {each["kind"]: each["channels"] for each in read().body["kinds"]}
    assert send({"kinds": kinds}).status == 200


def test_a_choice_of_an_old_version_is_rejected() -> None:
    put(session_reminder=OFF)
    assert put(session_reminder=OFF).status == 412
    without = event("PUT", "/v1/me/notifications", by=member(ANNA), body={"kinds": {"session-reminder": OFF}})
    assert ask(handler, without).status == 428


def test_staff_have_no_choices() -> None:
    assert ask(handler, event("GET", "/v1/me/notifications", by=staff("caseworker"))).status == 403


def test_a_municipality_reaches_its_members_by_digital_post() -> None:
    payers = DynamoPayers()
    payers.set(replace(payers.find("tryg"), kind="municipality"))
    assert kind_in(read(), "session-reminder")["reachable"]["digitalPost"]
