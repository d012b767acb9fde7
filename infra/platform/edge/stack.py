"""The edge of a real account: CloudFront with a web ACL in front of the API; the embedded stack has none."""

from __future__ import annotations

from aws_cdk import CfnOutput, Environment, Stack
from aws_cdk import aws_certificatemanager as acm
from constructs import Construct

from infra.parameters import EDGE_GIVEN
from infra.platform.edge.distribution import Distribution
from infra.platform.edge.firewall import Firewall
from infra.platform.edge.log import EdgeLogDelivery
from infra.settings import Given, host_of

REGION = "us-east-1"
"""Where AWS keeps the web ACLs, certificates and log deliveries of CloudFront, wherever the API stands."""


class EdgeStack(Stack):
    """Holds all of the edge, so that nothing in it refers across regions.

    What it must know of the home stack (the API's host, the bucket of its log) are parameters, which ``make
    deploy`` fills from that stack's outputs. The home stack needs nothing back: the public address that
    functions print is the operator's own domain, given to both and not the distribution's, so there is no
    circle. The domain is needed anyway: under its own name CloudFront also takes TLS 1.0.
    """

    def __init__(self, scope: Construct) -> None:
        super().__init__(scope, "HelsebroEdge", env=Environment(region=REGION))
        given = Given(self, EDGE_GIVEN)
        distribution = Distribution(
            self,
            api_host=given["ApiHost"],
            domain=host_of(given["PublicUrl"]),
            certificate=acm.Certificate.from_certificate_arn(self, "Certificate", given["EdgeCertificate"]),
            firewall=Firewall(self),
        )
        EdgeLogDelivery(self, distribution.arn, given["EdgeLogBucket"])
        CfnOutput(self, "EdgeDomain", value=distribution.domain)
