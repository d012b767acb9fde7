"""The shapes of webhook endpoints (api.md, Clinics, practitioners, booking)."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from helsebro.errors import BadInput, Fault
from helsebro.webhook_endpoint import ALL_TYPES, Subscription
from helsebro_aws import safe_address
from helsebro_aws.http.bodies import Body
from helsebro_aws.safe_address import AddressRefused


class EndpointShape(Body):
    """The body of ``POST /v1/clinics/{clinicId}/webhook-endpoints``."""

    url: Annotated[str, Field(min_length=1, max_length=safe_address.LONGEST_URL)]
    events: Annotated[tuple[str, ...], Field(max_length=50)] = (ALL_TYPES,)

    def subscription(self) -> Subscription:
        """What the clinic asks for. Raises ``BadInput`` with every fault of address and types."""
        asked = Subscription(self.url, self.events)
        faults = [*_faults_of(self.url), *asked.faults()]
        if faults:
            raise BadInput(faults)
        return asked


def _faults_of(url: str) -> list[Fault]:
    try:
        safe_address.as_written(url, local=safe_address.is_local())
    except AddressRefused as refused:
        return [Fault("/url", f"address-{refused.facts['reason']}", "")]
    return []
