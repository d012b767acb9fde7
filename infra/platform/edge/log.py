"""The access log of the edge: the status and timing of each request, without the caller or the path."""

from __future__ import annotations

from aws_cdk import RemovalPolicy, Stack
from aws_cdk import aws_iam as iam
from aws_cdk import aws_logs as logs
from aws_cdk import aws_s3 as s3
from constructs import Construct

from infra.platform import retention
from infra.stage import Stage

FIELDS = (
    "date",
    "time",
    "x-edge-location",
    "x-edge-request-id",
    "cs-method",
    "cs-protocol-version",
    "ssl-protocol",
    "ssl-cipher",
    "sc-status",
    "sc-bytes",
    "x-edge-result-type",
    "x-edge-detailed-result-type",
    "time-taken",
    "time-to-first-byte",
)
"""Like the gateway's log: no IP address, path, query, referrer, user agent or cookie."""


class EdgeLogBucket(Construct):
    """The bucket of the edge's log, in the home region: the log is stored in Europe."""

    def __init__(self, scope: Construct, access_log: s3.IBucket, stage: Stage) -> None:
        super().__init__(scope, "EdgeLog")
        self.bucket = s3.Bucket(
            self,
            "Bucket",
            block_public_access=s3.BlockPublicAccess.BLOCK_ALL,
            encryption=s3.BucketEncryption.S3_MANAGED,
            enforce_ssl=True,
            lifecycle_rules=[s3.LifecycleRule(expiration=retention.of("edge-log").time)],
            server_access_logs_bucket=access_log,
            server_access_logs_prefix="edge-log/",
            removal_policy=RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
        )
        account = Stack.of(self).account
        from_the_edge = f"arn:aws:logs:us-east-1:{account}:delivery-source:{source_of(stage)}"
        self.bucket.add_to_resource_policy(
            iam.PolicyStatement(
                principals=[iam.ServicePrincipal("delivery.logs.amazonaws.com")],
                actions=["s3:PutObject"],
                resources=[self.bucket.arn_for_objects(f"AWSLogs/{account}/*")],
                conditions={
                    "StringEquals": {
                        "aws:SourceAccount": account,
                        "s3:x-amz-acl": "bucket-owner-full-control",
                    },
                    "ArnEquals": {"aws:SourceArn": from_the_edge},
                },
            )
        )


class EdgeLogDelivery(Construct):
    """Delivers ``FIELDS`` of each request from the distribution to the bucket.

    CloudFront's standard log, a setting of the distribution, cannot leave out addresses and paths.
    """

    def __init__(self, scope: Construct, stage: Stage, distribution_arn: str, bucket_arn: str) -> None:
        super().__init__(scope, "EdgeLogDelivery")
        source = logs.CfnDeliverySource(
            self, "Source", name=source_of(stage), resource_arn=distribution_arn, log_type="ACCESS_LOGS"
        )
        destination = logs.CfnDeliveryDestination(
            self,
            "Destination",
            name=f"{source_of(stage)}-bucket",
            destination_resource_arn=bucket_arn,
            output_format="json",
        )
        delivery = logs.CfnDelivery(
            self,
            "Delivery",
            delivery_source_name=source.name,
            delivery_destination_arn=destination.attr_arn,
            record_fields=list(FIELDS),
        )
        delivery.add_dependency(source)


def source_of(stage: Stage) -> str:
    """Returns the name of the log delivery; the bucket accepts logs from no other."""
    return stage.named("edge")
