"""The event bus: it sends each event of the outbox to the queues, workflows and functions that need it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from aws_cdk import Duration, Stack
from aws_cdk import aws_events as events
from aws_cdk import aws_events_targets as targets
from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_sqs as sqs
from aws_cdk import aws_stepfunctions as sfn
from constructs import Construct

from infra.platform import retention
from infra.platform.queues import Queues
from infra.stage import Stage

SOURCE = "helsebro"
ATTEMPTS = 20
EVENT_AGE = Duration.hours(20)


class EventBus(Construct):
    """The bus and its rules on the event's type. A target gets the event without EventBridge's envelope.

    An event that a target has not taken after 20 hours goes to ``undelivered``. Every event can be replayed
    from the archive for 30 days.
    """

    def __init__(self, scope: Construct, stage: Stage, queues: Queues) -> None:
        super().__init__(scope, "Bus")
        self.events = events.EventBus(self, "Events", event_bus_name=stage.named("events"))
        self._undelivered = queues.undelivered
        self._let_rules_send(stage)
        if stage.has("AWS::Events::Archive"):
            self.events.archive(
                "Archive",
                archive_name=stage.named("events"),
                event_pattern=events.EventPattern(source=[SOURCE]),
                retention=retention.of("archive").time,
            )

    def to_queue(
        self, name: str, types: Iterable[str], queue: sqs.IQueue, *, clinics_only: bool = False
    ) -> None:
        """Sends a message for each event of these types, or only for those that concern a clinic."""
        target = targets.SqsQueue(queue, message=_event(), **self._kept())
        concerns_a_clinic: dict[str, object] = {"clinicId": [{"exists": True}]}
        self._rule(self, f"to-{name}", types, target, concerns_a_clinic if clinics_only else None)

    def reports_to_queue(
        self, name: str, source: str, types: Iterable[str], queue: sqs.IQueue, detail: dict[str, object]
    ) -> None:
        """Sends a message for each event that a service of AWS puts on the default bus, with its envelope."""
        target = targets.SqsQueue(queue, **self._kept())
        pattern = events.EventPattern(source=[source], detail_type=sorted(types), detail=detail)
        events.Rule(self, f"to-{name}", event_pattern=pattern, targets=[target])

    def to_workflow(self, scope: Construct, event_type: str, machine: sfn.IStateMachine) -> None:
        """Starts one execution for each event of this type; the rule stands in the workflow's own stack."""
        target = targets.SfnStateMachine(machine, input=_event(), **self._kept(scope))
        self._rule(scope, "Starts", [event_type], target)

    def by_the_clock(self, scope: Construct, function: lambda_.IFunction, schedule: events.Schedule) -> None:
        """Invokes the function with an empty input whenever the schedule says."""
        nothing = events.RuleTargetInput.from_object({})
        target = targets.LambdaFunction(function, event=nothing, **self._kept(scope))
        events.Rule(scope, "Clock", schedule=schedule, targets=[target])

    def _kept(self, scope: Construct | None = None) -> dict[str, Any]:
        """Returns how a target keeps what it cannot take.

        A queue of another stack is named by its ARN: CDK would write the rule into the queue's policy, and
        so make two stacks depend on each other.
        """
        queue = self._undelivered
        return {
            "dead_letter_queue": sqs.Queue.from_queue_arn(scope, "Undelivered", queue.queue_arn)
            if scope
            else queue,
            "retry_attempts": ATTEMPTS,
            "max_event_age": EVENT_AGE,
        }

    def _let_rules_send(self, stage: Stage) -> None:
        """Lets every rule of this stage send to ``undelivered``, on the bus and by the clock."""
        stack = Stack.of(self)
        rules = stack.format_arn(service="events", resource="rule", resource_name=f"*{stage.named('*')}")
        self._undelivered.add_to_resource_policy(
            iam.PolicyStatement(
                principals=[iam.ServicePrincipal("events.amazonaws.com")],
                actions=["sqs:SendMessage"],
                resources=[self._undelivered.queue_arn],
                conditions={
                    "StringEquals": {"aws:SourceAccount": stack.account},
                    "ArnLike": {"aws:SourceArn": rules},
                },
            )
        )

    def _rule(
        self,
        scope: Construct,
        name: str,
        types: Iterable[str],
        target: events.IRuleTarget,
        detail: dict[str, object] | None = None,
    ) -> None:
        pattern = events.EventPattern(source=[SOURCE], detail_type=sorted(types), detail=detail)
        events.Rule(scope, name, event_bus=self.events, event_pattern=pattern, targets=[target])


def _event() -> events.RuleTargetInput:
    return events.RuleTargetInput.from_event_path("$.detail")
