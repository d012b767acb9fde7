"""The shapes of webhook endpoints (api.md, Clinics, practitioners, booking)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field

from helsebro.errors import Fault
from helsebro.webhooks.endpoint import ALL_TYPES, LISTENED_TO, Subscription
from helsebro_aws.http.bodies import Body
from helsebro_aws.webhooks import safe_address
from helsebro_aws.webhooks.safe_address import AddressRefused


class NewEndpointShape(Body):
    """An address that is to receive the clinic's events."""

    url: Annotated[
        str,
        Field(
            min_length=1,
            max_length=safe_address.LONGEST_URL,
            description="The address: https, with a public name.",
            examples=["https://hooks.klinik.example/helsebro"],
        ),
    ]
    events: Annotated[
        tuple[str, ...],
        Field(
            max_length=50,
            description="The types to send, at least one; `*` for all.",
            json_schema_extra={"items": {"type": "string", "enum": list(LISTENED_TO)}, "minItems": 1},
            examples=[["booking.created", "booking.cancelled"]],
        ),
    ] = (ALL_TYPES,)

    @classmethod
    def between(cls, sent: Mapping[str, Any]) -> list[Fault]:
        """Returns every fault of the address and of each type that is text, beside any other faults."""
        url, types = sent.get("url"), sent.get("events", [ALL_TYPES])
        faults = _faults_of(url) if isinstance(url, str) and 0 < len(url) <= safe_address.LONGEST_URL else []
        if isinstance(types, list):
            named = tuple(type_ if isinstance(type_, str) else ALL_TYPES for type_ in types)
            faults += Subscription("", named).faults()
        return faults

    def subscription(self) -> Subscription:
        """Returns it as the clinic's request."""
        return Subscription(self.url, self.events)


def _faults_of(url: str) -> list[Fault]:
    try:
        safe_address.as_written(url, local=safe_address.is_local())
    except AddressRefused as refused:
        return [Fault("/url", f"address-{refused.facts['reason']}", "")]
    return []
