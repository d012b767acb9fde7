"""The cdk-nag rules that we do not follow in some places, each with the reason."""

from __future__ import annotations

from aws_cdk import Acknowledgment, CfnElement, Stack, Validations
from aws_cdk import aws_s3 as s3
from constructs import IConstruct

PINNED_RUNTIME = (
    "AwsSolutions::AwsSolutions-L1",
    "Python is pinned to the version the dependency layers are built for and the tests run on; "
    "it moves on purpose, with the lock.",
)
OPEN_ROUTE = (
    "AwsSolutions::AwsSolutions-APIG4",
    "Public by contract, or signed by the clinic system over the raw body, which only the function verifies.",
)
LOGGED_NOT_TRACED = (
    "AwsSolutions::AwsSolutions-SF2",
    "Every execution is logged; X-Ray is switched on for an investigation (context `tracing`), not for each.",
)
LOG_DELIVERY = (
    "AwsSolutions::AwsSolutions-IAM5[Resource::*]",
    "Log delivery of Step Functions, which AWS knows no resource for.",
)
DEAD_LETTERS = (
    "AwsSolutions::AwsSolutions-SQS3",
    "This is a dead-letter queue, of an EventBridge rule or a stream, which the rule does not count as one.",
)
EVERY_STREAM = (
    "AwsSolutions::AwsSolutions-IAM5[Resource::*]",
    "dynamodb:ListStreams, which Lambda's poller calls, has no resource to name; all else names the stream.",
)
EVERY_PHONE = (
    "AwsSolutions::AwsSolutions-IAM5[Resource::*]",
    "sns:Publish to a phone number, which is no resource of AWS; topics are denied.",
)
CODE_DEPLOY = (
    "AwsSolutions::AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/"
    "AWSCodeDeployRoleForLambdaLimited]",
    "AWS's own policy for what CodeDeploy does to aliases and alarms; only CodeDeploy can use the role.",
)
LOGGED_BY_TRAIL = (
    "AwsSolutions::AwsSolutions-S1",
    "Logged by CloudTrail (infra/platform/protection/trail.py): browsers read this bucket by signed links, "
    "and a server access log would hold their signatures.",
)
EVERY_COUNTRY = (
    "AwsSolutions::AwsSolutions-CFR1",
    "A member may fall ill, and call, in any country.",
)
LOGGED_WITHOUT_ADDRESSES = (
    "AwsSolutions::AwsSolutions-CFR3",
    "Logged by a delivery of chosen fields (infra/platform/edge/log.py); the rule knows only the older "
    "kind of log, which holds the address and path of everyone who calls a health insurer.",
)


def every_object_of(bucket: s3.Bucket, in_stack_of: IConstruct, under: str = "") -> tuple[str, str]:
    """Returns the rule against ``bucket/*`` as a stack refers to the bucket, and our reason.

    ``under`` is the folder that a right is limited to, such as ``contracts/``.
    """
    home = Stack.of(bucket)
    if Stack.of(in_stack_of) is home:
        resource = bucket.node.default_child
        assert isinstance(resource, CfnElement)
        reference = f"<{home.get_logical_id(resource)}.Arn>"
    else:
        reference = home.resolve(home.export_value(bucket.bucket_arn))["Fn::ImportValue"]
    return (
        f"AwsSolutions::AwsSolutions-IAM5[Resource::{reference}/{under}*]",
        "The objects of this one bucket: a new key is made for each, so none can be named beforehand.",
    )


def every_schedule_of(arn: str, in_stack_of: IConstruct) -> tuple[str, str]:
    """Returns the rule against the schedules of a whole group, given as ``…/*``, and our reason."""
    resource = "".join(
        part if isinstance(part, str) else f"<{part['Ref']}>"
        for part in Stack.of(in_stack_of).resolve(arn)["Fn::Join"][1]
    )
    return (
        f"AwsSolutions::AwsSolutions-IAM5[Resource::{resource}]",
        "The schedules of this one group: each deadline has its own, made when an event starts it.",
    )


def acknowledge(construct: IConstruct, rule_and_reason: tuple[str, str]) -> None:
    """Suppresses this rule for this construct and everything inside it."""
    rule, reason = rule_and_reason
    Validations.of(construct).acknowledge(Acknowledgment(id=rule, reason=reason))
