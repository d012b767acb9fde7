"""The trail: CloudTrail logs who read or changed which object and which item that holds data of persons.

It logs data events only: an account logs its management events by a trail of its own, and AWS bills a second
copy. The emulator refuses the resource, so the embedded stack has none.

The trail takes the place of the server access logs of the buckets that browsers read by signed links. An
access log holds the whole request line with ``X-Amz-Signature`` and ``X-Amz-Security-Token``; the
``requestParameters`` of a data event hold bucket, key, date and expiry of a signed link, and neither
signature, credential nor token. They do hold the file name that a link to a document asks for, so the files
are for auditors only. Sources: Amazon S3 User Guide, "Server access log format" and "CloudTrail log
file entries for Amazon S3".
"""

from __future__ import annotations

from collections.abc import Sequence

from aws_cdk import ArnFormat, RemovalPolicy, Stack
from aws_cdk import aws_cloudtrail as cloudtrail
from aws_cdk import aws_iam as iam
from aws_cdk import aws_kms as kms
from aws_cdk import aws_s3 as s3
from constructs import Construct

from infra.platform import retention
from infra.platform.buckets import Buckets
from infra.platform.keys import KmsKeys
from infra.platform.tables import DataTables

CLOUDTRAIL = iam.ServicePrincipal("cloudtrail.amazonaws.com")


class DataTrail(Construct):
    """The trail of this name, and the bucket of its files, which are signed and encrypted with our key."""

    def __init__(
        self, scope: Construct, name: str, *, buckets: Buckets, tables: DataTables, keys: KmsKeys
    ) -> None:
        super().__init__(scope, "Trail")
        stack = Stack.of(self)
        self.arn = stack.format_arn(
            service="cloudtrail",
            resource="trail",
            resource_name=name,
            arn_format=ArnFormat.SLASH_RESOURCE_NAME,
        )
        self.bucket = s3.Bucket(
            self,
            "Bucket",
            block_public_access=s3.BlockPublicAccess.BLOCK_ALL,
            encryption=s3.BucketEncryption.KMS,
            encryption_key=keys.data,
            bucket_key_enabled=True,
            enforce_ssl=True,
            versioned=True,
            lifecycle_rules=retention.lifecycle("trail"),
            server_access_logs_bucket=buckets.access_logs,
            server_access_logs_prefix="trail/",
            removal_policy=RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
        )
        self._let_cloudtrail_write(keys.data)
        objects = [f"{bucket.bucket_arn}/" for _, bucket in buckets]
        items = [table.table_arn for table in (tables.people, tables.cases, tables.money)]
        trail = cloudtrail.CfnTrail(
            self,
            "Trail",
            trail_name=name,
            is_logging=True,
            is_multi_region_trail=False,
            include_global_service_events=False,
            enable_log_file_validation=True,
            s3_bucket_name=self.bucket.bucket_name,
            kms_key_id=keys.data.key_arn,
            advanced_event_selectors=[
                _data_events("objects", "AWS::S3::Object", starts_with=objects),
                _data_events("items", "AWS::DynamoDB::Table", equals=items),
            ],
        )
        # CloudTrail writes a first file when the trail is made.
        assert self.bucket.policy
        trail.node.add_dependency(self.bucket.policy)

    def _let_cloudtrail_write(self, key: kms.IKey) -> None:
        """Lets this trail, and no other of any account, write its files and encrypt them."""
        account = Stack.of(self).account
        ours = {"aws:SourceArn": self.arn}
        acl = {"s3:x-amz-acl": "bucket-owner-full-control"}
        files = self.bucket.arn_for_objects(f"AWSLogs/{account}/*")
        for action, resource, conditions in (
            ("s3:GetBucketAcl", self.bucket.bucket_arn, ours),
            ("s3:PutObject", files, {**ours, **acl}),
        ):
            self.bucket.add_to_resource_policy(
                iam.PolicyStatement(
                    principals=[CLOUDTRAIL],
                    actions=[action],
                    resources=[resource],
                    conditions={"StringEquals": conditions},
                )
            )
        key.add_to_resource_policy(
            iam.PolicyStatement(
                principals=[CLOUDTRAIL],
                actions=["kms:GenerateDataKey*", "kms:DescribeKey"],
                resources=["*"],  # In a key's policy "*" means the key itself.
                conditions={"StringEquals": ours},
            )
        )


def _data_events(
    name: str, kind: str, *, equals: Sequence[str] | None = None, starts_with: Sequence[str] | None = None
) -> cloudtrail.CfnTrail.AdvancedEventSelectorProperty:
    field = cloudtrail.CfnTrail.AdvancedFieldSelectorProperty
    return cloudtrail.CfnTrail.AdvancedEventSelectorProperty(
        name=name,
        field_selectors=[
            field(field="eventCategory", equal_to=["Data"]),
            field(field="resources.type", equal_to=[kind]),
            field(field="resources.ARN", equal_to=equals, starts_with=starts_with),
        ],
    )
