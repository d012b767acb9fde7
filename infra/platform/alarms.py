"""Alarms: what a person must look at. All of them notify one topic.

An alarm is called ``helsebro-<stage>-<what>``, and its text says what happened and where to look.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from aws_cdk import Duration, Stack
from aws_cdk import aws_apigatewayv2 as apigateway
from aws_cdk import aws_cloudwatch as cloudwatch
from aws_cdk import aws_cloudwatch_actions as actions
from aws_cdk import aws_iam as iam
from aws_cdk import aws_kms as kms
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_sns as sns
from aws_cdk import aws_sns_subscriptions as subscriptions
from aws_cdk import aws_sqs as sqs
from aws_cdk import aws_stepfunctions as sfn
from constructs import Construct

from infra.parameters import StackParameters
from infra.stage import Stage

METRICS_AN_ALARM = 10
"""CloudWatch adds up at most ten metrics in one alarm."""
RUNBOOK = "docs/runbooks/alarms.md"


class Section(Enum):
    """The headings of the runbook, one for each kind of alarm."""

    DEAD_LETTERS = "Dead letters of a consumer"
    UNDELIVERED = "Events that were not delivered"
    OUTBOX = "Events that were not published"
    SCHEDULED = "A scheduled function failed"
    WAKING = "A deadline was not woken"
    WAITING = "Messages wait too long"
    ERRORS = "Functions raise errors"
    BEHIND = "The outbox is behind its stream"
    WORKFLOW = "A workflow failed or timed out"
    SERVER_ERRORS = "The API answers 5xx"
    DIFFERENCES = "The ledger of money differs"


@dataclass(frozen=True)
class Happened:
    """What an alarm says: one sentence, and the section of the runbook that helps."""

    sentence: str
    section: Section

    @property
    def text(self) -> str:
        """The description of the alarm, which its mail quotes."""
        return f"{self.sentence} See {RUNBOOK}, {self.section.value}"


class Kept(Enum):
    """What a dead-letter queue keeps; ``{name}`` is the name of the queue without its end."""

    MESSAGES = Happened(
        "The consumer {name} failed to handle a message in all its attempts.", Section.DEAD_LETTERS
    )
    EVENTS = Happened(
        "The bus could not deliver an event to a queue, workflow or function.", Section.UNDELIVERED
    )
    ROWS = Happened("An event could not be published and was set aside.", Section.OUTBOX)
    SCHEDULES = Happened(
        "EventBridge Scheduler could not wake a deadline; the sweep does it at most 15 minutes later.",
        Section.WAKING,
    )
    RUNS = Happened("The scheduled function {name} failed three times in a row.", Section.SCHEDULED)


class AlarmTopic(Construct):
    """The topic that every alarm notifies, with the operator's address."""

    def __init__(self, scope: Construct, key: kms.IKey, stage: Stage, parameters: StackParameters) -> None:
        super().__init__(scope, "Alarms")
        self.topic = sns.Topic(self, "Topic", master_key=key, enforce_ssl=stage.tls_only)
        self._let_alarms_publish(key)
        if not stage.local:
            self.topic.add_subscription(subscriptions.EmailSubscription(parameters["AlarmEmail"]))

    def _let_alarms_publish(self, key: kms.IKey) -> None:
        """Lets CloudWatch publish: a topic with its own policy and key needs the right in both."""
        cloudwatch_principal = iam.ServicePrincipal("cloudwatch.amazonaws.com")
        self.topic.add_to_resource_policy(
            iam.PolicyStatement(
                principals=[cloudwatch_principal],
                actions=["sns:Publish"],
                resources=[self.topic.topic_arn],
                conditions={"StringEquals": {"aws:SourceAccount": Stack.of(self).account}},
            )
        )
        key.add_to_resource_policy(
            iam.PolicyStatement(
                principals=[cloudwatch_principal],
                actions=["kms:Decrypt", "kms:GenerateDataKey"],
                resources=["*"],  # In a key's policy "*" means the key itself.
            )
        )


