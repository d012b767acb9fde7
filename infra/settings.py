"""Settings: what an operator gives at deployment, and what every function reads from its environment."""

from __future__ import annotations

from collections.abc import Mapping

from aws_cdk import CfnParameter, Fn
from constructs import Construct

from infra.platform.buckets import Buckets
from infra.platform.bus import EventBus
from infra.platform.keys import KmsKeys
from infra.platform.queues import Queues
from infra.platform.tables import DataTables

LONGEST_PARAMETER = 2_200
"""The longest value that fits into a function's environment, 4 KB in all, beside the names of all parts."""


class StackParameters(Construct):
    """The parameters of a stack by name: required ones, and optional ones that are empty by default."""

    def __init__(
        self, scope: Construct, required: Mapping[str, str], optional: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(scope, "Given")
        self._values: dict[str, str] = {}
        for name, meaning in required.items():
            self._add(CfnParameter(self, name, description=meaning, min_length=1))
        for name, meaning in (optional or {}).items():
            self._add(CfnParameter(self, name, description=meaning, default="", max_length=LONGEST_PARAMETER))

    def __getitem__(self, name: str) -> str:
        return self._values[name]

    def _add(self, parameter: CfnParameter) -> None:
        name = parameter.node.id
        parameter.override_logical_id(name)
        self._values[name] = parameter.value_as_string


def host_of(url: str) -> str:
    """Returns the host of a URL without a path; the URL may be a parameter, known only at the deployment."""
    return Fn.select(2, Fn.split("/", url))


def environment(
    *,
    tables: DataTables,
    buckets: Buckets,
    queues: Queues,
    bus: EventBus,
    keys: KmsKeys,
    parameters: StackParameters,
) -> dict[str, str]:
    """Returns the environment of every function: names only. The function's role says what it may use."""
    return {
        **{f"HELSEBRO_{name.upper()}_TABLE": table.table_name for name, table in tables},
        **{f"HELSEBRO_{name.upper()}_BUCKET": bucket.bucket_name for name, bucket in buckets},
        "HELSEBRO_INVOICES_QUEUE": queues.invoices.queue.queue_url,
        "HELSEBRO_WEBHOOKS_QUEUE": queues.webhooks.queue.queue_url,
        "HELSEBRO_BUS": bus.events.event_bus_name,
        "HELSEBRO_FIELD_KEY": keys.fields.key_arn,
        "HELSEBRO_PUBLIC_URL": parameters["PublicUrl"],
        "HELSEBRO_MEMBER_ISSUER": parameters["MemberIssuer"],
        "HELSEBRO_MEMBER_CLIENT": parameters["MemberClient"],
        "HELSEBRO_STAFF_ISSUER": parameters["StaffIssuer"],
        "HELSEBRO_STAFF_CLIENT": parameters["StaffClient"],
        "HELSEBRO_SUPPORT_EMAIL": parameters["SupportEmail"],
        "HELSEBRO_SUPPORT_PHONE": parameters["SupportPhone"],
    }
