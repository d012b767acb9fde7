"""The edge: CloudFront with a web ACL in front of the API. Only a real account has it."""

from __future__ import annotations

from aws_cdk import CfnOutput, Environment, Stack
from aws_cdk import aws_certificatemanager as acm
from constructs import Construct

from infra.parameters import EDGE_REQUIRED
from infra.platform.edge.distribution import Distribution
from infra.platform.edge.firewall import Firewall
from infra.platform.edge.log import EdgeLogDelivery
from infra.settings import StackParameters, host_of

REGION = "us-east-1"
"""Where AWS keeps the web ACLs, certificates and log deliveries of CloudFront, wherever the API is."""


class EdgeStack(Stack):
    """The whole edge in one stack, so that no resource refers to another region.

    The API's host and the log's bucket are parameters, which ``make deploy`` fills from the outputs of the
    home stack. The home stack needs nothing from this one: functions print the operator's own domain, a
    parameter of both stacks, and not the distribution's. The domain is needed anyway, because CloudFront
    accepts TLS 1.0 under its own name.
    """

    def __init__(self, scope: Construct) -> None:
        super().__init__(scope, "HelsebroEdge", env=Environment(region=REGION))
        parameters = StackParameters(self, EDGE_REQUIRED)
        certificate = acm.Certificate.from_certificate_arn(self, "Certificate", parameters["EdgeCertificate"])
        distribution = Distribution(
            self,
            api_host=parameters["ApiHost"],
            domain=host_of(parameters["PublicUrl"]),
            certificate=certificate,
            firewall=Firewall(self),
        )
        EdgeLogDelivery(self, distribution.arn, parameters["EdgeLogBucket"])
        CfnOutput(self, "EdgeDomain", value=distribution.domain)