class Alarms(Construct):
    """Alarms on dead letters, failed workflows and failing functions, which also notify when they end."""

    def __init__(self, scope: Construct, topic: sns.ITopic, stage: Stage) -> None:
        super().__init__(scope, "Watch")
        self.topic, self._stage = topic, stage

    def on_first_message(self, name: str, queue: sqs.IQueue, kept: Kept) -> None:
        """Alarms when a dead-letter queue holds a message."""
        metric = queue.metric_approximate_number_of_messages_visible(period=Duration.minutes(1))
        happened = Happened(kept.value.sentence.format(name=name), kept.value.section)
        self._alarm(f"{name}-dead-letters", metric, happened)

    def on_old_messages(self, name: str, queue: sqs.IQueue) -> None:
        """Alarms when a message has waited for a quarter of an hour."""
        metric = queue.metric_approximate_age_of_oldest_message(period=Duration.minutes(1))
        quarter = Duration.minutes(15).to_seconds()
        sentence = f"A message in the queue {name} has waited for more than 15 minutes."
        self._alarm(f"{name}-waiting", metric, Happened(sentence, Section.WAITING), quarter)

    def on_failed_workflow(self, name: str, machine: sfn.IStateMachine) -> None:
        """Alarms when an execution fails or times out (promise 7)."""
        for ending, what, metric in (
            ("failed", "failed", machine.metric_failed(period=Duration.minutes(1))),
            ("timed-out", "ran out of time", machine.metric_timed_out(period=Duration.minutes(1))),
        ):
            happened = Happened(f"An execution of the workflow {name} {what}.", Section.WORKFLOW)
            self._alarm(f"{name}-{ending}", metric, happened)

    def on_errors(self, area: str, names: Sequence[str]) -> dict[str, cloudwatch.IAlarm]:
        """Alarms when a function raises; returns function → its alarm, which ten functions share."""
        guards: dict[str, cloudwatch.IAlarm] = {}
        for first in range(0, len(names), METRICS_AN_ALARM):
            group = names[first : first + METRICS_AN_ALARM]
            alarm = self._alarm(
                f"{area}-errors-{first // METRICS_AN_ALARM + 1}",
                cloudwatch.MathExpression(
                    expression="SUM(METRICS())",
                    period=Duration.minutes(5),
                    using_metrics={
                        f"errors{place}": _errors_of(self._stage.named(name))
                        for place, name in enumerate(group)
                    },
                ),
                Happened(
                    f"At least one of these functions raised an error: {', '.join(group)}.", Section.ERRORS
                ),
            )
            guards |= dict.fromkeys(group, alarm)
        return guards

    def on_server_errors(self, name: str, api: apigateway.HttpApi) -> None:
        """Alarms when the API answers 5xx, also when a handler returned it without raising."""
        metric = api.metric_server_error(period=Duration.minutes(5), statistic="Sum")
        happened = Happened("The API answered a call with 5xx.", Section.SERVER_ERRORS)
        self._alarm(f"{name}-server-errors", metric, happened)

    def on_old_records(self, name: str, function: lambda_.IFunction) -> None:
        """Alarms when a stream's reader is ten minutes behind: events are not published (promise 6)."""
        metric = function.metric(
            "IteratorAge", period=Duration.minutes(5), statistic="Maximum", unit=cloudwatch.Unit.MILLISECONDS
        )
        ten_minutes = Duration.minutes(10).to_milliseconds()
        sentence = f"Events wait for more than 10 minutes to be published: the {name} is behind its stream."
        self._alarm(f"{name}-behind", metric, Happened(sentence, Section.BEHIND), ten_minutes)

    def on_differences(self, name: str, function: str, metric_name: str) -> None:
        """Alarms when a nightly comparison counts a difference in the ledger of money."""
        metric = cloudwatch.Metric(
            namespace="Helsebro",
            metric_name=metric_name,
            dimensions_map={"FunctionName": self._stage.named(function)},
            statistic="Maximum",
            period=Duration.hours(1),
        )
        sentence = "The ledger of money differs from what it books."
        self._alarm(name, metric, Happened(sentence, Section.DIFFERENCES))

    def _alarm(
        self, name: str, metric: cloudwatch.IMetric, happened: Happened, threshold: float = 1
    ) -> cloudwatch.Alarm:
        alarm = cloudwatch.Alarm(
            self,
            name,
            alarm_name=self._stage.named(name),
            metric=metric,
            threshold=threshold,
            evaluation_periods=1,
            comparison_operator=cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
            treat_missing_data=cloudwatch.TreatMissingData.NOT_BREACHING,
            alarm_description=happened.text,
        )
        alarm.add_alarm_action(actions.SnsAction(self.topic))
        alarm.add_ok_action(actions.SnsAction(self.topic))
        return alarm


def _errors_of(function_name: str) -> cloudwatch.Metric:
    return cloudwatch.Metric(
        namespace="AWS/Lambda",
        metric_name="Errors",
        dimensions_map={"FunctionName": function_name},
        statistic="Sum",
        period=Duration.minutes(5),
    )
