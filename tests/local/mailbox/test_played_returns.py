"""What is played to come back is what the product reads: a report of SES, or of the staff about a letter."""

from __future__ import annotations

import json

import pytest

from helsebro.notifications.channel import Channel
from helsebro.notifications.notification import NotificationState
from helsebro.notifications.outcome.letter import letter_id_of
from helsebro_aws.notifications.returns.ses_events import receipt_in
from tests.builders.domain.sent_messages import PROVIDER_ID, sent
from tests.local.cli.loopback import Answered, Issuer
from tests.local.mailbox.stage import MailboxStage


@pytest.mark.parametrize(
    "outcome, result, address", [("bounce", "bounced", "bounced"), ("complaint", "complained", "complained")]
)
def test_a_played_report_is_one_that_the_product_reads(
    mailbox: MailboxStage, outcome: str, result: str, address: str
) -> None:
    found = sent()
    mailbox.has(found)
    answer = mailbox.client.post(f"/messages/{found.notification_id}/{outcome}")
    assert (answer.status_code, answer.headers["location"]) == (303, f"/#{found.notification_id}")
    [(queue, body)] = mailbox.items.messages
    receipt = receipt_in(json.loads(body))
    assert queue == "read-receipts"
    assert receipt is not None
    assert (receipt.result, receipt.address, receipt.provider_id) == (result, address, PROVIDER_ID)
    assert (receipt.payer, receipt.case_id, receipt.notification_id) == (
        found.payer,
        found.case_id,
        found.notification_id,
    )


def test_a_message_without_a_payer_is_reported_without_one(mailbox: MailboxStage) -> None:
    found = sent(payer="")
    mailbox.has(found)
    mailbox.client.post(f"/messages/{found.notification_id}/bounce")
    receipt = receipt_in(json.loads(mailbox.items.messages[0][1]))
    assert receipt is not None
    assert receipt.payer == ""


def test_a_letter_is_reported_as_returned_by_a_caseworker(mailbox: MailboxStage, issuer: Issuer) -> None:
    found = sent(channel="letter")
    letter_id = letter_id_of(found)
    mailbox.has(found)
    mailbox.items.kept["cases"].append(
        {"sk": "LETTER", "letterId": letter_id, "state": "posted", "version": 3}
    )
    mailbox.other.answers[f"POST /v1/letters/{letter_id}/state"] = Answered(200, {})
    assert mailbox.client.post(f"/messages/{found.notification_id}/return").status_code == 303
    asked = mailbox.other.asked[-1]
    assert (json.loads(asked.body), asked.headers["if-match"]) == ({"state": "returned"}, '"3"')
    assert any(b"sub=tryg-caseworker" in call.body for call in issuer.asked)


def test_a_queued_letter_is_reported_as_posted_before_it_comes_back(mailbox: MailboxStage) -> None:
    found = sent(channel="letter")
    letter_id = letter_id_of(found)
    mailbox.has(found)
    letter = {"sk": "LETTER", "letterId": letter_id, "state": "queued", "version": 1}
    mailbox.items.kept["cases"].append(letter)
    mailbox.other.answers[f"POST /v1/letters/{letter_id}/state"] = Answered(200, {})
    assert mailbox.client.post(f"/messages/{found.notification_id}/return").status_code == 303
    asked = [(json.loads(call.body), call.headers["if-match"]) for call in mailbox.other.asked[-2:]]
    assert asked == [({"state": "posted"}, '"1"'), ({"state": "returned"}, '"2"')]


def test_a_refusal_of_the_api_is_passed_on(mailbox: MailboxStage) -> None:
    found = sent(channel="letter")
    mailbox.has(found)
    mailbox.items.kept["cases"].append(
        {"sk": "LETTER", "letterId": letter_id_of(found), "state": "queued", "version": 1}
    )
    refusal = {"code": "letter-state-not-forward"}
    mailbox.other.answers[f"POST /v1/letters/{letter_id_of(found)}/state"] = Answered(409, refusal)
    answer = mailbox.client.post(f"/messages/{found.notification_id}/return")
    assert (answer.status_code, answer.json()) == (409, refusal)


@pytest.mark.parametrize(
    "channel, state, outcome",
    [
        ("email", "planned", "bounce"),
        ("email", "bounced", "bounce"),
        ("email", "sent", "return"),
        ("sms", "sent", "bounce"),
        ("letter", "sent", "complaint"),
    ],
)
def test_only_what_was_sent_can_come_back_and_only_as_its_channel_allows(
    mailbox: MailboxStage, channel: Channel, state: NotificationState, outcome: str
) -> None:
    found = sent(channel=channel, state=state)
    mailbox.has(found)
    path = f"/messages/{found.notification_id}/{outcome}"
    assert mailbox.client.post(path).status_code == 409
    assert f'action="{path}"' not in mailbox.client.get("/").text
    assert mailbox.items.messages == []


def test_a_button_is_shown_for_what_can_come_back(mailbox: MailboxStage) -> None:
    found = sent()
    mailbox.has(found)
    for outcome in ("bounce", "complaint"):
        assert f'action="/messages/{found.notification_id}/{outcome}"' in mailbox.client.get("/").text


@pytest.mark.parametrize("origin", ["https://stranger.example", "null"])
def test_a_page_of_another_site_may_play_nothing(mailbox: MailboxStage, origin: str) -> None:
    found = sent()
    mailbox.has(found)
    path = f"/messages/{found.notification_id}/bounce"
    assert mailbox.client.post(path, headers={"Origin": origin}).status_code == 403
    assert mailbox.items.messages == []
    assert mailbox.client.post(path, headers={"Origin": mailbox.url}).status_code == 303


@pytest.mark.parametrize("path", ["/messages/ntf_x/bounce", "/messages/ntf_x/else", "/x"])
def test_nothing_comes_back_of_an_unknown_message(mailbox: MailboxStage, path: str) -> None:
    assert mailbox.client.post(path).status_code == 404
