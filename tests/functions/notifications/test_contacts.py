from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest
from boto3.dynamodb.types import TypeDeserializer
from functions.notifications.contacts.handler import handler
from functions.policies.members.handler import handler as members

from helsebro.ids import PersonId
from helsebro.notifications.notification import Notification
from helsebro_aws.notifications.dynamo_contacts import DynamoContacts
from tests.builders.calls import Answered, ask, event, member, staff
from tests.builders.claims import outbox_rows
from tests.builders.events.outbox import event_id_of
from tests.builders.messages import mailbox
from tests.builders.messages.notifications import notifications_in, notify, send
from tests.builders.people.families import TwoEmployers
from tests.builders.policies import ANNA, BO, CARL, enrol, insured_of, payer_of, policy_of

HOME = {
    "name": "Anna Holm",
    "street": "Havnegade 1",
    "postcode": "8000",
    "city": "Aarhus C",
    "country": "DK",
}
ENTERED = {"email": "anna@home.example", "phone": "20 30 40 50", "address": HOME, "language": "en"}

pytestmark = pytest.mark.usefixtures("anna")


@pytest.fixture
def anna(aws: dict[str, Any]) -> str:
    assert aws
    payer_of("tryg")
    return str(insured_of(policy_of("tryg"), email="anna@work.example", phone="20 11 22 33"))


def read(cpr: str = ANNA) -> Answered:
    return ask(handler, event("GET", "/v1/me/contact", by=member(cpr)))


def put(body: Any = ENTERED, version: int | None = 0, seconds_ago: float = 10) -> Answered:
    by = member(ANNA, auth_time=time.time() - seconds_ago)
    headers = {} if version is None else {"if-match": f'"{version}"'}
    return ask(handler, event("PUT", "/v1/me/contact", by=by, body=body, headers=headers))


def by_caseworker(
    method: str, person_id: str, body: Any = None, version: int = 0, payer: str = "tryg"
) -> Answered:
    headers = {"if-match": f'"{version}"'} if body else {}
    path, by = f"/v1/people/{person_id}/contact", staff("caseworker", payer=payer)
    return ask(handler, event(method, path, by=by, body=body, headers=headers))


def test_until_a_person_enters_a_contact_the_enrolment_is_shown() -> None:
    answer = read()
    assert answer.body == {
        "email": "anna@work.example",
        "phone": "20 11 22 33",
        "language": "da",
        "emailState": "ok",
        "phoneState": "ok",
        "version": 0,
    }
    assert answer.headers["etag"] == '"0"'


def test_a_person_changes_the_contact_and_sees_it_everywhere() -> None:
    answer = put()
    assert (answer.status, answer.headers["etag"]) == (200, '"1"')
    expected = {**ENTERED, "phone": "+4520304050", "emailState": "ok", "phoneState": "ok", "version": 1}
    assert answer.body == read().body == expected
    shown = ask(members, event("GET", "/v1/me", by=member(ANNA))).body["person"]
    assert (shown["email"], shown["phone"]) == ("anna@home.example", "+4520304050")


def test_the_event_has_ids_only_and_the_former_address_is_kept(anna: str, aws: dict[str, Any]) -> None:
    put()
    (told,) = outbox_rows(aws, "contact.changed")
    assert told["payer"] == {"S": "tryg"}
    assert told["data"] == {"M": {"personId": {"S": anna}, "contactVersion": {"N": "1"}}}
    former = DynamoContacts().former(PersonId(anna), 1)
    assert former is not None
    assert former.email == "anna@work.example"


def planned_after_the_change(aws: dict[str, Any]) -> list[Notification]:
    """Plans what the latest change asks for, from its event as the bus brings it; returns all plans."""
    row = max(outbox_rows(aws, "contact.changed"), key=event_id_of)
    changed = {name: TypeDeserializer().deserialize(value) for name, value in row.items()}
    data = {name: str(value) for name, value in changed["data"].items()}
    assert notify(changed["type"], event_id=changed["pk"], payer=changed["payer"], **data) == []
    return notifications_in(aws)


def test_a_change_with_a_fresh_login_is_reported_to_the_old_address_alone(
    anna: str, aws: dict[str, Any]
) -> None:
    assert put(seconds_ago=301).status == 401
    assert outbox_rows(aws, "contact.changed") == []
    assert put().status == 200
    [notice] = planned_after_the_change(aws)
    assert (notice.kind, notice.recipient, notice.payer) == ("contact-changed", anna, "tryg")
    assert (notice.channel, notice.address, notice.language) == ("email", "anna@work.example", "da")


def test_a_changed_language_is_reported_to_no_one(aws: dict[str, Any]) -> None:
    put({"email": "anna@work.example", "phone": "20 11 22 33"})
    before = planned_after_the_change(aws)
    put({"email": "anna@work.example", "phone": "20 11 22 33", "language": "en"}, version=1)
    assert planned_after_the_change(aws) == before


