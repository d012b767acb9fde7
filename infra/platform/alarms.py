"""Alarms: what a person must look at. All of them notify one topic."""

from __future__ import annotations

from collections.abc import Sequence

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

    def __init__(self, scope: Construct, topic: sns.ITopic) -> None:
        super().__init__(scope, "Watch")
        self.topic = topic

    def on_first_message(self, name: str, queue: sqs.IQueue) -> None:
        """Alarms when a dead-letter queue holds a message."""
        metric = queue.metric_approximate_number_of_messages_visible(period=Duration.minutes(1))
        self._alarm(f"{name}-dead-letters", metric, f"Messages of {name} could not be handled")

    def on_old_messages(self, name: str, queue: sqs.IQueue) -> None:
        """Alarms when a message has waited for a quarter of an hour."""
        metric = queue.metric_approximate_age_of_oldest_message(period=Duration.minutes(1))
        quarter = Duration.minutes(15).to_seconds()
        self._alarm(f"{name}-waiting", metric, f"Messages of {name} wait too long", quarter)

    def on_failed_workflow(self, name: str, machine: sfn.IStateMachine) -> None:
        """Alarms when an execution fails or times out (promise 7)."""
        for ending, metric in (
            ("failed", machine.metric_failed(period=Duration.minutes(1))),
            ("timed-out", machine.metric_timed_out(period=Duration.minutes(1))),
        ):
            self._alarm(f"{name}-{ending}", metric, f"Workflow {name}: an execution {ending}")

    def on_errors(self, stage: Stage, area: str, names: Sequence[str]) -> dict[str, cloudwatch.IAlarm]:
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
                        f"errors{place}": _errors_of(stage.named(name)) for place, name in enumerate(group)
                    },
                ),
                f"One of these functions fails: {', '.join(group)}",
            )
            guards |= dict.fromkeys(group, alarm)
        return guards

    def on_server_errors(self, name: str, api: apigateway.HttpApi) -> None:
        """Alarms when the API answers 5xx, also when a handler returned it without raising."""
        metric = api.metric_server_error(period=Duration.minutes(5), statistic="Sum")
        self._alarm(f"{name}-server-errors", metric, f"The {name} answers 5xx")

    def on_old_records(self, name: str, function: lambda_.IFunction) -> None:
        """Alarms when a stream's reader is ten minutes behind: events are not published (promise 6)."""
        metric = function.metric(
            "IteratorAge", period=Duration.minutes(5), statistic="Maximum", unit=cloudwatch.Unit.MILLISECONDS
        )
        ten_minutes = Duration.minutes(10).to_milliseconds()
        self._alarm(f"{name}-behind", metric, f"Function {name} is behind its stream", ten_minutes)

    def _alarm(
        self, name: str, metric: cloudwatch.IMetric, description: str, threshold: float = 1
    ) -> cloudwatch.Alarm:
        alarm = cloudwatch.Alarm(
            self,
            name,
            metric=metric,
            threshold=threshold,
            evaluation_periods=1,
            comparison_operator=cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
            treat_missing_data=cloudwatch.TreatMissingData.NOT_BREACHING,
            alarm_description=description,
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
