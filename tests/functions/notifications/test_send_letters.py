"""Letters and digital post leave by the same way as mail and SMS."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from functions.notifications.letters.handler import handler as letters
from pypdf import PdfReader

from helsebro.ids import ClaimId, PersonId, case_number, claim_numbered
from helsebro.ids import payer_of as payer_in
from helsebro.money import Currency
from helsebro.notifications.contact_record import ContactRecord
from helsebro.notifications.notification import Notification
from helsebro.payer import Contact, Country, Payer, PayerKind
from helsebro_aws.notifications.dynamo_contacts import DynamoContacts
from helsebro_aws.notifications.letters.dynamo_letters import DynamoLetters
from helsebro_aws.platform import clock
from helsebro_aws.policies.dynamo_insured import DynamoPeople
from helsebro_aws.policies.dynamo_payers import DynamoPayers
from tests.builders.calls import ask, event, staff
from tests.builders.claims import outbox_rows
from tests.builders.domain.sent_messages import AT, HOME, PERSON_ID, notification
from tests.builders.messages import provider_server
from tests.builders.messages.notifications import now, send, stored
from tests.builders.messages.provider_server import private_key
from tests.builders.policies import insured_of, payer_of, policy_of


@pytest.fixture(autouse=True)
def _payer(aws: dict[str, Any]) -> None:
    assert aws
    payer_of("tryg")


def planned(channel: str) -> Notification:
    return stored(notification(channel=channel, address="", planned_at=clock.now()))


def lives(**given: Any) -> None:
    contacts = DynamoContacts()
    record = ContactRecord(PersonId(PERSON_ID), **{"changed_at": AT, "version": 1, **given})
    contacts.tables.commit([contacts.put(record, 0)])


def test_a_letter_is_put_into_the_print_queue(aws: dict[str, Any]) -> None:
    lives(address=HOME, has_login=False)
    sent = planned("letter")
    assert send(sent) == []
    ([letter], _) = DynamoLetters().page("tryg", "queued", 10, None)
    after = now(sent)
    assert (after.state, after.letter, after.attempts[-1].provider_id) == ("sent", "queued", letter.letter_id)
    assert (
        aws["s3"].get_object(Bucket="letters", Key=f"tryg/{letter.letter_id}.pdf")["Body"].read(5) == b"%PDF-"
    )


def about_no_case(channel: str, person_id: str, kind: str) -> Notification:
    made = notification(
        channel=channel, address="", payer="", case_id=person_id, recipient=person_id, kind=kind, about=""
    )
    return stored(replace(made, planned_at=clock.now(), variables={"day": "2027-11-20"}, letters_only=True))


@pytest.mark.parametrize("kind", ["general-consent-expiring", "contact-consent-expiring"])
def test_a_letter_that_belongs_to_no_payer_is_printed_and_returned_as_any_other(
    kind: str, aws: dict[str, Any]
) -> None:
    """A consent for all cases has no payer; one that insures the person prints its reminder."""
    person_id = insured_of(policy_of("tryg"))
    contacts = DynamoContacts()
    before = contacts.current(PersonId(person_id))
    contacts.change(before, before.changed(replace(before, address=HOME, has_login=False), AT), "tryg")
    sent = about_no_case("letter", person_id, kind)
    assert send(sent) == []
    ([letter], _) = DynamoLetters().page("tryg", "queued", 10, None)
    assert (now(sent).state, now(sent).attempts[-1].provider_id) == ("sent", letter.letter_id)
    pdf = aws["s3"].get_object(Bucket="letters", Key=f"tryg/{letter.letter_id}.pdf")["Body"].read()
    assert "70 11 20 20" in " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    for version, state in enumerate(("posted", "returned"), 1):
        path, tag = f"/v1/letters/{letter.letter_id}/state", {"if-match": f'"{version}"'}
        call = event("POST", path, by=staff("caseworker"), body={"state": state}, headers=tag)
        assert ask(letters, call).status == 200
    assert (now(sent).state, now(sent).letter) == ("bounced", "returned")


@pytest.mark.parametrize("channel", ["letter", "digital-post"])
def test_what_no_payer_can_carry_bounces_and_is_not_tried_for_ever(channel: str) -> None:
    lives(address=HOME, has_login=False)
    sent = about_no_case(channel, PERSON_ID, "general-consent-expiring")
    assert send(sent) == []
    assert (now(sent).state, now(sent).attempts[-1].fault) == ("bounced", "no-payer-carries-it")


def test_a_letter_without_an_address_bounces_and_is_never_queued(aws: dict[str, Any]) -> None:
    sent = planned("letter")
    assert send(sent) == []
    after = now(sent)
    assert (after.state, after.attempts[-1].fault) == ("bounced", "address-incomplete")
    assert list(DynamoLetters().page("tryg", "queued", 10, None)[0]) == []
    assert len(outbox_rows(aws, "notification.bounced")) == 1


def test_an_enrolment_has_no_address_to_write_to() -> None:
    person_id = insured_of(policy_of("tryg"), email="anna@work.example")
    sent = stored(notification(channel="letter", recipient=person_id, planned_at=clock.now()))
    assert send(sent) == []
    assert now(sent).attempts[-1].fault == "address-incomplete"


def test_digital_post_that_is_not_set_up_says_so_and_bounces(aws: dict[str, Any]) -> None:
    sent = planned("digital-post")
    assert send(sent) == []
    after = now(sent)
    assert (after.state, after.attempts[-1].fault) == ("bounced", "channel-not-set-up")
    assert len(outbox_rows(aws, "notification.bounced")) == 1


def test_a_municipality_without_credentials_has_no_digital_post(aws: dict[str, Any]) -> None:
    assert aws
    digital_post_payer("municipality", "DK")
    sent = planned("digital-post")
    assert send(sent) == []
    assert now(sent).attempts[-1].fault == "channel-not-set-up"


def test_digital_post_is_sent_to_the_persons_number_and_shows_it_nowhere(
    aws: dict[str, Any], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    person_id = insured_of(policy_of("tryg"))
    digital_post_payer("insurer", "NO")
    monkeypatch.setenv("HELSEBRO_LOCAL_STACK", "1")
    number = DynamoPeople().national_number("tryg", person_id).replace("-", "")
    with provider_server.running() as server:
        known_by = {"url": server.url, "account": "9999", "key": private_key()}
        name = os.environ["HELSEBRO_DIGITAL_POST_NO"]
        aws["ssm"].put_parameter(Name=name, Value=json.dumps(known_by), Type="SecureString", Overwrite=True)
        sent = stored(notification(channel="digital-post", recipient=person_id, planned_at=clock.now()))
        assert send(sent) == []
    after = now(sent)
    assert (after.state, number.encode() in server.sent) == ("sent", True)
    shown = f"{capsys.readouterr().out}{after}{aws['dynamodb'].scan(TableName='outbox')}"
    assert number not in shown


def digital_post_payer(kind: PayerKind, country: Country) -> None:
    """Makes the payer one that may send digital post in its country."""
    contact = Contact("a@example.org", "70112233", "8-16")
    currency: Currency = "NOK" if country == "NO" else "DKK"
    DynamoPayers().set(
        Payer("tryg", "Tryg", kind, country, currency, contact, organisation_number="55133018")
    )


def test_a_letter_carries_the_case_number_by_which_staff_find_the_case(aws: dict[str, Any]) -> None:
    lives(address=HOME, has_login=False)
    sent = planned("letter")
    send(sent)
    ([letter], _) = DynamoLetters().page("tryg", "queued", 10, None)
    paper = aws["s3"].get_object(Bucket="letters", Key=f"tryg/{letter.letter_id}.pdf")["Body"].read()
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(paper)).pages)
    number = case_number(ClaimId(sent.case_id))
    assert f"Sagsnummer: {number}" in text
    assert claim_numbered(payer_in(sent.case_id), number) == sent.case_id


def test_a_letter_about_no_case_has_no_case_number(aws: dict[str, Any]) -> None:
    person_id = insured_of(policy_of("tryg"))
    contacts = DynamoContacts()
    before = contacts.current(PersonId(person_id))
    contacts.change(before, before.changed(replace(before, address=HOME, has_login=False), AT), "tryg")
    send(about_no_case("letter", person_id, "general-consent-expiring"))
    ([letter], _) = DynamoLetters().page("tryg", "queued", 10, None)
    paper = aws["s3"].get_object(Bucket="letters", Key=f"tryg/{letter.letter_id}.pdf")["Body"].read()
    assert "Sagsnummer" not in PdfReader(BytesIO(paper)).pages[0].extract_text()
