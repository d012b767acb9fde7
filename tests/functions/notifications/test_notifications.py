"""What was sent about a case, its proof, and sending it again."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from functions.notifications.notifications.handler import handler

from helsebro import ids
from helsebro.events import Event
from helsebro.ids import ClaimId, GuaranteeId, PersonId
from helsebro.local_day import local_day
from helsebro.notifications.contact_record import ContactRecord
from helsebro.notifications.notification import Notification
from helsebro.payer import StaffContact
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees
from helsebro_aws.notifications.dynamo_contacts import DynamoContacts
from helsebro_aws.notifications.dynamo_notifications import DynamoNotifications
from helsebro_aws.platform import clock
from helsebro_aws.policies.dynamo_payers import DynamoPayers
from tests.builders.calls import Answered, ask, event, member, staff
from tests.builders.claims import claim_of, outbox_rows
from tests.builders.domain.guarantees import guarantee
from tests.builders.domain.sent_messages import AT, HOME, PROVIDER_ID, notification, sent
from tests.builders.messages.notifications import stored
from tests.builders.policies import CARL, insured_of, payer_of, policy_of
from tests.promises.atomic_dynamodb import atomic_transactions

BY = staff("caseworker", payer="tryg")
OTHER = staff("caseworker", payer="gjensidige")
UNDERWRITER = staff("underwriting", payer="tryg")


@pytest.fixture
def claim_id(aws: dict[str, Any]) -> ClaimId:
    assert aws
    payer_of("tryg")
    insured_of(policy_of("tryg"), email="anna@work.example")
    return claim_of()


@pytest.fixture
def mail(claim_id: ClaimId) -> Notification:
    person_id = DynamoClaims().find(claim_id).person_id
    record = ContactRecord(
        PersonId(person_id), email="anna@new.example", address=HOME, changed_at=AT, version=1
    )
    contacts = DynamoContacts()
    contacts.tables.commit([contacts.put(record, 0)])
    return stored(sent(case_id=claim_id, recipient=person_id))


def listed(path: str, by: dict[str, Any] = BY) -> Answered:
    return ask(handler, event("GET", f"/v1/{path}/notifications", by=by))


def resend(
    about: Notification, body: dict[str, Any] | None = None, by: dict[str, Any] = BY, key: str = ""
) -> Answered:
    path = f"/v1/claims/{about.case_id}/notifications/{about.notification_id}/resend"
    return ask(handler, event("POST", path, by=by, body=body or {}, key=key))


def test_the_list_is_the_proof_of_sending(mail: Notification) -> None:
    (shown,) = listed(f"claims/{mail.case_id}").body["items"]
    assert shown == {
        "notificationId": mail.notification_id,
        "kind": "guarantee-issued",
        "channel": "email",
        "address": "a…@example.org",
        "state": "sent",
        "plannedAt": "2026-11-21T12:00:00Z",
        "attempts": 1,
        "sentAt": "2026-11-21T12:00:00Z",
        "providerId": PROVIDER_ID,
        "digest": "d" * 64,
    }


def test_a_refused_attempt_shows_its_fault_and_a_letter_its_state(mail: Notification) -> None:
    stored(sent(case_id=mail.case_id, channel="letter", address="Vestergade 1, 2100 København Ø, DK"))
    refused = notification(case_id=mail.case_id, channel="sms", address="+4570112233")
    stored(refused.sending(AT).refused("OptedOut").ended("bounced"))
    shown = {each["channel"]: each for each in listed(f"claims/{mail.case_id}").body["items"]}
    assert (shown["sms"]["state"], shown["sms"]["fault"], shown["sms"]["address"]) == (
        "bounced",
        "OptedOut",
        "+45…33",
    )
    assert (shown["letter"]["letter"], shown["letter"]["address"]) == ("queued", "2100 København Ø")


def test_the_list_has_pages(mail: Notification) -> None:
    for n in range(2):
        stored(sent(case_id=mail.case_id, event_id=f"evt_{n}"))
    path = f"/v1/claims/{mail.case_id}/notifications"
    first = ask(handler, event("GET", f"{path}?limit=2", by=BY)).body
    second = ask(handler, event("GET", f"{path}?limit=2&cursor={first['nextCursor']}", by=BY)).body
    assert (len(first["items"]), len(second["items"]), second["nextCursor"]) == (2, 1, None)


def test_underwriting_reads_what_was_sent_about_a_policy(claim_id: ClaimId) -> None:
    policy_id = DynamoClaims().find(claim_id).policy_id
    stored(sent(case_id=policy_id, recipient=policy_id, kind="premium-reminder", channel="letter"))
    (shown,) = listed(f"policies/{policy_id}", UNDERWRITER).body["items"]
    assert (shown["kind"], shown["digest"]) == ("premium-reminder", "d" * 64)
    assert listed(f"policies/{policy_id}", staff("underwriting", payer="gjensidige")).status == 404


@pytest.mark.parametrize(("by", "status"), [(OTHER, 404), (member(), 403), (UNDERWRITER, 403)])
def test_others_read_nothing_about_a_claim(mail: Notification, by: dict[str, Any], status: int) -> None:
    assert listed(f"claims/{mail.case_id}", by).status == status


def test_a_caseworker_sends_a_message_again_to_the_address_of_today(
    mail: Notification, aws: dict[str, Any]
) -> None:
    answer = resend(mail)
    assert (answer.status, answer.body["channel"], answer.body["state"]) == (202, "email", "planned")
    assert (answer.body["address"], answer.body["insteadOf"]) == ("a…@new.example", mail.notification_id)
    (planned,) = outbox_rows(aws, "notification.planned")
    assert planned["data"]["M"]["notificationId"]["S"] == answer.body["notificationId"]
    assert len(listed(f"claims/{mail.case_id}").body["items"]) == 2


def test_a_message_about_a_child_goes_again_to_the_guardian(claim_id: ClaimId) -> None:
    anna = DynamoClaims().find(claim_id)
    child = insured_of(anna.policy_id, cpr=CARL, relation="child", mainInsuredPersonId=anna.person_id)
    about = stored(sent(case_id=claim_of(personId=child), recipient=anna.person_id))
    answer = resend(about)
    assert (answer.status, answer.body["address"]) == (202, "a…@work.example")


def test_a_message_is_sent_again_on_another_channel(mail: Notification) -> None:
    answer = resend(mail, {"channel": "letter"})
    assert (answer.status, answer.body["channel"], answer.body["address"]) == (
        202,
        "letter",
        "2100 København Ø",
    )


def test_one_call_sends_one_message_and_another_channel_another(mail: Notification) -> None:
    first, again = resend(mail, key="one"), resend(mail, key="one")
    other = resend(mail, {"channel": "letter"}, key="two")
    assert first.body == again.body
    assert first.body["notificationId"] != other.body["notificationId"]
    assert len(listed(f"claims/{mail.case_id}").body["items"]) == 3


def test_of_many_resends_at_once_one_is_sent(mail: Notification, aws: dict[str, Any]) -> None:
    with atomic_transactions(), ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(lambda n: resend(mail, key=f"key-{n}"), range(6)))
    assert sorted(answer.status for answer in answers) == [202, *[409] * 5]
    assert {answer.body["code"] for answer in answers if answer.status == 409} == {
        "notification-resend-under-way"
    }
    assert len(outbox_rows(aws, "notification.planned")) == 1


def test_a_resend_waits_until_the_one_before_was_sent_ten_minutes_ago(mail: Notification) -> None:
    notifications = DynamoNotifications()
    made = resend(mail, key="one").body["notificationId"]
    planned = notifications.find("tryg", mail.case_id, made)
    assert planned.repeats
    sending = planned.sending(clock.now())
    notifications.change(planned, sending)
    assert resend(mail, key="two").body["code"] == "notification-resend-under-way"
    moments = [clock.now() - timedelta(minutes=9), clock.now() - timedelta(minutes=11)]
    done = [sending.sent(moment, PROVIDER_ID, "d" * 64) for moment in moments]
    notifications.change(sending, done[0])
    answer = resend(mail, key="three")
    assert (answer.status, answer.body["code"]) == (409, "notification-sent-just-now")
    # The resend itself is no way around it.
    assert resend(done[0], key="four").body["code"] == "notification-sent-just-now"
    notifications.change(done[0], replace(done[1], version=done[0].version + 1))
    assert resend(mail, key="five").status == 202


def test_digital_post_of_a_payer_that_may_not_send_it_is_refused_at_once(mail: Notification) -> None:
    answer = resend(mail, {"channel": "digital-post"})
    assert (answer.status, answer.body["code"]) == (422, "no-address-on-channel")


@pytest.mark.parametrize(
    ("given", "body", "code"),
    [
        ({"kind": "session-reminder"}, {}, "notification-not-sent-again"),
        ({"kind": "contact-changed"}, {}, "notification-not-sent-again"),
        ({"state": "withdrawn"}, {}, "notification-not-sent-again"),
        ({}, {"channel": "sms"}, "no-address-on-channel"),
    ],
)
def test_some_messages_are_not_sent_again(
    mail: Notification, given: dict[str, Any], body: dict[str, Any], code: str
) -> None:
    about = stored(sent(case_id=mail.case_id, recipient=mail.recipient, event_id="evt_b", **given))
    answer = resend(about, body)
    assert (answer.status, answer.body["code"]) == (422, code)


@pytest.mark.parametrize(("days", "status"), [(0, 202), (-1, 422)])
def test_a_guarantee_that_is_over_is_not_announced_again(mail: Notification, days: int, status: int) -> None:
    issued = guarantee(
        guarantee_id=GuaranteeId(ids.within("gar", mail.case_id, b"123456")),
        claim_id=ClaimId(mail.case_id),
        payer="tryg",
        valid_until=local_day(clock.now()) + timedelta(days=days),
    )
    DynamoGuarantees().issue(issued, Event("guarantee.issued", AT, "tryg"))
    assert resend(mail).status == status


def test_a_mail_to_staff_goes_again_to_the_address_of_its_queue(mail: Notification) -> None:
    payers = DynamoPayers()
    contact = StaffContact("staff@tryg.example.org", {"claims": "claims@tryg.example.org"})
    payers.set(replace(payers.find("tryg"), staff_contact=contact))
    variables = {"queue": "claims", "kind": "assignment", "due": "2026-11-20"}
    about = sent(case_id=mail.case_id, recipient="tryg", kind="deadline-missed", variables=variables)
    made = resend(stored(about)).body["notificationId"]
    assert DynamoNotifications().find("tryg", mail.case_id, made).address == "claims@tryg.example.org"


def test_what_is_still_to_be_sent_is_not_sent_again(mail: Notification) -> None:
    about = stored(notification(case_id=mail.case_id, recipient=mail.recipient, event_id="evt_b"))
    answer = resend(about)
    assert (answer.status, answer.body["code"]) == (422, "notification-still-open")


def test_another_payer_sends_nothing_again(mail: Notification) -> None:
    assert resend(mail, by=OTHER).status == 404


def test_an_unknown_channel_is_refused(mail: Notification) -> None:
    assert resend(mail, {"channel": "pigeon"}).status == 422


def test_a_message_to_a_person_who_has_entered_nothing_is_sent_again_as_enrolled(claim_id: ClaimId) -> None:
    person_id = DynamoClaims().find(claim_id).person_id
    about = stored(sent(case_id=claim_id, recipient=person_id))
    assert resend(about).status == 202
