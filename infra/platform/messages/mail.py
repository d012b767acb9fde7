"""Mail: the sender's domain at Amazon SES, and the configuration set that every message is sent with.

The domain is verified by DNS records (docs/first-deployment.md). Opened mails and clicked links are not
tracked: SES would have to lead every link through an address of its own.
"""

from __future__ import annotations

from aws_cdk import Fn, Stack
from aws_cdk import aws_ses as ses
from constructs import Construct

from infra.parameters import StackParameters
from infra.stage import Stage


class Mail(Construct):
    """The identity of the domain of ``MailFrom``, and the configuration set of the stage."""

    def __init__(self, scope: Construct, stage: Stage, parameters: StackParameters) -> None:
        super().__init__(scope, "Mail")
        self.sender = parameters["MailFrom"]
        self.configuration_set = stage.named("mail")
        domain = Fn.select(1, Fn.split("@", self.sender))
        made = ses.CfnConfigurationSet(
            self,
            "Set",
            name=self.configuration_set,
            delivery_options=ses.CfnConfigurationSet.DeliveryOptionsProperty(tls_policy="REQUIRE"),
            reputation_options=ses.CfnConfigurationSet.ReputationOptionsProperty(
                reputation_metrics_enabled=True
            ),
            suppression_options=ses.CfnConfigurationSet.SuppressionOptionsProperty(
                suppressed_reasons=["BOUNCE", "COMPLAINT"]
            ),
        )
        identity = ses.CfnEmailIdentity(
            self,
            "Identity",
            email_identity=domain,
            feedback_attributes=ses.CfnEmailIdentity.FeedbackAttributesProperty(
                # Bounces are read from the configuration set's events, not from a mailbox.
                email_forwarding_enabled=False
            ),
        )
        identity.add_dependency(made)
        self.arns = [self._arn("identity", domain), self._arn("configuration-set", self.configuration_set)]
        """What a message is sent with: IAM asks for a right on each."""

    def _arn(self, resource: str, name: str) -> str:
        return Stack.of(self).format_arn(service="ses", resource=resource, resource_name=name)
