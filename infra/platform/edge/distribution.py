"""The distribution: TLS, security headers and the web ACL before the API; it keeps and changes nothing."""

from __future__ import annotations

from aws_cdk import ArnFormat, Duration, Stack
from aws_cdk import aws_certificatemanager as acm
from aws_cdk import aws_cloudfront as cloudfront
from aws_cdk import aws_cloudfront_origins as origins
from constructs import Construct

from infra.platform.edge.firewall import Firewall
from infra.reasons import EVERY_COUNTRY, LOGGED_WITHOUT_ADDRESSES, acknowledge

LONGER_THAN_THE_GATEWAY = Duration.seconds(40)
"""The gateway gives up after 30 seconds, and its answer is the one that the caller shall see."""

TWO_YEARS = Duration.days(730)

NEVER_KEPT = (400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504)
"""CloudFront keeps these answers for ten seconds by default: one caller's 404 would be another's."""


class Distribution(Construct):
    """Every request goes to the API as it came, but for ``Host``; every answer comes from there."""

    def __init__(
        self,
        scope: Construct,
        *,
        api_host: str,
        domain: str,
        certificate: acm.ICertificate,
        firewall: Firewall,
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
                origin=_origin(api_host),
                allowed_methods=cloudfront.AllowedMethods.ALLOW_ALL,
                # Not a redirect: by then the token has crossed the net in the open.
                viewer_protocol_policy=cloudfront.ViewerProtocolPolicy.HTTPS_ONLY,
                cache_policy=cloudfront.CachePolicy.CACHING_DISABLED,
                # Authorization, webhook-*, If-Match and all others, each query and cookie. The gateway
                # knows itself by its own name only, hence not Host.
                origin_request_policy=cloudfront.OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
                response_headers_policy=self._headers(),
            ),
            error_responses=[
                cloudfront.ErrorResponse(http_status=status, ttl=Duration.seconds(0)) for status in NEVER_KEPT
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
        """What a browser needs told of an API that answers JSON, PDF and redirects, and never a page."""
        return cloudfront.ResponseHeadersPolicy(
            self,
            "Headers",
            security_headers_behavior=cloudfront.ResponseSecurityHeadersBehavior(
                strict_transport_security=cloudfront.ResponseHeadersStrictTransportSecurity(
                    access_control_max_age=TWO_YEARS, include_subdomains=True, override=True
                ),
                content_type_options=cloudfront.ResponseHeadersContentTypeOptions(override=True),
                frame_options=cloudfront.ResponseHeadersFrameOptions(
                    frame_option=cloudfront.HeadersFrameOption.DENY, override=True
                ),
                referrer_policy=cloudfront.ResponseHeadersReferrerPolicy(
                    referrer_policy=cloudfront.HeadersReferrerPolicy.NO_REFERRER, override=True
                ),
                content_security_policy=cloudfront.ResponseHeadersContentSecurityPolicy(
                    content_security_policy="default-src 'none'; frame-ancestors 'none'", override=True
                ),
            ),
            custom_headers_behavior=cloudfront.ResponseCustomHeadersBehavior(
                custom_headers=[
                    # What a function says of its own answer stands.
                    cloudfront.ResponseCustomHeader(header="Cache-Control", value="no-store", override=False)
                ]
            ),
        )


def _origin(api_host: str) -> origins.HttpOrigin:
    return origins.HttpOrigin(
        api_host,
        protocol_policy=cloudfront.OriginProtocolPolicy.HTTPS_ONLY,
        origin_ssl_protocols=[cloudfront.OriginSslPolicy.TLS_V1_2],
        read_timeout=LONGER_THAN_THE_GATEWAY,
    )
