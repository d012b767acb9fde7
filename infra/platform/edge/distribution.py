"""The CloudFront distribution: TLS, security headers and the web ACL before the API.

It caches no answer of the API, only the pages of the reference, which come from a bucket.
"""

from __future__ import annotations

from aws_cdk import ArnFormat, Duration, Stack
from aws_cdk import aws_certificatemanager as acm
from aws_cdk import aws_cloudfront as cloudfront
from aws_cdk import aws_cloudfront_origins as origins
from constructs import Construct

from infra.platform.edge.firewall import Firewall
from infra.platform.edge.reference import PATHS, reference_behavior
from infra.platform.edge.security_headers import security_headers
from infra.reasons import EVERY_COUNTRY, LOGGED_WITHOUT_ADDRESSES, acknowledge

ORIGIN_TIMEOUT = Duration.seconds(40)
"""Longer than the gateway, which times out after 30 seconds: the caller gets the gateway's answer."""

EDGE_HEADER = "x-helsebro-edge"
"""CloudFront overwrites a header of this name that a caller sends."""

NEVER_CACHED = (400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504)
"""CloudFront caches these statuses for ten seconds by default: another caller would get the same 404."""


class Distribution(Construct):
    """Forwards every request to the API unchanged, except for ``Host``, and returns the API's answers.

    Only those for a page of the reference go to its bucket.
    """

    def __init__(
        self,
        scope: Construct,
        *,
        api_host: str,
        secret: str,
        domain: str,
        certificate: acm.ICertificate,
        firewall: Firewall,
        reference_host: str,
    ) -> None:
        super().__init__(scope, "Distribution")
        distribution = cloudfront.Distribution(
            self,
            "Distribution",
            comment="Helsebro, /v1",
            domain_names=[domain],
            certificate=certificate,
            minimum_protocol_version=cloudfront.SecurityPolicyProtocol.TLS_V1_2_2021,
            http_version=cloudfront.HttpVersion.HTTP2_AND_3,
            price_class=cloudfront.PriceClass.PRICE_CLASS_100,
            web_acl_id=firewall.arn,
            default_behavior=cloudfront.BehaviorOptions(
                origin=_origin(api_host, secret),
                allowed_methods=cloudfront.AllowedMethods.ALLOW_ALL,
                # Not a redirect: a redirected request has already sent its token unencrypted.
                viewer_protocol_policy=cloudfront.ViewerProtocolPolicy.HTTPS_ONLY,
                cache_policy=cloudfront.CachePolicy.CACHING_DISABLED,
                # All headers (Authorization, webhook-*, If-Match …), queries and cookies. Not Host, because
                # the gateway answers only to its own name.
                origin_request_policy=cloudfront.OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
                response_headers_policy=self._headers(),
            ),
            additional_behaviors={PATHS: reference_behavior(self, reference_host)},
            error_responses=[
                cloudfront.ErrorResponse(http_status=status, ttl=Duration.seconds(0))
                for status in NEVER_CACHED
            ],
        )
        acknowledge(distribution, EVERY_COUNTRY)
        acknowledge(distribution, LOGGED_WITHOUT_ADDRESSES)
        self.domain = distribution.distribution_domain_name
        self.arn = Stack.of(self).format_arn(
            service="cloudfront",
            region="",
            resource="distribution",
            resource_name=distribution.distribution_id,
            arn_format=ArnFormat.SLASH_RESOURCE_NAME,
        )

    def _headers(self) -> cloudfront.ResponseHeadersPolicy:
        """Returns the security headers for an API that answers JSON, PDF and redirects.

        Its only HTML, the page of an error code, has a stricter policy of its own content, which stays.
        """
        return cloudfront.ResponseHeadersPolicy(
            self,
            "Headers",
            security_headers_behavior=security_headers(
                "default-src 'none'; frame-ancestors 'none'", override=False
            ),
            custom_headers_behavior=cloudfront.ResponseCustomHeadersBehavior(
                custom_headers=[
                    # Not overridden: a function may set its own.
                    cloudfront.ResponseCustomHeader(header="Cache-Control", value="no-store", override=False)
                ]
            ),
        )


def _origin(api_host: str, secret: str) -> origins.HttpOrigin:
    """Returns the API as the origin. The functions answer only requests that carry the secret."""
    return origins.HttpOrigin(
        api_host,
        protocol_policy=cloudfront.OriginProtocolPolicy.HTTPS_ONLY,
        origin_ssl_protocols=[cloudfront.OriginSslPolicy.TLS_V1_2],
        read_timeout=ORIGIN_TIMEOUT,
        custom_headers={EDGE_HEADER: secret},
    )
