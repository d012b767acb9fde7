"""``make redrive``: dead letters go back into the queue that they came from."""

from __future__ import annotations

from typing import Any

import pytest

from infra.account.dead_letters import redrive
from infra.account.dead_letters.dead_letter_queue import UnknownQueue
from infra.stage import LOCAL, Stage, stage
from tests.infra.account.dead_letters.letters import event_id, held, send
from tests.infra.template import Template


class Moves:
    """SQS that notes what is moved, which the stand-in for an account cannot do."""

    def __init__(self, sqs: Any) -> None:
        self._sqs, self.moved = sqs, list[str]()

    def start_message_move_task(self, *, SourceArn: str) -> None:  # noqa: N803 - the name of the API
        self.moved.append(SourceArn.rpartition(":")[2])

    def __getattr__(self, name: str) -> Any:
        return getattr(self._sqs, name)


def test_only_queues_that_hold_dead_letters_are_listed_with_what_to_do(to: Stage, sqs: Any) -> None:
    for queue in ("invoices", "invoices", "outbox", "sweep"):
        send(sqs, to, queue, {})
    invoices, outbox, sweep = redrive.listed(to, sqs)
    assert invoices.split() == ["invoices", "2", "make", "redrive", "STAGE=dev", "QUEUE=invoices"]
    assert "make republish STAGE=dev EVENTS=…" in outbox
    assert "the next run does the work" in sweep
    for line in (outbox, sweep):
        assert "make purge-dead-letters STAGE=dev QUEUE=" in line


def test_a_stage_without_dead_letters_says_so(sqs: Any) -> None:
    other = stage("test", "eu-north-1")
    assert redrive.listed(other, sqs) == ["test has no dead letters."]


def test_the_dead_letters_of_a_consumer_go_back(to: Stage, sqs: Any) -> None:
    for _ in range(2):
        send(sqs, to, "invoices", {})
    noted = Moves(sqs)
    assert redrive.move_back(to, "invoices", noted) == 2
    assert noted.moved == ["helsebro-dev-invoices-dead"]


def test_a_queue_without_dead_letters_is_left_alone(to: Stage, sqs: Any) -> None:
    noted = Moves(sqs)
    assert redrive.move_back(to, "webhooks", noted) == 0
    assert noted.moved == []


@pytest.mark.parametrize("name", ["outbox", "undelivered", "sweep"])
def test_dead_letters_without_a_queue_to_go_back_to_are_an_error_that_says_what_to_do(
    name: str, to: Stage, sqs: Any
) -> None:
    noted = Moves(sqs)
    send(sqs, to, name, {})
    with pytest.raises(redrive.CannotGoBack, match=f"make purge-dead-letters STAGE=dev QUEUE={name}"):
        redrive.move_back(to, name, noted)
    assert noted.moved == []


def test_an_unknown_queue_is_an_error_that_lists_the_queues(to: Stage, sqs: Any) -> None:
    for act in (redrive.move_back, redrive.shown):
        with pytest.raises(UnknownQueue, match="invoices, outbox, sweep, undelivered, webhooks"):
            act(to, "refunds", sqs)


def test_the_embedded_stack_says_that_it_cannot_move_messages(account: Any) -> None:
    local, client = Stage(LOCAL), account("sqs")
    for part in ("invoices", "invoices-dead"):
        client.create_queue(QueueName=local.named(part))
    send(client, local, "invoices", {})
    with pytest.raises(redrive.CannotGoBack, match="The embedded stack"):
        redrive.move_back(local, "invoices", client)


def test_the_events_of_a_queue_are_shown_by_id_and_type_and_never_their_data(to: Stage, sqs: Any) -> None:
    send(sqs, to, "outbox", {"eventId": event_id(1), "sequenceNumber": "7", "why": "a secret"})
    send(sqs, to, "outbox", {"eventId": event_id(2), "type": "claim.decided", "data": {"name": "secret"}})
    send(sqs, to, "outbox", {"eventId": "secret", "type": "010170-1234 secret"})
    send(sqs, to, "outbox", {"eventId": {"secret": 1}})
    send(sqs, to, "outbox", "secret")
    *lines, again = redrive.shown(to, "outbox", sqs)
    of_events = sorted(line for line in lines if line.startswith("evt_"))
    assert of_events == [event_id(1), f"{event_id(2)}  claim.decided"]
    others = [line for line in lines if line not in of_events]
    assert [line.rpartition(" ")[0] for line in others] == ["no event, message"] * 3
    assert "secret" not in " ".join(lines)
    assert sorted(again.partition("'")[2].strip("'").split()) == [event_id(1), event_id(2)]
    assert again.startswith("make republish STAGE=dev EVENTS='evt_")


