"""The event bus: it sends each event of the outbox to the queues, workflows and functions that need it."""

from __future__ import annotations

from collections.abc import Iterable

from aws_cdk import Duration
from aws_cdk import aws_events as events
from aws_cdk import aws_events_targets as targets
from aws_cdk import aws_sqs as sqs
from aws_cdk import aws_stepfunctions as sfn
from constructs import Construct

from infra.small_function import SmallFunction

SOURCE = "helsebro"
ATTEMPTS = 20
EVENT_AGE = Duration.hours(20)


class EventBus(Construct):
    """The bus and its rules on the event's type. A target gets the event without EventBridge's envelope.

    An event that a target has not taken after 20 hours goes to the target's dead-letter queue.
    """

    def __init__(self, scope: Construct) -> None:
        super().__init__(scope, "Bus")
        self.events = events.EventBus(self, "Events")

    def to_queue(self, name: str, types: Iterable[str], queue: sqs.IQueue, dead: sqs.IQueue) -> None:
        """Sends a message for each event of these types that concerns a clinic."""
        target = targets.SqsQueue(
            queue, message=_event(), dead_letter_queue=dead, retry_attempts=ATTEMPTS, max_event_age=EVENT_AGE
        )
        self._rule(f"to-{name}", types, target, detail={"clinicId": [{"exists": True}]})

    def to_workflow(self, name: str, event_type: str, machine: sfn.IStateMachine, dead: sqs.IQueue) -> None:
        """Starts one execution for each event of this type."""
        target = targets.SfnStateMachine(
            machine, input=_event(), dead_letter_queue=dead, retry_attempts=ATTEMPTS, max_event_age=EVENT_AGE
        )
        self._rule(f"to-{name}", [event_type], target)

    def to_function(self, event_type: str, function: SmallFunction, dead: sqs.IQueue) -> None:
        """Invokes the function once for each event of this type."""
        target = targets.LambdaFunction(
            function.function,
            event=_event(),
            dead_letter_queue=dead,
            retry_attempts=ATTEMPTS,
            max_event_age=EVENT_AGE,
        )
        self._rule(f"to-{function.name}", [event_type], target)

    def every_night(self, function: SmallFunction, dead: sqs.IQueue) -> None:
        """Invokes the function once a day, at night in Denmark and Norway."""
        target = targets.LambdaFunction(
            function.function,
            event=events.RuleTargetInput.from_object({}),
            dead_letter_queue=dead,
            retry_attempts=ATTEMPTS,
            max_event_age=EVENT_AGE,
        )
        at = events.Schedule.cron(hour="2", minute="10")
        events.Rule(self, f"every-night-{function.name}", schedule=at, targets=[target])

    def _rule(
        self,
        name: str,
        types: Iterable[str],
        target: events.IRuleTarget,
        detail: dict[str, object] | None = None,
    ) -> None:
        pattern = events.EventPattern(source=[SOURCE], detail_type=sorted(types), detail=detail)
        events.Rule(self, name, event_bus=self.events, event_pattern=pattern, targets=[target])


def _event() -> events.RuleTargetInput:
    return events.RuleTargetInput.from_event_path("$.detail")