def test_without_an_old_email_address_the_notice_takes_the_old_phone(aws: dict[str, Any]) -> None:
    put({"phone": "20 11 22 33"})
    put({"email": "anna@home.example"}, version=1)
    latest = planned_after_the_change(aws)[-1]
    assert (latest.channel, latest.address) == ("sms", "+4520112233")


def test_a_notice_to_a_person_without_a_payer_is_sent_by_the_platform(aws: dict[str, Any]) -> None:
    for version, email in enumerate(("bo@old.example", "bo@new.example")):
        headers = {"if-match": f'"{version}"'}
        by = member(BO, auth_time=time.time())
        call = event("PUT", "/v1/me/contact", by=by, body={"email": email}, headers=headers)
        assert ask(handler, call).status == 200
    [notice] = planned_after_the_change(aws)
    assert (notice.payer, notice.address) == ("", "bo@old.example")
    mailbox.opened("no-reply@helsebro.example")
    assert send(notice) == []
    assert mailbox.mails()[0].to == "bo@old.example"


def test_an_old_login_may_read_and_not_change() -> None:
    assert put(seconds_ago=301).body["code"] == "insufficient_user_authentication"
    assert read().body["version"] == 0


@pytest.mark.parametrize("version, status", [(None, 428), (1, 412), (7, 412)])
def test_a_change_needs_the_version_that_was_read(version: int | None, status: int) -> None:
    assert put(version=version).status == status


def test_a_second_change_replaces_the_whole_contact() -> None:
    put()
    answer = put({"email": "new@home.example"}, version=1)
    assert "phone" not in answer.body
    assert "address" not in answer.body
    assert (answer.body["language"], answer.body["version"]) == ("da", 2)


def test_bad_fields_are_all_named_and_nothing_is_stored() -> None:
    answer = put({"email": "anna", "phone": "()()()"})
    assert answer.status == 422
    assert {fault["pointer"] for fault in answer.body["errors"]} == {"/email", "/phone"}
    assert read().body["version"] == 0


def test_a_number_of_the_other_country_needs_its_country_code() -> None:
    answer = put({"phone": "90 61 22 33"})
    assert [fault["code"] for fault in answer.body["errors"]] == ["phone-without-sms"]
    assert put({"phone": "+47 90 61 22 33"}).body["phone"] == "+4790612233"


def test_a_person_without_a_policy_has_a_contact_too() -> None:
    assert read(BO).body["version"] == 0


def test_a_caseworker_enters_the_contact_of_a_person_without_a_login(anna: str) -> None:
    known = by_caseworker("GET", anna).body
    assert (known["hasLogin"], known["personName"]) == (True, "Anna Holm")
    answer = by_caseworker("PUT", anna, {"address": HOME, "hasLogin": False})
    assert (answer.status, answer.body["personId"], answer.body["hasLogin"]) == (200, anna, False)
    assert read().body["address"] == HOME


def test_a_caseworker_with_an_old_login_changes_no_contact(anna: str, aws: dict[str, Any]) -> None:
    body, headers = {"address": HOME, "hasLogin": False}, {"if-match": '"0"'}
    old = staff("caseworker", auth_time=time.time() - 301)
    answer = ask(handler, event("PUT", f"/v1/people/{anna}/contact", by=old, body=body, headers=headers))
    assert (answer.status, answer.body["code"]) == (401, "insufficient_user_authentication")
    assert outbox_rows(aws, "contact.changed") == []


def test_what_the_person_enters_later_counts(anna: str) -> None:
    by_caseworker("PUT", anna, {"address": HOME, "hasLogin": False})
    assert put(version=1).status == 200
    assert by_caseworker("PUT", anna, {"address": HOME, "hasLogin": False}, version=1).status == 412
    assert by_caseworker("GET", anna).body["hasLogin"] is True


def policyholder(method: str, policy_id: str, body: Any = None, by: Any = None, version: int = 0) -> Answered:
    headers = {"if-match": f'"{version}"'} if body else {}
    by = by or staff("underwriting", auth_time=time.time())
    return ask(handler, event(method, f"/v1/policies/{policy_id}/contact", by=by, body=body, headers=headers))


def test_a_policyholder_has_one_contact_for_each_policy(aws: dict[str, Any]) -> None:
    policy_id = policy_of("tryg", number="P-2")
    assert policyholder("GET", policy_id).body["version"] == 0
    answer = policyholder("PUT", policy_id, {"email": "hr@havn.example"})
    assert (answer.status, answer.body["email"], answer.body["policyId"]) == (
        200,
        "hr@havn.example",
        policy_id,
    )
    (told,) = outbox_rows(aws, "contact.changed")
    assert told["data"] == {"M": {"policyId": {"S": policy_id}, "contactVersion": {"N": "1"}}}
    employer = member(ANNA, **{"dk.cvr": "12345674", "auth_time": time.time()})
    assert policyholder("GET", policy_id, by=employer).body == answer.body
    changed = policyholder("PUT", policy_id, {"email": "new@havn.example"}, by=employer, version=1)
    assert (changed.status, changed.body["version"]) == (200, 2)


