"""Canaries: a new version of a function gets a tenth of its calls for five minutes, then all of them.

When the errors alarm rings meanwhile, CodeDeploy moves the alias back, and CloudFormation the
whole stack.
"""

from __future__ import annotations

from collections.abc import Mapping

from aws_cdk import aws_cloudwatch as cloudwatch
from aws_cdk import aws_codedeploy as codedeploy
from aws_cdk import aws_iam as iam
from constructs import Construct

from infra.reasons import CODE_DEPLOY, acknowledge
from infra.small_function import SmallFunction


def add_canaries(
    scope: Construct,
    functions: Mapping[str, SmallFunction],
    guards: Mapping[str, cloudwatch.IAlarm],
) -> None:
    """Adds a deployment group a function; ``guards`` maps a function to the alarm on its errors."""
    application = codedeploy.LambdaApplication(scope, "Releases")
    role = iam.Role(scope, "Releaser", assumed_by=iam.ServicePrincipal("codedeploy.amazonaws.com"))
    acknowledge(role, CODE_DEPLOY)
    for name, function in functions.items():
        # One group a function: a group deploys one alias at a time, and CloudFormation many at once.
        codedeploy.LambdaDeploymentGroup(
            function,
            "Canary",
            application=application,
            alias=function.live,
            deployment_config=codedeploy.LambdaDeploymentConfig.CANARY_10_PERCENT_5_MINUTES,
            alarms=[guards[name]],
            role=role,
        )
