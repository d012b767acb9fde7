"""The one construct of every Lambda function, with all defaults."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from aws_cdk import Duration, RemovalPolicy, Stack
from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_logs as logs
from constructs import Construct

from infra.function_folders import function_folders
from infra.platform.alarms import Alarms
from infra.reasons import PINNED_RUNTIME, acknowledge

API_TIMEOUT = Duration.seconds(10)
MEMORY = 512


class SmallFunction(Construct):
    """A function of ``functions/<context>/<name>`` with its own role, which may only write its own log.

    A context file adds every other right with a ``grant``.
    """

    def __init__(
        self,
        scope: Construct,
        name: str,
        *,
        environment: Mapping[str, str],
        layers: Sequence[lambda_.ILayerVersion],
        alarms: Alarms,
        timeout: Duration = API_TIMEOUT,
        memory: int = MEMORY,
        tracing: bool = False,
    ) -> None:
        super().__init__(scope, name)
        self.name, self.timeout = name, timeout
        log_group = logs.LogGroup(
            self, "Log", retention=logs.RetentionDays.THREE_MONTHS, removal_policy=RemovalPolicy.DESTROY
        )
        self.role = iam.Role(self, "Role", assumed_by=iam.ServicePrincipal("lambda.amazonaws.com"))
        log_group.grant_write(self.role)
        self.function = lambda_.Function(
            self,
            "Function",
            function_name=f"{Stack.of(self).stack_name}-{name}",
            runtime=lambda_.Runtime.PYTHON_3_13,
            architecture=lambda_.Architecture.ARM_64,
            handler="handler.handler",
            code=lambda_.Code.from_asset(str(function_folders()[name]), exclude=["__pycache__", "*.pyc"]),
            layers=list(layers),
            memory_size=memory,
            timeout=timeout,
            environment={**environment, "POWERTOOLS_SERVICE_NAME": name},
            role=self.role,
            log_group=log_group,
            tracing=lambda_.Tracing.ACTIVE if tracing else lambda_.Tracing.DISABLED,
        )
        acknowledge(self.function, PINNED_RUNTIME)
        alarms.on_errors(name, self.function)

    def add_setting(self, name: str, value: str) -> None:
        """Adds a setting to the function's environment."""
        self.function.add_environment(name, value)

    def may(self, actions: Sequence[str], resources: Sequence[str], **when: Mapping[str, object]) -> None:
        """Lets the function do these actions on these ARNs."""
        statement = iam.PolicyStatement(
            actions=list(actions), resources=list(resources), conditions=when or None
        )
        self.role.add_to_policy(statement)
