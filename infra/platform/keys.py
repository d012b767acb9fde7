"""Customer-managed keys: one for data at rest, one for single fields, one for the seal on guarantees."""

from __future__ import annotations

from aws_cdk import ArnFormat, RemovalPolicy, Stack
from aws_cdk import aws_iam as iam
from aws_cdk import aws_kms as kms
from constructs import Construct

from infra.platform.protection.seal_names import key_alias
from infra.stage import Stage


class KmsKeys(Construct):
    """``data`` encrypts tables and buckets, ``fields`` encrypts CPR numbers in an item, ``seal`` signs PDFs.

    ``data`` and ``fields`` are two keys because most functions read items, but very few may read a CPR number
    (promise 20).
    """

    def __init__(self, scope: Construct, stage: Stage) -> None:
        super().__init__(scope, "Keys")
        self._stage = stage
        self.data = self._key("Data", "tables, buckets and alarms at rest")
        self._let_logs_be_delivered()
        self.fields = self._key("Fields", "CPR numbers and other single fields, and the pseudonym behind ids")
        self.seal = kms.Key(
            self,
            "Seal",
            description="Helsebro: the electronic seal on every guarantee",
            alias=key_alias(stage),
            key_spec=kms.KeySpec.RSA_3072,
            key_usage=kms.KeyUsage.SIGN_VERIFY,
            removal_policy=RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
        )

    def _let_logs_be_delivered(self) -> None:
        """Lets the logs of workflows be delivered: decrypted when they were encrypted for this account.

        The role of the workflow encrypts it with this context, without which KMS decrypts nothing.
        """
        ours = Stack.of(self).format_arn(service="logs", resource="*", arn_format=ArnFormat.NO_RESOURCE_NAME)
        self.data.add_to_resource_policy(
            iam.PolicyStatement(
                principals=[iam.ServicePrincipal("delivery.logs.amazonaws.com")],
                actions=["kms:Decrypt"],
                resources=["*"],  # In a key's policy "*" means the key itself.
                conditions={"StringEquals": {"kms:EncryptionContext:SourceArn": ours}},
            )
        )

    def _key(self, name: str, purpose: str) -> kms.Key:
        return kms.Key(
            self,
            name,
            description=f"Helsebro: {purpose}",
            alias=f"alias/{self._stage.named(name.lower())}",
            enable_key_rotation=True,
            removal_policy=RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
        )
