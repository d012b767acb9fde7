"""``make redrive``: dead letters go back into the queue that they came from."""

from __future__ import annotations

from typing import Any

import pytest

from infra.account import redrive
from infra.stage import Stage, stage


@pytest.fixture
def sqs(to: Stage, account: Any) -> Any:
    """Returns SQS with the queues of two stages, and two dead letters of invoices in one of them."""
    client = account("sqs")
    for part in ("invoices", "invoices-dead", "webhooks", "webhooks-dead", "undelivered-dead", "outbox-dead"):
        client.create_queue(QueueName=to.named(part))
        client.create_queue(QueueName=stage("test", "eu-north-1").named(part))
    for part in ("invoices-dead", "invoices-dead", "outbox-dead"):
        client.send_message(QueueUrl=url(client, to, part), MessageBody="{}")
    return client


def url(sqs: Any, to: Stage, part: str) -> str:
    return str(sqs.get_queue_url(QueueName=to.named(part))["QueueUrl"])


def test_only_queues_that_hold_dead_letters_are_listed_with_what_to_do(to: Stage, sqs: Any) -> None:
    invoices, outbox = redrive.listed(to, sqs)
    assert invoices.split() == ["invoices", "2", "make", "redrive", "STAGE=dev", "QUEUE=invoices"]
    assert "make republish EVENTS=…" in outbox


def test_a_stage_without_dead_letters_says_so(sqs: Any) -> None:
    other = stage("test", "eu-north-1")
    assert redrive.listed(other, sqs) == ["test has no dead letters."]


class Moves:
    """SQS that notes what is moved, which the stand-in for an account cannot do."""

    def __init__(self, sqs: Any) -> None:
        self._sqs, self.moved = sqs, list[str]()

    def start_message_move_task(self, *, SourceArn: str) -> None:  # noqa: N803 - the name of the API
        self.moved.append(SourceArn.rpartition(":")[2])

    def __getattr__(self, name: str) -> Any:
        return getattr(self._sqs, name)


def test_the_dead_letters_of_a_consumer_go_back(to: Stage, sqs: Any) -> None:
    noted = Moves(sqs)
    assert redrive.move_back(to, "invoices", noted) == 2
    assert noted.moved == ["helsebro-dev-invoices-dead"]


def test_a_queue_without_dead_letters_is_left_alone(to: Stage, sqs: Any) -> None:
    noted = Moves(sqs)
    assert redrive.move_back(to, "webhooks", noted) == 0
    assert noted.moved == []


@pytest.mark.parametrize(
    "name, words",
    [("refunds", "invoices, webhooks"), ("outbox", "make republish"), ("undelivered", "republish")],
)
def test_a_queue_that_cannot_be_redriven_is_an_error_that_says_what_to_do(
    name: str, words: str, to: Stage, sqs: Any
) -> None:
    with pytest.raises(redrive.UnknownQueue, match=words):
        redrive.move_back(to, name, sqs)
