"""The edge: CloudFront with a web ACL in front of the API. Only a real account has it."""

from __future__ import annotations

from aws_cdk import App, CfnOutput, Environment, Stack
from aws_cdk import aws_certificatemanager as acm

from infra.parameters import StackParameters, host_of
from infra.platform.edge.budget import add_budget
from infra.platform.edge.distribution import Distribution
from infra.platform.edge.firewall import Firewall
from infra.platform.edge.log import EdgeLogDelivery
from infra.stacks.parameter_meanings import EDGE
from infra.stage import EDGE_REGION, Stage


class EdgeStack(Stack):
    """The whole edge in one stack, so that no resource refers to another region.

    The hosts of the API and of the reference, and the log's bucket are parameters, which ``make deploy``
    fills from the outputs of the home stack. The home stack needs nothing from this one: functions print
    the operator's own domain, a parameter of both stacks, and not the distribution's. The domain is needed
    anyway, because CloudFront accepts TLS 1.0 under its own name.
    """

    def __init__(self, app: App, stage: Stage) -> None:
        super().__init__(
            app,
            stage.named("edge"),
            env=Environment(region=EDGE_REGION),
            termination_protection=stage.locks_for_good,
        )
        parameters = StackParameters(self, EDGE)
        certificate = acm.Certificate.from_certificate_arn(self, "Certificate", parameters["EdgeCertificate"])
        distribution = Distribution(
            self,
            api_host=parameters["ApiHost"],
            secret=parameters["EdgeSecret"],
            domain=host_of(parameters["PublicUrl"]),
            certificate=certificate,
            firewall=Firewall(self, stage),
            reference_host=parameters["ReferenceHost"],
        )
        EdgeLogDelivery(self, stage, distribution.arn, parameters["EdgeLogBucket"])
        add_budget(self, stage, parameters)
        CfnOutput(self, "EdgeDomain", value=distribution.domain)
