from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from helsebro.notifications.notification import Notification
from helsebro_aws.notifications.dynamo_notifications import DynamoNotifications
from helsebro_aws.notifications.outgoing import NotSent, Rendered, Undeliverable
from helsebro_aws.notifications.sending import PATIENCE, Sending
from helsebro_aws.outbox.redelivery import NotYet
from tests.builders.domain.notifications import CLAIM, NOON, notification
from tests.builders.messages.memory_tables import MemoryTables
from tests.suite.log_lines import log_lines

WORDS = Rendered("Subject", "Text", "Html", "SMS")


class Answering:
    """A provider that raises, or answers with an id."""

    def __init__(self, fault: Exception | None = None) -> None:
        self.fault, self.sent = fault, list[Notification]()

    def send(self, sent: Notification, *_: object) -> str:
        self.sent.append(sent)
        if self.fault:
            raise self.fault
        return "m-1"


class Holds:
    """Facts that always hold."""

    def hold(self, _: Notification) -> bool:
        return True

    def as_it_stands(self, planned: Notification) -> Notification:
        return planned


class Desk:
    """One planned e-mail, and a worker that sends it."""

    def __init__(self, provider: Any, render: Callable[[Notification], Rendered] = lambda _: WORDS) -> None:
        tables: Any = MemoryTables()
        facts: Any = Holds()
        self.events = tables.events
        self.planned = notification()
        self.stored = DynamoNotifications(tables)
        tables.commit([self.stored.creation(self.planned)])
        self.worker = Sending(facts, {"email": provider}, render, self.stored, real_now=at_noon, now=at_noon)

    def run(self, **changes: Any) -> str:
        return replace(self.worker, **changes).run("tryg", CLAIM, self.planned.notification_id)

    @property
    def now(self) -> Notification:
        return self.stored.find("tryg", CLAIM, self.planned.notification_id)


def at_noon() -> datetime:
    return NOON


def test_a_refused_message_stays_planned_and_the_next_attempt_is_no_repeat() -> None:
    desk, provider = Desk(Answering(NotSent("Throttling"))), Answering()
    with pytest.raises(NotYet):
        desk.run()
    assert (desk.now.state, desk.now.attempts[0].fault) == ("planned", "Throttling")
    assert desk.run(outlets={"email": provider}) == "sent"
    assert [sent.repeats for sent in provider.sent] == [False]


@pytest.mark.parametrize("later, state", [(timedelta(), "planned"), (timedelta(seconds=1), "bounced")])
def test_what_is_refused_for_three_days_goes_another_way(later: timedelta, state: str) -> None:
    desk = Desk(Answering(NotSent("SendingPausedException")))
    try:
        desk.run(now=lambda: NOON + PATIENCE + later)
    except NotYet:
        assert state == "planned"
    assert desk.now.state == state
    assert [event.type for event in desk.events] == ["notification.bounced"] * (state == "bounced")


def test_a_refusal_is_logged_with_its_code_and_not_the_address() -> None:
    desk = Desk(Answering(NotSent("MessageRejected")))
    with log_lines() as lines, pytest.raises(NotYet):
        desk.run()
    logged = lines.getvalue()
    assert '"level":"ERROR"' in logged
    assert '"code":"MessageRejected"' in logged
    assert desk.planned.notification_id in logged
    assert desk.planned.address not in logged


@pytest.mark.parametrize(
    "said, kept",
    [
        ("RECIPIENT.UNKNOWN-1", "RECIPIENT.UNKNOWN-1"),
        ("404", "404"),
        ("", "no-code"),
        ("0101801234", "no-code"),
        ("unknown:0101801234", "no-code"),
        ("No mailbox for Anna Holm", "no-code"),
        ("x" * 61, "no-code"),
    ],
)
def test_of_what_a_provider_says_only_a_code_is_kept(said: str, kept: str) -> None:
    desk = Desk(Answering(Undeliverable(said)))
    assert desk.run() == "bounced"
    assert desk.now.attempts[0].fault == kept


def test_an_address_that_is_none_bounces_and_keeps_the_code_alone() -> None:
    desk = Desk(Answering(Undeliverable("InvalidParameter")))
    assert desk.run() == "bounced"
    assert (desk.now.state, desk.now.attempts[0].fault) == ("bounced", "InvalidParameter")
    assert desk.run() == "sent-before"


def test_a_fault_before_the_provider_is_called_is_no_attempt() -> None:
    def broken(_: Notification) -> Rendered:
        raise KeyError("template")

    for desk in (Desk(Answering(), broken), Desk(Answering())):
        changes: dict[str, Any] = {} if desk.worker.render is broken else {"outlets": {}}
        with pytest.raises(KeyError):
            desk.run(**changes)
        assert (desk.now.state, desk.now.attempts) == ("planned", ())


def test_what_no_longer_holds_is_withdrawn_and_never_rendered() -> None:
    class Outdated(Holds):
        def hold(self, _: Notification) -> bool:
            return False

    desk = Desk(Answering())
    assert desk.run(facts=Outdated()) == "withdrawn"
    assert desk.now.state == "withdrawn"
    assert desk.run() == "sent-before"


def test_a_message_says_what_stands_when_it_leaves() -> None:
    class Newer(Holds):
        def as_it_stands(self, planned: Notification) -> Notification:
            return replace(planned, variables={"begin": "2026-12-24"})

    desk = Desk(provider := Answering())
    assert desk.run(facts=Newer()) == "sent"
    assert [sent.variables for sent in provider.sent] == [{"begin": "2026-12-24"}]


def test_a_worker_that_lost_the_race_comes_again_and_sends_nothing() -> None:
    provider = Answering()
    desk = Desk(provider)

    class Overtaken(DynamoNotifications):
        def change(self, before: Notification, after: Notification, events: Any = ()) -> None:
            if after.state == "sending":
                super().change(before, before.sending(NOON))
            super().change(before, after, events)

    with pytest.raises(NotYet):
        desk.run(notifications=Overtaken(desk.stored.tables))
    assert provider.sent == []