REQUEST = "7f9c24e8-3b12-4fef-91e0-1234567890ab"
FIRST, LAST = "2026-11-28T12:00:00Z", "2026-11-28T12:00:07.123Z"


@pytest.mark.parametrize(
    "body, attributes, shown",
    [
        ({"eventId": event_id(1), "why": "failed-twice"}, {}, ["why=failed-twice"]),
        ({"eventId": event_id(1), "why": {"secret": 1}}, {}, []),
        (
            {
                "requestContext": {"condition": "RetriesExhausted", "requestId": REQUEST},
                "requestPayload": "secret",
            },
            {},
            ["condition=RetriesExhausted", f"requestId={REQUEST}"],
        ),
        (
            {
                "DDBStreamBatchInfo": {
                    "approximateArrivalOfFirstRecord": FIRST,
                    "approximateArrivalOfLastRecord": LAST,
                }
            },
            {},
            [f"approximateArrivalOfFirstRecord={FIRST}", f"approximateArrivalOfLastRecord={LAST}"],
        ),
        (
            {"eventId": event_id(1)},
            {
                "RULE_ARN": "arn:aws:events:eu-north-1:1:rule/helsebro-dev-events/to-invoices",
                "TARGET_ARN": "arn:aws:sqs:eu-north-1:1:helsebro-dev-invoices",
                "ERROR_CODE": "NO_PERMISSIONS",
                "ERROR_MESSAGE": "secret",
            },
            ["RULE_ARN=to-invoices", "TARGET_ARN=helsebro-dev-invoices", "ERROR_CODE=NO_PERMISSIONS"],
        ),
    ],
)
def test_a_message_is_shown_with_why_it_is_there(
    body: Any, attributes: dict[str, str], shown: list[str], to: Stage, sqs: Any
) -> None:
    send(sqs, to, "outbox", body, attributes)
    line = redrive.shown(to, "outbox", sqs)[0]
    assert [part for part in line.split() if "=" in part] == shown
    assert "secret" not in line


def test_a_queue_that_was_shown_still_holds_every_message(to: Stage, sqs: Any) -> None:
    for number in range(23):
        send(sqs, to, "outbox", {"eventId": event_id(number)})
    assert len(redrive.shown(to, "outbox", sqs)) == 24
    assert held(sqs, to, "outbox") == 23


def test_only_so_many_messages_are_shown(to: Stage, sqs: Any) -> None:
    for number in range(205):
        send(sqs, to, "undelivered", {"eventId": event_id(number)})
    *lines, bounded, _ = redrive.shown(to, "undelivered", sqs)
    assert len(lines) == 200
    assert "there may be more" in bounded


def test_a_queue_that_holds_nothing_says_so(to: Stage, sqs: Any) -> None:
    assert redrive.shown(to, "outbox", sqs) == ["outbox has no dead letters."]


def test_a_dead_letter_queue_has_a_source_exactly_when_a_queue_has_its_name(template: Template) -> None:
    """The rule by which the command finds it: SQS moves messages only back to a source."""
    queues = template.of_type("AWS::SQS::Queue")
    names = {logical: body["QueueName"] for logical, body in queues.items()}
    with_policy = {names[name] for name, body in queues.items() if "RedrivePolicy" in body}
    dead = {name.removesuffix("-dead") for name in names.values() if name.endswith("-dead")}
    assert {name for name in dead if name in names.values()} == with_policy
    assert dead - with_policy >= {"helsebro-prod-outbox", "helsebro-prod-undelivered", "helsebro-prod-sweep"}
