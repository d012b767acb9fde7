"""What SES reports about an e-mail, in the form of its documentation (see ``ses_events``)."""

from __future__ import annotations

import json
from typing import Any

import pytest
from functions.notifications.read_receipts.handler import handler

from helsebro.ids import PersonId
from helsebro.notifications.contact_record import ContactRecord
from helsebro.notifications.notification import Notification
from helsebro_aws.notifications.dynamo_contacts import DynamoContacts
from tests.builders.calls import LambdaContext
from tests.builders.claims import outbox_rows
from tests.builders.domain.sent_messages import AT, CLAIM_ID, PERSON_ID, PROVIDER_ID, sent
from tests.builders.messages.notifications import now as found
from tests.builders.messages.notifications import stored
from tests.builders.policies import insured_of, payer_of, policy_of

HARD = {"bounceType": "Permanent", "bounceSubType": "General"}
SOFT = {"bounceType": "Transient", "bounceSubType": "MailboxFull"}
SPAM = {"complaintFeedbackType": "abuse"}


@pytest.fixture
def mail(aws: dict[str, Any]) -> Notification:
    assert aws
    return stored(sent())


def reported(
    about: Notification, kind: str, provider_id: str = PROVIDER_ID, **content: Any
) -> dict[str, Any]:
    tags = {
        "ses:configuration-set": ["mail"],
        "notification": [about.notification_id],
        "case": [about.case_id],
        "payer": [about.payer],
    }
    mail = {"messageId": provider_id, "destination": ["anna@example.org"], "tags": tags}
    return {"source": "aws.ses", "detail-type": kind, "detail": {"mail": mail, **content}}


def report(*events: dict[str, Any]) -> Any:
    records = [
        {"messageId": str(n), "body": json.dumps(event), "eventSource": "aws:sqs"}
        for n, event in enumerate(events)
    ]
    return handler({"Records": records}, LambdaContext())["batchItemFailures"]


def person(**given: Any) -> ContactRecord:
    made = ContactRecord(
        PersonId(PERSON_ID), **{"email": "anna@example.org", "changed_at": AT, "version": 1, **given}
    )
    contacts = DynamoContacts()
    contacts.tables.commit([contacts.put(made, 0)])
    return made


def now() -> ContactRecord:
    record = DynamoContacts().find(PersonId(PERSON_ID))
    assert record
    return record


def test_a_delivery_is_stored(mail: Notification) -> None:
    assert report(reported(mail, "Email Delivered", delivery={})) == []
    assert found(mail).state == "delivered"


def test_a_hard_bounce_is_published_and_marks_the_address(mail: Notification, aws: dict[str, Any]) -> None:
    person()
    report(reported(mail, "Email Bounced", bounce=HARD))
    assert (found(mail).state, now().email_state) == ("bounced", "bounced")
    (event,) = outbox_rows(aws, "notification.bounced")
    assert event["data"]["M"]["claimId"]["S"] == CLAIM_ID
    assert "anna" not in str(event)


def test_a_full_mailbox_bounces_the_message_and_leaves_the_address(mail: Notification) -> None:
    person()
    report(reported(mail, "Email Bounced", bounce=SOFT))
    assert (found(mail).state, now().email_state) == ("bounced", "ok")


def test_an_address_that_has_changed_since_is_not_marked(mail: Notification) -> None:
    person(email="anna@new.example")
    report(reported(mail, "Email Bounced", bounce=HARD))
    assert (found(mail).state, now().email_state) == ("bounced", "ok")


def test_the_address_of_an_enrolment_is_marked_too(aws: dict[str, Any]) -> None:
    assert aws
    payer_of("tryg")
    person_id = insured_of(policy_of("tryg"), email="anna@work.example")
    mail = stored(sent(recipient=person_id, address="anna@work.example"))
    report(reported(mail, "Email Bounced", bounce=HARD))
    assert DynamoContacts().current(person_id).email_state == "bounced"


@pytest.mark.parametrize(
    ("kind", "email_choice"), [("guarantee-expiring", False), ("guarantee-issued", None)]
)
def test_a_complaint_turns_its_kind_off_where_that_is_allowed(
    aws: dict[str, Any], kind: str, email_choice: bool | None
) -> None:
    assert aws
    person()
    mail = stored(sent(kind=kind))
    report(reported(mail, "Email Complaint Received", complaint=SPAM))
    assert (found(mail).state, now().email_state) == ("complained", "complained")
    choice = now().choices.get(kind)
    assert (choice.email if choice else None) == email_choice
    assert outbox_rows(aws, "notification.bounced") == []


def test_a_mail_that_ses_never_sent_after_an_earlier_complaint_bounces(mail: Notification) -> None:
    person()
    suppressed = {"complaintSubType": "OnAccountSuppressionList"}
    report(reported(mail, "Email Complaint Received", complaint=suppressed))
    assert (found(mail).state, now().email_state) == ("bounced", "complained")


@pytest.mark.parametrize("kind", ["Email Rejected", "Email Rendering Failed"])
def test_a_mail_that_ses_did_not_send_bounces(mail: Notification, kind: str) -> None:
    report(reported(mail, kind))
    assert found(mail).state == "bounced"


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("Email Delivery Delayed", {"deliveryDelay": {}}),
        ("Email Sent", {"send": {}}),
        ("Email Opened", {"open": {}}),
        ("Email Complaint Received", {"complaint": {"complaintFeedbackType": "not-spam"}}),
    ],
)
def test_other_reports_change_nothing(mail: Notification, kind: str, content: dict[str, Any]) -> None:
    assert report(reported(mail, kind, **content)) == []
    assert found(mail) == mail


def test_doubled_and_late_reports_change_nothing_twice(mail: Notification, aws: dict[str, Any]) -> None:
    person()
    bounce = reported(mail, "Email Bounced", bounce=HARD)
    assert report(bounce, bounce, reported(mail, "Email Delivered")) == []
    assert (found(mail).state, found(mail).version) == ("bounced", mail.version + 1)
    assert (now().version, len(outbox_rows(aws, "notification.bounced"))) == (2, 1)


def test_a_report_about_another_message_of_the_notification_changes_nothing(mail: Notification) -> None:
    report(reported(mail, "Email Bounced", "0100-other", bounce=HARD))
    assert found(mail) == mail


def test_a_report_about_an_unknown_notification_is_no_fault(aws: dict[str, Any]) -> None:
    assert aws
    assert report(reported(sent(), "Email Bounced", bounce=HARD)) == []


def test_a_report_without_our_tags_is_no_fault(mail: Notification) -> None:
    event = reported(mail, "Email Bounced", bounce=HARD)
    del event["detail"]["mail"]["tags"]
    assert report(event) == []
    assert found(mail) == mail
