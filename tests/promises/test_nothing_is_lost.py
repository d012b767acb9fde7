"""Promise 29: nothing is lost on AWS's own terms. Every consumer of the bus raises for an hour, or for four
minutes, and handles every event in the end.

SQS and Lambda are doubles in memory that act as AWS documents it, with the numbers of the template: a message
that failed is hidden, comes again, and after its last receive waits in the dead-letter queue, from where a
person sends it back once. The control invokes the function as EventBridge does by itself.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from aws_lambda_powertools.utilities.batch import process_partial_response
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord

from helsebro.ids import TaskId
from helsebro.tasks.task import Task
from helsebro_aws.deadlines.sweep import Sweep
from helsebro_aws.decisions.resumption import WorkflowResumption
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees
from helsebro_aws.guarantees.issue import GuaranteeIssue
from helsebro_aws.outbox.message_batch import MessageBatch
from helsebro_aws.outbox.outbox_row import BusEvent
from helsebro_aws.outbox.outbox_stream import Refusals
from infra.function_folders import function_folders
from local.stack import assembly
from tests.builders.calls import LambdaContext
from tests.builders.decisions import Waiting, approved, insured_anna
from tests.builders.events.messages import event_of
from tests.builders.extensions import paper_stub
from tests.infra.template import Template
from tests.suite.sizes import size

MESSAGES = size(100, 5_000)
FOUR_MINUTES, AN_HOUR = 4 * 60, 60 * 60
STEP = 10
"""The seconds between two looks of Lambda at the queue."""
Message = Mapping[str, Any]
Consume = Callable[[list[Message]], set[str]]
"""Handles a batch and returns the ids of the messages that must come again."""


@dataclass
class Waits:
    """A message in a queue: how often it was received, and when it can be seen."""

    message: Message
    visible_at: int
    received: int = 0


@dataclass
class QueueDouble:
    """A queue with its dead-letter queue, read by a function."""

    hidden_for: int
    receives: int
    batch: int
    waiting: list[Waits] = field(default_factory=list)
    dead: list[Message] = field(default_factory=list)

    def send(self, message: Message, at: int) -> None:
        """Takes a message."""
        self.waiting.append(Waits(message, at))

    def run(self, consume: Consume, at: int) -> None:
        """Lets the function read what is visible at this second."""
        visible = [each for each in self.waiting if each.visible_at <= at]
        for start in range(0, len(visible), self.batch):
            read = visible[start : start + self.batch]
            again = consume([each.message for each in read])
            for each in read:
                each.received += 1
                each.visible_at = at + self.hidden_for
                failed = each.message["eventId"] in again
                if failed and each.received >= self.receives:
                    self.dead.append(each.message)
                if not failed or each.received >= self.receives:
                    self.waiting.remove(each)

    def redrive(self, at: int) -> None:
        """Sends the dead letters back, as a person does once the fault has passed."""
        for message in self.dead:
            self.send(message, at)
        self.dead = []


@dataclass
class AsynchronousInvoke:
    """A function that EventBridge invokes itself: three attempts in three minutes, then the event is gone."""

    pauses = (0, 60, 180)
    calls: list[tuple[int, int, Message]] = field(default_factory=list)
    dropped: list[Message] = field(default_factory=list)

    def send(self, message: Message, at: int) -> None:
        """Invokes the function, which answers EventBridge at once that the event was taken."""
        self.calls.append((at, 1, message))

    def run(self, consume: Consume, at: int) -> None:
        """Runs the attempts that are due at this second."""
        due = [call for call in self.calls if call[0] <= at]
        for call in due:
            self.calls.remove(call)
            _, attempt, message = call
            if not consume([message]):
                continue
            if attempt == len(self.pauses):
                self.dropped.append(message)
            else:
                pause = self.pauses[attempt] - self.pauses[attempt - 1]
                self.calls.append((at + pause, attempt + 1, message))


@dataclass
class FaultyConsumer:
    """Our batch code around work that raises until a second, and then counts each event."""

    raises_until: int
    work: Callable[[Message], None] | None = None
    now: int = 0
    done: dict[str, int] = field(default_factory=dict)

    def __call__(self, messages: list[Message]) -> set[str]:
        records = [
            {"messageId": each["eventId"], "body": json.dumps(each), "eventSource": "aws:sqs"}
            for each in messages
        ]
        answer = process_partial_response(
            {"Records": records},
            self._handle,
            MessageBatch(),
            LambdaContext(),  # type: ignore[arg-type]
        )
        return {str(failure["itemIdentifier"]) for failure in answer["batchItemFailures"]}

    def _handle(self, record: SQSRecord) -> None:
        if self.now < self.raises_until:
            raise ConnectionError
        event = json.loads(record.body)
        if self.work:
            self.work(event)
        self.done[event["eventId"]] = self.done.get(event["eventId"], 0) + 1


def played(to: QueueDouble | AsynchronousInvoke, consumer: FaultyConsumer, seconds: int) -> None:
    """Lets the time pass in which the function runs."""
    for second in range(consumer.now, consumer.now + seconds, STEP):
        consumer.now = second
        to.run(consumer, second)
    consumer.now += STEP


def sent(to: QueueDouble | AsynchronousInvoke, within: int) -> list[Message]:
    """Sends all messages, evenly within these seconds."""
    messages: list[Message] = [
        {**event_of("some.event"), "eventId": f"evt_{number}"} for number in range(MESSAGES)
    ]
    for number, message in enumerate(messages):
        to.send(message, number * within // MESSAGES)
    return messages


@pytest.fixture
def consumers() -> dict[str, QueueDouble]:
    """Function → its queue, for every function that reads a queue of the bus in the template."""
    template = Template.of_stacks(assembly.of_stage("prod").templates)
    fed = {
        template.referred(target["Arn"])
        for rule in template.of_type("AWS::Events::Rule").values()
        for target in rule["Targets"]
        if "EventPattern" in rule
    }
    queues = template.of_type("AWS::SQS::Queue")
    return {
        template.behind(mapping["FunctionName"]): QueueDouble(
            hidden_for=queues[name]["VisibilityTimeout"],
            receives=queues[name]["RedrivePolicy"]["maxReceiveCount"],
            batch=mapping["BatchSize"],
        )
        for mapping in template.mappings("sqs")
        if (name := template.referred(mapping["EventSourceArn"])) in fed
    }


def test_every_consumer_reports_the_messages_that_must_come_again(consumers: dict[str, QueueDouble]) -> None:
    assert {"resume_workflow", "check_upload", "validate_invoice", "deliver_webhook"} <= set(consumers)
    for name in consumers:
        code = (function_folders()[name] / "handler.py").read_text()
        assert "MessageBatch()" in code or "batchItemFailures" in code, name


def test_a_consumer_that_raises_for_an_hour_loses_nothing_after_one_redrive(
    consumers: dict[str, QueueDouble],
) -> None:
    for name, queue in consumers.items():
        consumer = FaultyConsumer(AN_HOUR)
        messages = sent(queue, AN_HOUR)
        played(queue, consumer, 3 * AN_HOUR)
        assert len(consumer.done) + len(queue.dead) == len(messages), name
        queue.redrive(consumer.now)
        played(queue, consumer, AN_HOUR)
        assert consumer.done == {message["eventId"]: 1 for message in messages}, name


def test_a_consumer_that_raises_for_four_minutes_needs_no_one(consumers: dict[str, QueueDouble]) -> None:
    for name, queue in consumers.items():
        consumer = FaultyConsumer(FOUR_MINUTES)
        messages = sent(queue, FOUR_MINUTES)
        played(queue, consumer, 3 * AN_HOUR)
        assert consumer.done == {message["eventId"]: 1 for message in messages}, name
        assert queue.dead == [], name


def test_control_a_function_that_the_bus_invokes_itself_loses_events_after_three_minutes() -> None:
    invoked, consumer = AsynchronousInvoke(), FaultyConsumer(FOUR_MINUTES)
    messages = sent(invoked, FOUR_MINUTES)
    played(invoked, consumer, AN_HOUR)
    assert len(invoked.dropped) + len(consumer.done) == len(messages)
    assert len(invoked.dropped) >= MESSAGES // 10


class Decided:
    """A decided task, its workflow's double, and the guarantee that follows when the workflow goes on."""

    def __init__(self) -> None:
        insured_anna()
        self.claim_id, self.task_id = approved()
        self.event = event_of("task.decided", taskId=self.task_id)

    def resume(self, event: Message) -> None:
        """Hands the decision to the workflow, which runs its last step."""
        workflow: Any = Issuing(self)
        WorkflowResumption(workflows=workflow).run(TaskId(event["data"]["taskId"]))

    def guarantees(self) -> int:
        return len(DynamoGuarantees().of_claim(self.claim_id))


