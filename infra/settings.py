"""Settings: what an operator gives at deployment, and what every function reads from its environment."""

from __future__ import annotations

from collections.abc import Mapping

from aws_cdk import CfnParameter, Fn
from constructs import Construct

from infra.platform.buckets import Buckets
from infra.platform.bus import Bus
from infra.platform.keys import Keys
from infra.platform.queues import Queues
from infra.platform.tables import Tables

MOST_CHARACTERS = 2_200
"""What a function's environment, 4 KB in all, has room for beside the names of all parts."""


class Given(Construct):
    """A stack's parameters, by name: those that must be given, and those that may be."""

    def __init__(
        self, scope: Construct, must: Mapping[str, str], may: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(scope, "Given")
        self._values: dict[str, str] = {}
        for name, meaning in must.items():
            self._add(CfnParameter(self, name, description=meaning, min_length=1))
        for name, meaning in (may or {}).items():
            self._add(CfnParameter(self, name, description=meaning, default="", max_length=MOST_CHARACTERS))

    def __getitem__(self, name: str) -> str:
        return self._values[name]

    def _add(self, parameter: CfnParameter) -> None:
        name = parameter.node.id
        parameter.override_logical_id(name)
        self._values[name] = parameter.value_as_string


def host_of(url: str) -> str:
    """The host of an address without a path, also of one that is known at the deployment only."""
    return Fn.select(2, Fn.split("/", url))


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
