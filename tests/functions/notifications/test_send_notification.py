from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from helsebro.notifications.notification import Notification
from helsebro_aws.dynamodb.tables import tables
from helsebro_aws.notifications.dynamo_notifications import DynamoNotifications
from helsebro_aws.platform import clock
from tests.builders.claims import outbox_rows
from tests.builders.domain.notifications import notification
from tests.builders.messages import mailbox
from tests.builders.messages.notifications import notifications_in, notify, now, send, stored
from tests.builders.network import Stage, act, book, guarantee_of
from tests.builders.policies import insured_of, payer_of, policy_of

SENDER = "no-reply@helsebro.example"


@pytest.fixture(autouse=True)
def _payer(aws: dict[str, Any]) -> None:
    assert aws
    payer_of("tryg")
    mailbox.opened(SENDER)


def planned(**changes: Any) -> Notification:
    """Stores a notification that is planned now."""
    return stored(notification(planned_at=clock.now(), **changes))


def test_a_planned_mail_is_sent_with_the_providers_id_and_a_digest_of_what_was_sent() -> None:
    sent = planned()
    assert send(sent) == []
    [mail] = mailbox.mails()
    assert mail.to == "anna@example.org"
    assert f"https://portal.example/cases/{sent.case_id}" in mail.body
    after = now(sent)
    assert (after.state, len(after.digest), after.repeats) == ("sent", 64, False)
    assert [len(attempt.provider_id) > 8 for attempt in after.attempts] == [True]
    assert tables.query("cases", "waiting#notification.planned", listing=True).items == []


def test_a_doubled_message_sends_nothing_more() -> None:
    sent = planned()
    assert [send(sent, sent), send(sent)] == [[], []]
    assert len(mailbox.mails()) == 1


def test_an_attempt_whose_end_is_unknown_is_repeated_with_words_that_say_so() -> None:
    sent = planned()
    long_ago = clock.real_now() - timedelta(hours=1)
    DynamoNotifications().change(sent, sent.sending(long_ago))
    assert send(sent) == []
    [mail] = mailbox.mails()
    assert "allerede" in mail.body
    assert now(sent).repeats


def test_an_attempt_that_may_still_run_is_left_alone() -> None:
    sent = planned()
    DynamoNotifications().change(sent, sent.sending(clock.real_now()))
    assert send(sent) == ["0"]
    assert mailbox.mails() == []


def test_an_sms_is_sent_to_the_number() -> None:
    sent = planned(channel="sms", address="+4520123456")
    send(sent)
    assert [text.to for text in mailbox.texts()] == ["+4520123456"]
    assert now(sent).state == "sent"


def test_a_number_that_is_none_bounces_with_an_event_and_is_never_sent(aws: dict[str, Any]) -> None:
    sent = planned(channel="sms", address="12")
    assert send(sent) == []
    after = now(sent)
    assert (after.state, after.attempts[-1].fault) == ("bounced", "not-a-number")
    [row] = outbox_rows(aws, "notification.bounced")
    assert "12" not in row["data"]["M"].values()
    assert mailbox.texts() == []


def test_an_sms_of_the_night_waits_and_is_listed_for_the_morning() -> None:
    tomorrow = clock.now() + timedelta(hours=9)
    sent = planned(channel="sms", address="+4520123456", not_before=tomorrow)
    assert send(sent) == []
    assert (now(sent).state, mailbox.texts()) == ("planned", [])
    [listed] = tables.query("cases", "waiting#notification.planned", listing=True).items
    assert datetime.fromisoformat(listed["listSk"].partition("#")[0]) == tomorrow - timedelta(minutes=15)


def test_a_session_that_was_cancelled_meanwhile_is_not_confirmed(stage: Stage, aws: dict[str, Any]) -> None:
    insured_of(policy_of("tryg"), email="anna@example.org")
    guarantee, slot_id = guarantee_of(), stage.free_slot()
    booking_id = book(guarantee, slot_id).body["bookingId"]
    notify("booking.created", bookingId=booking_id, claimId=guarantee.claim_id, slotId=slot_id)
    act(booking_id, "cancel")
    [waiting] = notifications_in(aws)
    send(waiting)
    assert (now(waiting).state, mailbox.mails()) == ("withdrawn", [])


def test_a_message_to_a_clinic_carries_the_platforms_name(stage: Stage) -> None:
    sent = planned(payer="", case_id=stage.clinic_id, kind="webhook-disabled", recipient=stage.clinic_id)
    send(sent)
    assert "Helsebro" in mailbox.mails()[0].body


def test_a_refused_mail_stays_planned_and_comes_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HELSEBRO_MAIL_FROM", "unverified@other.example")
    sent = planned()
    assert send(sent) == ["0"]
    after = now(sent)
    assert (after.state, after.attempts[-1].fault) == ("planned", "MessageRejected")
    monkeypatch.setenv("HELSEBRO_MAIL_FROM", SENDER)
    assert send(sent) == []
    assert not now(sent).repeats