class Issuing(Waiting):
    """A workflow that runs its last step as soon as it is resumed."""

    def __init__(self, decided: Decided) -> None:
        super().__init__()
        self.decided = decided

    def go_on(self, token: str, task: Task) -> bool:
        GuaranteeIssue(print_sealed=paper_stub).run(self.decided.claim_id, task.task_id)
        return super().go_on(token, task)


@pytest.fixture
def decided(aws: dict[str, Any]) -> Decided:
    assert aws
    return Decided()


def test_a_decided_task_becomes_a_guarantee_although_its_consumer_raised_for_four_minutes(
    decided: Decided, consumers: dict[str, QueueDouble]
) -> None:
    queue = consumers["resume_workflow"]
    queue.send(decided.event, 0)
    consumer = FaultyConsumer(FOUR_MINUTES, decided.resume)
    played(queue, consumer, FOUR_MINUTES)
    assert decided.guarantees() == 0
    played(queue, consumer, FOUR_MINUTES)
    assert decided.guarantees() == 1


def test_control_invoked_by_the_bus_itself_it_never_does_until_the_sweep_finds_it(decided: Decided) -> None:
    invoked, consumer = AsynchronousInvoke(), FaultyConsumer(FOUR_MINUTES, decided.resume)
    invoked.send(decided.event, 0)
    played(invoked, consumer, AN_HOUR)
    assert (decided.guarantees(), len(invoked.dropped)) == (0, 1)
    in_an_hour = datetime.now(UTC) + timedelta(hours=1)

    class Handing:
        """A bus that hands each event to the consumer, which works again."""

        def put(self, events: list[BusEvent]) -> Refusals:
            for event in events:
                decided.resume(json.loads(event.detail))
            return Refusals()

    bus: Any = Handing()
    assert Sweep(bus, now=lambda: in_an_hour).run(lambda: True)["task.decided"] == 0
    assert decided.guarantees() == 1
