"""``make purge-dead-letters``: it shows what it would delete, and deletes only what it shows."""

from __future__ import annotations

from typing import Any

from infra.account.dead_letters import purge
from infra.stage import Stage
from tests.infra.account.dead_letters.letters import event_id, held, send


def test_nothing_is_deleted_before_the_operator_is_sure(to: Stage, sqs: Any) -> None:
    send(sqs, to, "outbox", {"eventId": event_id(1)})
    line, what_to_do = purge.purged(to, "outbox", sqs, is_sure=False)
    assert line == event_id(1)
    assert what_to_do.endswith("make purge-dead-letters STAGE=dev QUEUE=outbox SURE=1")
    assert held(sqs, to, "outbox") == 1


def test_what_is_deleted_is_shown(to: Stage, sqs: Any) -> None:
    for number in range(12):
        send(sqs, to, "sweep", {"eventId": event_id(number)})
    *lines, end = purge.purged(to, "sweep", sqs, is_sure=True)
    assert sorted(lines) == [event_id(number) for number in range(12)]
    assert end == "12 messages of sweep are deleted, about 0 are left."
    assert held(sqs, to, "sweep") == 0


class Arrives:
    """SQS in which another dead letter arrives before the first one is deleted."""

    def __init__(self, sqs: Any, to: Stage) -> None:
        self._sqs, self._to = sqs, to

    def delete_message_batch(self, **given: Any) -> Any:
        send(self._sqs, self._to, "outbox", {"eventId": event_id(2)})
        return self._sqs.delete_message_batch(**given)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._sqs, name)


def test_a_dead_letter_that_arrives_meanwhile_stays(to: Stage, sqs: Any) -> None:
    send(sqs, to, "outbox", {"eventId": event_id(1)})
    assert purge.purged(to, "outbox", Arrives(sqs, to), is_sure=True)[0] == event_id(1)
    assert purge.purged(to, "outbox", sqs, is_sure=False)[0] == event_id(2)


def test_an_empty_queue_says_so(to: Stage, sqs: Any) -> None:
    assert purge.purged(to, "outbox", sqs, is_sure=True) == ["outbox has no dead letters."]
