"""The mailbox shows every message by recipient, runs nothing that a message holds, and asks no other host."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from html import escape
from typing import Any

import pytest

from helsebro.notifications.channel import Channel
from helsebro.notifications.notification import NotificationState
from helsebro.notifications.outcome.letter import letter_id_of
from local.mailbox import mailbox_page
from local.mailbox.message_card import STATES
from tests.builders.domain.sent_messages import AT, PROVIDER_ID, notification, sent
from tests.local.cli.loopback import Answered
from tests.local.mailbox.stage import MailboxStage, mail

CANARY = "<script>alert('canary')</script>\"'"


def test_a_message_is_under_its_recipient(mailbox: MailboxStage) -> None:
    of_anna, of_peter = sent(recipient="per_anna"), sent(recipient="per_peter")
    mailbox.has(of_anna, of_peter)
    mailbox.is_named("per_anna", "Anna Holm")
    mailbox.is_named("per_peter", "Peter Holm")
    _, *groups = re.split(r"<h2 ", mailbox.client.get("/").text)
    shown = {
        re.findall(r">(\w+ Holm)", group)[0]: re.findall(r'<article id="(\w+)"', group) for group in groups
    }
    assert shown == {"Anna Holm": [of_anna.notification_id], "Peter Holm": [of_peter.notification_id]}
    assert "anna, the employee who is insured" in mailbox.client.get("/").text


def test_every_kind_of_recipient_is_named(mailbox: MailboxStage) -> None:
    mailbox.items.kept["people"] += [
        {"sk": "INSURED#pol_a", "policyId": "pol_a"},
        {"sk": "POLICY", "policyId": "pol_a", "number": "N-1", "policyholder": {"name": "Nordlys A/S"}},
        {"sk": "PAYER", "slug": "tryg", "name": "Tryg"},
    ]
    mailbox.items.kept["network"].append({"sk": "CLINIC", "clinicId": "cli_a", "name": "Vesterport"})
    ids = ("pol_a", "tryg", "cli_a", "per_unknown")
    mailbox.has(*(sent(recipient=each) for each in ids))
    items = mailbox.client.get("/messages.json").json()["items"]
    assert {item["recipient"]: item["name"] for item in items} == {
        "pol_a": "Nordlys A/S",
        "tryg": "Tryg",
        "cli_a": "Vesterport",
        "per_unknown": "per_unknown",
    }
    assert "policyholder of N-1" in mailbox.client.get("/").text


def test_a_name_that_comes_later_is_found(mailbox: MailboxStage) -> None:
    mailbox.has(sent(recipient="per_new"))
    assert mailbox.client.get("/messages.json").json()["items"][0]["name"] == "per_new"
    mailbox.is_named("per_new", "Nora Ny")
    assert mailbox.client.get("/messages.json").json()["items"][0]["name"] == "Nora Ny"


def test_what_a_message_holds_is_shown_and_not_run(mailbox: MailboxStage) -> None:
    mailbox.has(sent(recipient="per_a", address=CANARY), sent(channel="sms", recipient="per_a"))
    mailbox.took(mail(PROVIDER_ID, subject=CANARY, text=CANARY))
    mailbox.is_named("per_a", CANARY)
    shown = mailbox.client.get("/").text
    assert CANARY not in shown
    # The subject and the text of two messages, the address, the name as heading and in the filter.
    assert shown.count(escape(CANARY)) >= 5
    assert shown.count("<script") == 1


def test_an_email_is_shown_alone_where_it_can_run_nothing(mailbox: MailboxStage) -> None:
    found = sent()
    mailbox.has(found)
    mailbox.took(mail(PROVIDER_ID, html=f"<head></head>{CANARY}"))
    answer = mailbox.client.get(f"/messages/{found.notification_id}/html")
    rules = answer.headers["content-security-policy"].split("; ")
    assert answer.text == f'<head><base target="_blank"></head>{CANARY}'
    assert "default-src 'none'" in rules
    assert "sandbox allow-popups allow-popups-to-escape-sandbox" in rules
    assert not [rule for rule in rules if rule.startswith("script-src")]
    frame = re.findall(r"<iframe [^>]*>", mailbox.client.get("/").text)
    assert [re.findall(r'sandbox="([^"]*)"', each) for each in frame] == [
        ["allow-popups allow-popups-to-escape-sandbox"]
    ]


def test_the_page_names_no_other_host(mailbox: MailboxStage) -> None:
    found = sent(state="sent", channel="letter")
    mailbox.has(found, sent(), replace(sent(event_id="evt_2"), instead_of=found.notification_id))
    mailbox.took(mail(PROVIDER_ID))
    page = mailbox.client.get("/")
    addresses = re.findall(r'(?:src|href|action)="([^"]*)"', page.text)
    assert len(addresses) > 5
    assert [each for each in addresses if not re.match(r"/(?!/)|#|data:,", each)] == []
    assert "default-src 'none'" in page.headers["content-security-policy"]


def test_messages_are_newest_first_and_only_as_many_as_asked(mailbox: MailboxStage) -> None:
    at = [AT + timedelta(minutes=minute) for minute in (1, 3, 2)]
    mailbox.has(*(sent(event_id=f"evt_{each.minute}", recipient="per_a") for each in at))
    for item, each in zip(mailbox.items.kept["cases"], at, strict=True):
        item["sentAt"] = each.isoformat()
    answer = mailbox.client.get("/messages.json?limit=2").json()
    assert [item["at"][14:16] for item in answer["items"]] == ["03", "02"]
    assert answer["total"] == 3


@pytest.mark.parametrize("limit", ["0", "501", "-1", "x", "٣"])
def test_a_limit_that_is_none_is_refused(mailbox: MailboxStage, limit: str) -> None:
    answer = mailbox.client.get("/messages.json", params={"limit": limit})
    assert (answer.status_code, answer.json()["detail"]) == (400, "limit is a number from 1 to 500.")


@pytest.mark.parametrize(
    "wanted",
    [{"recipient": "per_a"}, {"language": "nb"}, {"kind": "claim-received"}, {"caseId": "clm_other"}],
)
def test_a_filter_leaves_out_the_others(mailbox: MailboxStage, wanted: dict[str, str]) -> None:
    found = sent(recipient="per_a", language="nb", kind="claim-received", case_id="clm_other")
    mailbox.has(found, sent(recipient="per_b"))
    items = mailbox.client.get("/messages.json", params=wanted).json()["items"]
    assert [item["notificationId"] for item in items] == [found.notification_id]
    on_page = re.findall(r'<article id="(\w+)"', mailbox.client.get("/", params=wanted).text)
    assert on_page == [found.notification_id]


def test_the_page_shows_a_bounded_number_and_says_so(mailbox: MailboxStage) -> None:
    count = mailbox_page.MOST_SHOWN + 1
    mailbox.has(*(sent(event_id=f"evt_{number}") for number in range(count)))
    page = mailbox.client.get("/").text
    assert page.count("<article") == mailbox_page.MOST_SHOWN
    assert f"The newest {mailbox_page.MOST_SHOWN} of {count} messages" in page


@pytest.mark.parametrize("state", STATES)
def test_every_state_is_shown_in_words(mailbox: MailboxStage, state: NotificationState) -> None:
    mailbox.has(sent(state=state))
    assert f"<strong>{STATES[state]}</strong>" in mailbox.client.get("/").text


def test_a_message_that_waits_for_the_morning_says_so(mailbox: MailboxStage) -> None:
    mailbox.has(notification(channel="sms", not_before=datetime(2026, 11, 22, 7, tzinfo=UTC)))
    assert "<strong>planned, not before 2026-11-22 07:00</strong>" in mailbox.client.get("/").text


def test_a_fault_is_shown_with_its_code(mailbox: MailboxStage) -> None:
    mailbox.has(replace(notification().sending(AT).refused("throttled"), state="failed"))
    assert "<strong>failed: not sent (throttled)</strong>" in mailbox.client.get("/").text


def test_an_sms_shows_its_text(mailbox: MailboxStage) -> None:
    mailbox.has(sent(channel="sms", address="+4520123456"))
    mailbox.took(sms={"MessageId": PROVIDER_ID, "Message": "Din sag er opdateret."})
    assert '<pre lang="da">Din sag er opdateret.</pre>' in mailbox.client.get("/").text


def test_a_letter_is_a_link_to_its_pdf(mailbox: MailboxStage) -> None:
    found = sent(channel="letter")
    mailbox.has(found)
    mailbox.items.files["letters", f"{found.payer}/{letter_id_of(found)}.pdf"] = b"%PDF-1.7"
    link = f"/messages/{found.notification_id}/letter.pdf"
    assert f'href="{link}"' in mailbox.client.get("/").text
    answer = mailbox.client.get(link)
    assert (answer.content, answer.headers["content-type"]) == (b"%PDF-1.7", "application/pdf")


def test_a_resent_message_says_that_it_repeats_and_what_it_replaces(mailbox: MailboxStage) -> None:
    mailbox.has(sent(repeats=True, instead_of="ntf_before"))
    page = mailbox.client.get("/").text
    assert 'href="#ntf_before"' in page
    assert "an earlier attempt may have arrived" in page


@pytest.mark.parametrize(
    "path", ["/x", "/messages/ntf_x/html", "/messages/ntf_x/letter.pdf", "/messages/a/b"]
)
def test_an_unknown_address_is_not_found(mailbox: MailboxStage, path: str) -> None:
    assert mailbox.client.get(path).status_code == 404


@pytest.mark.parametrize("channel, path", [("sms", "html"), ("email", "letter.pdf")])
def test_a_message_of_another_channel_has_no_such_page(
    mailbox: MailboxStage, channel: Channel, path: str
) -> None:
    found = sent(channel=channel)
    mailbox.has(found)
    assert mailbox.client.get(f"/messages/{found.notification_id}/{path}").status_code == 404


def test_a_stack_that_does_not_answer_is_said(mailbox: MailboxStage) -> None:
    mailbox.other.answers.clear()
    mailbox.other.answers["GET /_ministack/ses/messages"] = Answered(500)
    answer: Any = mailbox.client.get("/")
    assert (answer.status_code, "starting or ending" in answer.text) == (503, True)
