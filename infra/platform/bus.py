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

    def to_queue(
        self,
        name: str,
        types: Iterable[str],
        queue: sqs.IQueue,
        dead: sqs.IQueue,
        *,
        clinics_only: bool = False,
    ) -> None:
        """Sends a message for each event of these types, or only for those that concern a clinic."""
        target = targets.SqsQueue(
            queue, message=_event(), dead_letter_queue=dead, retry_attempts=ATTEMPTS, max_event_age=EVENT_AGE
        )
        concerns_a_clinic = {"clinicId": [{"exists": True}]}
        self._rule(f"to-{name}", types, target, detail=concerns_a_clinic if clinics_only else None)

    def to_workflow(self, name: str, event_type: str, machine: sfn.IStateMachine, dead: sqs.IQueue) -> None:
        """Starts one execution for each event of this type."""
        target = targets.SfnStateMachine(
            machine, input=_event(), dead_letter_queue=dead, retry_attempts=ATTEMPTS, max_event_age=EVENT_AGE
        )
        self._rule(f"to-{name}", [event_type], target)

    def by_the_clock(self, function: SmallFunction, schedule: events.Schedule, dead: sqs.IQueue) -> None:
        """Invokes the function with an empty input whenever the schedule says."""
        target = targets.LambdaFunction(
            function.function,
            event=events.RuleTargetInput.from_object({}),
            dead_letter_queue=dead,
            retry_attempts=ATTEMPTS,
            max_event_age=EVENT_AGE,
        )
        events.Rule(self, f"clock-{function.name}", schedule=schedule, targets=[target])

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
