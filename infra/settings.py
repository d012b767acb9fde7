"""Settings: what an operator gives at deployment, and what every function reads from its environment."""

from __future__ import annotations

from aws_cdk import CfnParameter
from constructs import Construct

from infra.buckets import Buckets
from infra.bus import Bus
from infra.keys import Keys
from infra.queues import Queues
from infra.tables import Tables


class Given(Construct):
    """What an operator gives, as parameters of the stack, so that one template serves every deployment."""

    def __init__(self, scope: Construct) -> None:
        super().__init__(scope, "Given")
        self.member = self._given("MemberIssuer", "Issuer of members' tokens (MitID, BankID broker)")
        self.member_client = self._given("MemberClient", "Client id that members' tokens are made for")
        self.staff = self._given("StaffIssuer", "Issuer of staff tokens (the payers' directory)")
        self.staff_client = self._given("StaffClient", "Client id that staff tokens are made for")
        self.public_url = self._given("PublicUrl", "Address that members and clinics know the API by")
        self.support_email = self._given("SupportEmail", "Where portals and clinic systems get help")
        self.support_phone = self._given("SupportPhone", "Where portals and clinic systems get help")

    def _given(self, name: str, description: str) -> str:
        parameter = CfnParameter(self, name, description=description, min_length=1)
        parameter.override_logical_id(name)
        return parameter.value_as_string


def environment(
    *,
    tables: Tables,
    buckets: Buckets,
    queues: Queues,
    bus: Bus,
    keys: Keys,
    given: Given,
) -> dict[str, str]:
    """The environment of every function: names only. What a function may touch is its role's matter."""
    return {
        **{f"HELSEBRO_{name.upper()}_TABLE": table.table_name for name, table in tables},
        **{f"HELSEBRO_{name.upper()}_BUCKET": bucket.bucket_name for name, bucket in buckets},
        "HELSEBRO_INVOICES_QUEUE": queues.invoices.queue.queue_url,
        "HELSEBRO_WEBHOOKS_QUEUE": queues.webhooks.queue.queue_url,
        "HELSEBRO_BUS": bus.events.event_bus_name,
        "HELSEBRO_FIELD_KEY": keys.fields.key_arn,
        "HELSEBRO_PUBLIC_URL": given.public_url,
        "HELSEBRO_MEMBER_ISSUER": given.member,
        "HELSEBRO_MEMBER_CLIENT": given.member_client,
        "HELSEBRO_STAFF_ISSUER": given.staff,
        "HELSEBRO_STAFF_CLIENT": given.staff_client,
        "HELSEBRO_SUPPORT_EMAIL": given.support_email,
        "HELSEBRO_SUPPORT_PHONE": given.support_phone,
    }
