from __future__ import annotations

import json
import os
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from functions.notifications.send_notification.handler import sending
from functions.notifications.unsubscribe.handler import handler as unsubscribe

from helsebro.ids import PersonId
from helsebro.notifications.channel import Choice
from helsebro.notifications.kinds import KINDS
from helsebro.notifications.notification import Notification
from helsebro.notifications.preferences import CHOSEN_BY_MEMBERS, choice_of
from helsebro.notifications.variables import checked
from helsebro_aws.dynamodb.tables import tables
from helsebro_aws.notifications.dynamo_contacts import DynamoContacts
from helsebro_aws.notifications.dynamo_notifications import DynamoNotifications
from helsebro_aws.platform import clock, field_encryption
from local.notifications.demo import VALUES
from tests.builders.calls import ask, event
from tests.builders.claims import claim_of, outbox_rows
from tests.builders.domain.notifications import notification
from tests.builders.messages import mailbox
from tests.builders.messages.notifications import notifications_in, notify, now, send, stored
from tests.builders.network import Stage, act, book, guarantee_of
from tests.builders.policies import insured_of, payer_of, policy_of
from tests.suite.failing_service import Asked, failing

SENDER = "no-reply@helsebro.example"
LONGEST_HEADER = 995
"""Characters that SES takes as the value of a header (``MessageHeader``)."""


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


def held(person_id: PersonId, **changes: Any) -> Notification:
    """Stores an SMS that waited for the morning."""
    return planned(
        channel="sms",
        address="+4520304050",
        recipient=person_id,
        not_before=datetime(2026, 11, 21, 7, tzinfo=UTC),
        **{"kind": "question-asked", "case_id": changes.get("case_id") or claim_of(), **changes},
    )


@pytest.fixture
def anna() -> PersonId:
    return insured_of(policy_of("tryg"), email="anna@example.org", phone="+45 20 30 40 50")


def leave(at: datetime, sms: Notification) -> str:
    """Sends it at an instant; returns the outcome."""
    run = replace(sending, now=lambda: at).run
    return run(sms.payer, sms.case_id, sms.notification_id)


BY_DAY, AT_NIGHT = datetime(2026, 11, 22, 11, tzinfo=UTC), datetime(2026, 11, 22, 22, tzinfo=UTC)


def test_an_sms_that_waited_goes_to_the_number_of_today(anna: PersonId) -> None:
    sms = held(anna)
    contacts = DynamoContacts()
    before = contacts.current(anna)
    after = before.changed(replace(before, phone="+4520999999"), clock.now())
    contacts.change(before, after, "tryg")
    assert leave(BY_DAY, sms) == "sent"
    assert [text.to for text in mailbox.texts()] == ["+4520999999"]
    assert now(sms).address == "+4520999999"


@pytest.mark.parametrize(
    ("kind", "choice", "outcome"),
    [
        ("question-asked", Choice(email=True, sms=False), "bounced"),
        ("session-reminder", Choice(email=False), "withdrawn"),
        ("question-asked", Choice(email=True, sms=True), "sent"),
    ],
)
def test_an_sms_that_waited_leaves_only_if_it_is_still_wanted(
    anna: PersonId, kind: str, choice: Choice, outcome: str
) -> None:
    variables = {"starts": "2026-11-24T10:00"} if kind == "session-reminder" else {}
    sms = held(anna, kind=kind, variables=variables)
    contacts = DynamoContacts()
    before = contacts.current(anna)
    contacts.choose(before, before.choosing({kind: choice}), "tryg")
    assert leave(BY_DAY, sms) == outcome
    assert len(mailbox.texts()) == (outcome == "sent")


def test_what_staff_sent_by_sms_leaves_whatever_the_person_has_chosen(anna: PersonId) -> None:
    sms = held(anna, instead_of="ntf_a")
    contacts = DynamoContacts()
    before = contacts.current(anna)
    contacts.choose(before, before.choosing({sms.kind: Choice(email=True)}), "tryg")
    assert leave(BY_DAY, sms) == "sent"


