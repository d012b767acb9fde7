"""Settings: what an operator gives at deployment, and what every function reads from its environment."""

from __future__ import annotations

from aws_cdk import CfnParameter
from constructs import Construct

from infra.buckets import Buckets
from infra.bus import Bus
from infra.keys import Keys
from infra.parameters import GIVEN
from infra.queues import Queues
from infra.tables import Tables


class Given(Construct):
    """The parameters of ``GIVEN``, by name."""

    def __init__(self, scope: Construct) -> None:
        super().__init__(scope, "Given")
        self._values = {name: self._parameter(name, meaning) for name, meaning in GIVEN.items()}

    def __getitem__(self, name: str) -> str:
        return self._values[name]

    def _parameter(self, name: str, meaning: str) -> str:
        parameter = CfnParameter(self, name, description=meaning, min_length=1)
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
        "HELSEBRO_PUBLIC_URL": given["PublicUrl"],
        "HELSEBRO_MEMBER_ISSUER": given["MemberIssuer"],
        "HELSEBRO_MEMBER_CLIENT": given["MemberClient"],
        "HELSEBRO_STAFF_ISSUER": given["StaffIssuer"],
        "HELSEBRO_STAFF_CLIENT": given["StaffClient"],
        "HELSEBRO_SUPPORT_EMAIL": given["SupportEmail"],
        "HELSEBRO_SUPPORT_PHONE": given["SupportPhone"],
    }
