"""Promise 4 for messages: planned once for each event and recipient, and sent once, or said to be a repeat.

Five hundred events reach the planning doubled and in any order, and every notification reaches several
senders, at times two at once. Commits and the provider are killed before and after they act, lose their
replies, and refuse. At the end each event has one plan, each message has left, and a copy has left only after
an attempt whose end no one knew, with words that say so. Without the mark of the plan, and without the stored
attempt, the same run is red.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from random import Random
from typing import Any

import pytest

from helsebro.errors import Conflict, Unavailable
from helsebro.events import Event
from helsebro.notifications.notification import Notification
from helsebro.occurrence import Occurrence
from helsebro_aws.notifications.dynamo_notifications import DynamoNotifications, first_event
from helsebro_aws.notifications.outgoing import NotSent, Rendered
from helsebro_aws.notifications.planning import Planning
from helsebro_aws.notifications.sending import LEASE, Sending
from helsebro_aws.outbox.redelivery import NotYet
from tests.builders.domain.notifications import CLAIM, NOON, addressee, cause, notification
from tests.builders.messages.memory_tables import MemoryTables
from tests.promises.test_crash import Killed, killed_once
from tests.suite.sizes import is_large

EVENTS = 20_000 if is_large() else 500
REPEAT = "again: "
EVERY = 5
"""One of so many calls is hit by some fault."""


class Fate:
    """Decides what happens to a call; the faults end, so that every run comes to its end."""

    def __init__(self, random: Random, faults: int) -> None:
        self.random, self.left = random, faults

    def of(self, *fates: str) -> str:
        """Returns one of the fates, or ``"well"``."""
        if not self.left or self.random.randrange(EVERY):
            return "well"
        self.left -= 1
        return self.random.choice(fates)


class FaultyTables(MemoryTables):
    """Commits that are killed before or after they are stored, or whose reply is lost."""

    def __init__(self, fate: Fate) -> None:
        super().__init__()
        self.fate = fate

    def commit(self, operations: Sequence[Any], *, events: Sequence[Event] = ()) -> None:
        fate = self.fate.of("killed-before", "killed-after", "reply-lost", "refused")
        if fate == "killed-before":
            raise Killed
        if fate == "refused":
            raise Unavailable("busy")
        super().commit(operations, events=events)
        if fate == "killed-after":
            raise Killed
        if fate == "reply-lost":
            raise Unavailable


class Provider:
    """Keeps the texts that left, by notification, and how many of its answers never arrived."""

    def __init__(self, fate: Fate, meanwhile: Callable[[Notification], None]) -> None:
        self.fate, self.meanwhile = fate, meanwhile
        self.texts: dict[str, list[str]] = {}
        self.unheard = Counter[str]()

    def send(self, sent: Notification, rendered: Rendered, _: object, /) -> str:
        fate = self.fate.of("killed-before", "killed-after", "reply-lost", "refused", "two-at-once")
        if fate == "killed-before":
            raise Killed
        if fate == "refused":
            raise NotSent("TooManyRequestsException")
        if fate == "two-at-once":
            self.meanwhile(sent)
        self.texts.setdefault(sent.notification_id, []).append(rendered.text)
        if fate in ("killed-after", "reply-lost"):
            self.unheard[sent.notification_id] += 1
            raise Killed if fate == "killed-after" else TimeoutError
        return f"provider-{len(self.texts)}"


class Holding:
    """Facts without variables that always hold, and one recipient for everything."""

    def of(self, *_: object, **__: object) -> Any:
        return {}

    def hold(self, _: Notification) -> bool:
        return True

    def as_it_stands(self, notification: Notification) -> Notification:
        return notification

    def may_be_told(self, *_: object) -> bool:
        return True


class Anna:
    """The one recipient."""

    def every(self, *_: object) -> Any:
        return [addressee()]


class Run:
    """The queues and the workers of one run."""

    def __init__(self, seed: int, notifications: Callable[[Any], DynamoNotifications]) -> None:
        self.random = Random(seed)
        self.at = NOON
        fate = Fate(self.random, faults=EVENTS * 2)
        self.tables = FaultyTables(fate)
        self.provider = Provider(fate, self.at_once)
        stored, facts, anna = notifications(self.tables), Holding(), Anna()
        any_facts: Any = facts
        any_recipients: Any = anna
        self.planning = Planning(any_recipients, any_facts, stored)
        self.sending = Sending(
            any_facts, {"email": self.provider}, rendered, stored, real_now=self.now, now=self.now
        )

    def now(self) -> datetime:
        return self.at

    def at_once(self, sent: Notification) -> None:
        """A second worker gets the message while the first is at the provider."""
        with pytest.raises(NotYet):
            self.sending.run(sent.payer, sent.case_id, sent.notification_id)

    def whole(self) -> Run:
        """Handles every event, twice, and every message until none comes again."""
        causes = [cause(event_id=f"evt_{number}") for number in range(EVENTS)]
        self._drain([*causes, *causes], self.planning.run)
        planned = [as_cause(event) for event in self.tables.events]
        self._drain([*planned, *planned], self._send)
        return self

    def _send(self, planned: Occurrence) -> None:
        self.sending.run(planned.payer, planned.case_id, planned.data["notificationId"])

    def _drain(self, messages: list[Occurrence], handle: Callable[[Occurrence], object]) -> None:
        while messages:
            self.random.shuffle(messages)
            again = []
            for message in messages:
                try:
                    handle(message)
                except (Killed, NotYet, Unavailable, Conflict, TimeoutError):
                    again.append(message)
            messages, self.at = again, self.at + LEASE + timedelta(seconds=1)

    @property
    def stored(self) -> list[dict[str, Any]]:
        return [item for (_, sk), item in self.tables.items.items() if sk.startswith("NOTIFICATION#")]

    @property
    def silent_copies(self) -> int:
        """The messages that came more than once without a word about it."""
        return sum(
            not text.startswith(REPEAT) for texts in self.provider.texts.values() for text in texts[1:]
        )


def rendered(sent: Notification) -> Rendered:
    text = f"{REPEAT if sent.repeats else ''}Hello"
    return Rendered("subject", text, text, text)


def as_cause(event: Event) -> Occurrence:
    return Occurrence(event.event_id, event.type, event.at, event.payer, event.data)


@pytest.mark.parametrize("seed", range(3))
def test_each_event_is_planned_once_and_no_message_is_repeated_in_silence(seed: int) -> None:
    run = Run(seed, DynamoNotifications).whole()
    assert len(run.stored) == EVENTS
    assert {item["state"] for item in run.stored} == {"sent"}
    assert len(run.provider.texts) == EVENTS
    assert run.silent_copies == 0
    for item in run.stored:
        unknown = [each for each in item["attempts"] if not each["providerId"] and not each["fault"]]
        assert len(run.provider.texts[item["notificationId"]]) <= 1 + len(unknown)
    # The faults were there: some answers of the provider never arrived, and some messages came twice.
    assert len(run.provider.unheard) > EVENTS / 50
    copies = {sent for sent, texts in run.provider.texts.items() if len(texts) > 1}
    assert len(copies) > EVENTS / 50


def test_a_message_whose_every_end_is_known_is_sent_once() -> None:
    run = Run(0, DynamoNotifications)
    run.provider.fate = Fate(run.random, 0)
    run.tables.fate = Fate(run.random, 0)
    run.whole()
    assert Counter(len(texts) for texts in run.provider.texts.values()) == {1: EVENTS}
    assert not any(text.startswith(REPEAT) for texts in run.provider.texts.values() for text in texts)


def test_control_without_the_mark_of_the_plan_a_doubled_event_is_planned_twice() -> None:
    class WithoutMark(DynamoNotifications):
        """Stores each plan under an id of its own."""

        made = 0

        def plan(self, _: Occurrence, __: str, notifications: Sequence[Notification]) -> bool:
            self.made += 1
            made = [replace(each, notification_id=f"ntf_{self.made}") for each in notifications]
            self.tables.commit(
                [self.creation(each) for each in made], events=[first_event(each) for each in made]
            )
            return True

    assert len(Run(0, WithoutMark).whole().stored) > EVENTS


def test_control_without_the_stored_attempt_copies_come_in_silence() -> None:
    class Forgetful(DynamoNotifications):
        """Does not store that an attempt has begun."""

        def find(self, payer: str, case_id: str, notification_id: str) -> Notification:
            found = super().find(payer, case_id, notification_id)
            return replace(found, state="planned") if found.state == "sending" else found

    class NoSecondWorker(Run):
        def at_once(self, sent: Notification) -> None:
            assert sent.state == "sending"

    assert NoSecondWorker(0, Forgetful).whole().silent_copies > EVENTS / 50


STEPS = [
    ("notifications", "find", "before"),
    ("notifications", "change", "before"),
    ("notifications", "change", "after"),
    ("outlet", "send", "before"),
    ("outlet", "send", "after"),
]


@pytest.mark.usefixtures("aws")
@pytest.mark.parametrize("part, method, moment", STEPS)
def test_a_killed_step_of_the_sending_leaves_one_message_or_one_that_says_it_is_a_repeat(
    part: str, method: str, moment: str
) -> None:
    stored, provider = DynamoNotifications(), Provider(Fate(Random(0), 0), lambda _: None)
    sent = notification()
    stored.tables.commit([stored.creation(sent)])
    times = iter([NOON, NOON + LEASE, NOON + LEASE, NOON + LEASE * 2])
    whole = Sending(
        facts(), {"email": provider}, rendered, stored, real_now=lambda: next(times), now=lambda: NOON
    )
    parts: dict[str, Any] = {
        "notifications": {"notifications": killed_once(stored, method, moment)},
        "outlet": {"outlets": {"email": killed_once(provider, method, moment)}},
    }
    with pytest.raises(Killed):
        replace(whole, **parts[part]).run("tryg", CLAIM, sent.notification_id)
    later = replace(whole, real_now=lambda: NOON + LEASE)
    later.run("tryg", CLAIM, sent.notification_id)
    assert later.run("tryg", CLAIM, sent.notification_id) == "sent-before"
    [texts] = provider.texts.values()
    assert [text.startswith(REPEAT) for text in texts[1:]] == [True] * (len(texts) - 1)
    assert len(texts) == (2 if (part, moment) == ("outlet", "after") else 1)


def at_noon() -> datetime:
    return NOON


def facts() -> Any:
    """Facts that always hold."""
    return Holding()
