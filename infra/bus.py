"""The bus: what happened, from the outbox to everybody who needs it."""

from __future__ import annotations

from collections.abc import Sequence

from aws_cdk import Duration
from aws_cdk import aws_events as events
from aws_cdk import aws_events_targets as targets
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_sqs as sqs
from aws_cdk import aws_stepfunctions as sfn
from constructs import Construct

SOURCE = "helsebro"
ATTEMPTS = 20
KEPT = Duration.hours(20)


class Bus(Construct):
    """Rules on the event's type; each target is handed the event itself, without EventBridge's envelope.

    What a target did not take after 20 hours of attempts goes to its dead-letter queue.
    """

    def __init__(self, scope: Construct) -> None:
        super().__init__(scope, "Bus")
        self.events = events.EventBus(self, "Events")

    def to_queue(self, types: Sequence[str], queue: sqs.IQueue, dead: sqs.IQueue) -> None:
        """Events of these types that concern a clinic, one message each."""
        self._rule(
            f"to-{queue.node.id}",
            types,
            targets.SqsQueue(
                queue,
                message=_the_event(),
                dead_letter_queue=dead,
                retry_attempts=ATTEMPTS,
                max_event_age=KEPT,
            ),
            detail={"clinicId": [{"exists": True}]},
        )

    def to_workflow(self, event_type: str, machine: sfn.IStateMachine, dead: sqs.IQueue) -> None:
        """One execution for each event of this type."""
        self._rule(
            f"to-{machine.node.id}",
            [event_type],
            targets.SfnStateMachine(
                machine,
                input=_the_event(),
                dead_letter_queue=dead,
                retry_attempts=ATTEMPTS,
                max_event_age=KEPT,
            ),
        )

    def to_function(self, event_type: str, function: lambda_.IFunction, dead: sqs.IQueue) -> None:
        """One invocation for each event of this type."""
        self._rule(
            f"to-{function.node.path.split('/')[-2]}",
            [event_type],
            targets.LambdaFunction(
                function,
                event=_the_event(),
                dead_letter_queue=dead,
                retry_attempts=ATTEMPTS,
                max_event_age=KEPT,
            ),
        )

    def _rule(
        self,
        name: str,
        types: Sequence[str],
        target: events.IRuleTarget,
        detail: dict[str, object] | None = None,
    ) -> None:
        pattern = events.EventPattern(source=[SOURCE], detail_type=sorted(types), detail=detail)
        events.Rule(self, name, event_bus=self.events, event_pattern=pattern, targets=[target])


def _the_event() -> events.RuleTargetInput:
    return events.RuleTargetInput.from_event_path("$.detail")
