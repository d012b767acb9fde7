"""The pages of the reference: a bucket in the home region, which only CloudFront reads, and its paths."""

from __future__ import annotations

from aws_cdk import Fn, RemovalPolicy, Stack
from aws_cdk import aws_cloudfront as cloudfront
from aws_cdk import aws_cloudfront_origins as origins
from aws_cdk import aws_iam as iam
from aws_cdk import aws_s3 as s3
from constructs import Construct

from infra.platform import retention
from infra.platform.edge.security_headers import security_headers
from infra.reference.content_policy import CONTENT_POLICY
from infra.reference.place import FOLDER

PATHS = f"/{FOLDER}/*"
"""``GET /v1/docs`` itself is a route of the API, which leads to the first page."""


class ReferenceBucket(Construct):
    """The bucket of the pages. They hold no data and are made anew by each ``make deploy``."""

    def __init__(self, scope: Construct, access_log: s3.IBucket) -> None:
        super().__init__(scope, "Reference")
        self.bucket = s3.Bucket(
            self,
            "Bucket",
            block_public_access=s3.BlockPublicAccess.BLOCK_ALL,
            encryption=s3.BucketEncryption.S3_MANAGED,
            enforce_ssl=True,
            versioned=True,
            lifecycle_rules=retention.lifecycle("reference"),
            server_access_logs_bucket=access_log,
            server_access_logs_prefix="reference/",
            removal_policy=RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
        )
        of_this_account = f"arn:aws:cloudfront::{Stack.of(self).account}:distribution/*"
        for action, resource in (
            ("s3:GetObject", self.bucket.arn_for_objects("*")),
            # Without it S3 answers 403 instead of 404 for a page that does not exist.
            ("s3:ListBucket", self.bucket.bucket_arn),
        ):
            self.bucket.add_to_resource_policy(
                iam.PolicyStatement(
                    principals=[iam.ServicePrincipal("cloudfront.amazonaws.com")],
                    actions=[action],
                    resources=[resource],
                    # The edge is in another stack, which refers to no other: its id is not known here.
                    conditions={"ArnLike": {"aws:SourceArn": of_this_account}},
                )
            )


def reference_behavior(scope: Construct, host: str) -> cloudfront.BehaviorOptions:
    """Returns what CloudFront does for ``PATHS``: it reads the bucket at ``host`` and caches the pages."""
    name = Fn.select(0, Fn.split(".s3.", host))
    bucket = s3.Bucket.from_bucket_attributes(
        scope, "ReferenceBucket", bucket_name=name, bucket_regional_domain_name=host
    )
    return cloudfront.BehaviorOptions(
        origin=origins.S3BucketOrigin.with_origin_access_control(bucket),
        viewer_protocol_policy=cloudfront.ViewerProtocolPolicy.HTTPS_ONLY,
        cache_policy=cloudfront.CachePolicy.CACHING_OPTIMIZED,
        response_headers_policy=cloudfront.ResponseHeadersPolicy(
            scope,
            "ReferenceHeaders",
            security_headers_behavior=security_headers(CONTENT_POLICY, override=True),
        ),
    )
