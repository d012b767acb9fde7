"""An integrator of the test: a lean message of a held session, ``{"held": id, "when": instant}``."""

from __future__ import annotations

from typing import Any

from helsebro_aws.network.integrators.dialect import Dialect
from helsebro_aws.network.integrators.translation import Translation


def translated(sent: Any) -> Translation:
    """Returns ``session.held``."""
    event = {"type": "session.held", "timestamp": sent.get("when"), "data": {"bookingId": sent.get("held")}}
    return Translation(event, {"/data/bookingId": "/held", "/timestamp": "/when"})


DIALECT = Dialect("application/vnd.nordic-pulse+json", translated)