def test_an_sms_that_came_late_into_the_night_waits_for_the_next_morning(anna: PersonId) -> None:
    sms = held(anna)
    assert leave(AT_NIGHT, sms) == "waits"
    assert mailbox.texts() == []
    morning = datetime(2026, 11, 23, 7, tzinfo=UTC)
    assert now(sms).not_before == morning
    [listed] = tables.query("cases", "waiting#notification.planned", listing=True).items
    assert datetime.fromisoformat(listed["listSk"].partition("#")[0]) == morning - timedelta(minutes=15)
    assert leave(morning, sms) == "sent"


def test_an_sms_to_a_clinic_that_waited_for_the_morning_goes_to_its_number_of_today(stage: Stage) -> None:
    about = {"about": "gar_a2zt5pxlrqsc3dmk", "hours": "24"}
    sms = held(
        PersonId(stage.clinic_id),
        kind="client-matched",
        payer="",
        case_id=stage.clinic_id,
        variables=about,
    )
    assert leave(BY_DAY, sms) == "sent"
    assert now(sms).address == "+4570223344"
    # Sent or held once more, by the hour of this test: never refused.
    assert send(stored(replace(sms, notification_id="ntf_another"))) == []


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


def headers_of(kind: str, of: str, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Sends a mail of a kind to a person, and returns the headers that SES was asked to set."""
    asked: list[Any] = []

    def taken(request: Asked) -> None:
        if request.path.endswith("/outbound-emails"):
            asked.append(json.loads(request.body))

    variables = checked(KINDS[kind], {name: VALUES[name] for name in KINDS[kind].variables if name in VALUES})
    with failing(taken, os.environ["AWS_ENDPOINT_URL"]) as between:
        monkeypatch.setenv("AWS_ENDPOINT_URL", between.url)
        about = {"case_id": "prc_demo"} if KINDS[kind].recipient == "invited" else {}
        sent = planned(kind=kind, recipient=of, variables=variables, **about)
        assert (send(sent), now(sent).state) == ([], "sent")
    monkeypatch.undo()
    # The client that was made in between keeps the address of the server in between.
    field_encryption._sealer.cache_clear()
    [request] = asked
    return {each["Name"]: each["Value"] for each in request["Content"]["Simple"].get("Headers", [])}


def test_the_link_in_the_headers_of_a_mail_turns_its_kind_off(monkeypatch: pytest.MonkeyPatch) -> None:
    anna = insured_of(policy_of("tryg"), email="anna@example.org")
    headers = headers_of("session-booked", anna, monkeypatch)
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    link = re.fullmatch(r"<https://api\.example(/v1/unsubscribe\?token=[\w-]+)>", headers["List-Unsubscribe"])
    assert link
    assert len(headers["List-Unsubscribe"]) < LONGEST_HEADER
    as_mail_programs = {"content-type": "application/x-www-form-urlencoded"}
    call = event("POST", link[1], body="List-Unsubscribe=One-Click", headers=as_mail_programs, key=None)
    assert ask(unsubscribe, call).body["unsubscribed"] is True
    kept = DynamoContacts().current(anna)
    assert [kind for kind in CHOSEN_BY_MEMBERS if not choice_of(kept, KINDS[kind]).email] == [
        "session-booked"
    ]


@pytest.mark.parametrize("kind", [kind.kind for kind in KINDS.values() if not kind.may_be_off])
def test_a_mail_that_must_be_sent_has_no_link_to_turn_it_off(
    kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert headers_of(kind, "per_anna", monkeypatch) == {}


def test_only_what_no_law_or_contract_asks_for_may_be_turned_off() -> None:
    assert {kind.kind for kind in KINDS.values() if kind.may_be_off} == {
        "papers-missing",
        "document-rejected",
        "message-arrived",
        "guarantee-expiring",
        "consent-expiring",
        "clinic-consent-expiring",
        "general-consent-expiring",
        "contact-consent-expiring",
        "session-booked",
        "session-reminder",
        "waitlist-ended",
    }
    assert all(kind.recipient == "member" for kind in KINDS.values() if kind.may_be_off)