@pytest.mark.parametrize(
    "by, status",
    [
        (lambda: staff("underwriting", payer="sorg", auth_time=time.time()), 404),
        (lambda: member(ANNA, **{"dk.cvr": "87654320", "auth_time": time.time()}), 404),
        (lambda: member(ANNA, auth_time=time.time()), 403),
        (lambda: staff("underwriting", auth_time=0), 401),
    ],
)
def test_a_stranger_and_an_old_login_change_no_policyholders_contact(
    by: Callable[[], Any], status: int
) -> None:
    policy_id = policy_of("tryg", number="P-2")
    assert policyholder("PUT", policy_id, {"email": "x@stranger.example"}, by=by()).status == status
    assert policyholder("GET", policy_id).body["version"] == 0


def test_a_caseworker_of_another_payer_sees_nothing_and_changes_nothing(anna: str) -> None:
    payer_of("gjensidige")
    for method, body in (("GET", None), ("PUT", {"address": HOME, "hasLogin": False})):
        assert by_caseworker(method, anna, body, payer="gjensidige").status == 404
    assert by_caseworker("GET", "per_a2zt5pxlrqsc3dmkow7vyb4g").status == 404
    assert by_caseworker("GET", "nobody").status == 404


def test_a_caseworker_does_not_see_what_another_payer_has_enrolled(anna: str) -> None:
    payer_of("gjensidige")
    underwriting = staff("underwriting", payer="gjensidige")
    policy_id = policy_of("gjensidige")
    enrol(policy_id, by=underwriting, enrolledOn="2024-01-01", email="anna@secret.example")
    assert by_caseworker("GET", anna).body["email"] == "anna@work.example"
    assert by_caseworker("GET", anna, payer="gjensidige").body["email"] == "anna@secret.example"
    assert read().body["email"] == "anna@work.example"


def test_another_payers_caseworker_redirects_nothing_without_a_notice_to_where_messages_went(
    anna: str, aws: dict[str, Any]
) -> None:
    payer_of("gjensidige")
    enrol(policy_of("gjensidige"), by=staff("underwriting", payer="gjensidige"))
    before = by_caseworker("GET", anna, payer="gjensidige").body
    assert "email" not in before
    redirected = {"email": "evil@evil.example", "hasLogin": True}
    assert by_caseworker("PUT", anna, redirected, payer="gjensidige").status == 200
    [notice] = planned_after_the_change(aws)
    assert (notice.payer, notice.channel, notice.address) == ("gjensidige", "email", "anna@work.example")


def test_a_later_employer_only_fills_what_is_missing() -> None:
    other = policy_of("tryg", number="P-2")
    insured_of(other, cpr=BO, phone="20 99 88 77")
    insured_of(other, email="evil@evil.example", phone="11 22 33 44", enrolledOn="2001-01-01")
    assert (read().body["email"], read().body["phone"]) == ("anna@work.example", "20 11 22 33")
    insured_of(policy_of("tryg", number="P-3"), cpr=BO, email="bo@work.example", phone="30 40 50 60")
    shown = ask(handler, event("GET", "/v1/me/contact", by=member(BO))).body
    assert (shown["email"], shown["phone"]) == ("bo@work.example", "20 99 88 77")


def test_an_enrolment_that_is_sent_again_with_another_address_is_told_at_the_former_one(
    aws: dict[str, Any],
) -> None:
    policy_id = policy_of("tryg", number="P-2")
    insured_of(policy_id, cpr=BO, email="bo@work.example")
    for _ in range(2):
        insured_of(policy_id, cpr=BO, email="bo@new.example")
    [notice] = planned_after_the_change(aws)
    assert (notice.kind, notice.address) == ("contact-changed", "bo@work.example")
    assert len(outbox_rows(aws, "contact.changed")) == 1
    assert read(BO).body["email"] == "bo@new.example"


def test_an_unconfirmed_family_shows_and_moves_no_address_of_a_child() -> None:
    case = TwoEmployers()
    for policy_id, email in ((case.policy, "carl@home.example"), (case.other_policy, "evil@evil.example")):
        main = case.mother if policy_id == case.policy else case.other
        insured_of(policy_id, cpr=CARL, relation="child", mainInsuredPersonId=main, email=email)
    shown = ask(members, event("GET", "/v1/me", by=member(CARL))).body["person"]
    assert read(CARL).body["email"] == shown["email"] == "carl@home.example"
    insured_of(case.policy, cpr=CARL, relation="child", mainInsuredPersonId=case.mother)
    assert "email" not in read(CARL).body


@pytest.mark.parametrize("by", [staff("finance"), member(BO, auth_time=0)])
def test_others_may_not_use_the_routes_of_caseworkers(anna: str, by: Any) -> None:
    answer = ask(handler, event("GET", f"/v1/people/{anna}/contact", by=by))
    assert answer.status == 403
