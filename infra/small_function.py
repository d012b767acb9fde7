"""The one construct of every Lambda function, with all defaults."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from aws_cdk import ArnFormat, Duration, RemovalPolicy, Stack
from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_logs as logs
from constructs import Construct

from infra.function_folders import function_folders
from infra.platform.retention import LOG_GROUPS
from infra.reasons import PINNED_RUNTIME, acknowledge
from infra.stage import LIVE, Stage

API_TIMEOUT = Duration.seconds(10)
MEMORY = 512


class SmallFunction(Construct):
    """A function of ``functions/<context>/<name>`` with its own role, which may only write its own log.

    A context file adds every other right with a ``grant``. All rights are one policy inside the role, which
    saves the stack a resource.
    """

    def __init__(
        self,
        scope: Construct,
        name: str,
        *,
        stage: Stage,
        environment: Mapping[str, str],
        layers: Sequence[lambda_.ILayerVersion],
        timeout: Duration = API_TIMEOUT,
        memory: int = MEMORY,
        tracing: bool = False,
    ) -> None:
        super().__init__(scope, name)
        self.name, self.timeout = name, timeout
        self._rights = iam.PolicyDocument()
        self.role = iam.Role(
            self,
            "Role",
            assumed_by=iam.ServicePrincipal("lambda.amazonaws.com"),
            inline_policies={"rights": self._rights},
        )
        log_group = logs.LogGroup(
            self,
            "Log",
            log_group_name=stage.path_of(name),
            retention=LOG_GROUPS,
            removal_policy=RemovalPolicy.DESTROY,
        )
        self.may(["logs:CreateLogStream", "logs:PutLogEvents"], [log_group.log_group_arn])
        self.function = lambda_.Function(
            self,
            "Function",
            function_name=stage.named(name),
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
            # An old version stays, so that a deployment can be taken back.
            current_version_options=lambda_.VersionOptions(removal_policy=RemovalPolicy.RETAIN),
        )
        acknowledge(self.function, PINNED_RUNTIME)
        self.live = lambda_.Alias(self, "Live", alias_name=LIVE, version=self.function.current_version)

    def add_setting(self, name: str, value: str) -> None:
        """Adds a setting to the function's environment."""
        self.function.add_environment(name, value)

    def may(self, actions: Sequence[str], resources: Sequence[str], **when: Mapping[str, object]) -> None:
        """Lets the function do these actions on these ARNs."""
        statement = iam.PolicyStatement(
            actions=list(actions), resources=list(resources), conditions=when or None
        )
        self._rights.add_statements(statement)

    def may_not(self, actions: Sequence[str], resources: Sequence[str]) -> None:
        """Denies these actions on these ARNs, where what is allowed has no ARN to be limited to."""
        statement = iam.PolicyStatement(
            effect=iam.Effect.DENY, actions=list(actions), resources=list(resources)
        )
        self._rights.add_statements(statement)


def live_arn(scope: Construct, stage: Stage, name: str) -> str:
    """Returns the ARN of a function's alias from its name, also when another stack has the function."""
    return Stack.of(scope).format_arn(
        service="lambda",
        resource="function",
        resource_name=f"{stage.named(name)}:{LIVE}",
        arn_format=ArnFormat.COLON_RESOURCE_NAME,
    )
