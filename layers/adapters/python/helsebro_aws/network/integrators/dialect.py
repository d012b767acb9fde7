"""Dialect: how the system of one integrator says what our clinic events say (F0-12)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from helsebro_aws.network.integrators.translation import Translation

OURS = "application/json"
"""The media type of our own events."""


def _not_translated(sent: Any) -> Translation:
    return Translation(sent, {})


@dataclass(frozen=True)
class Dialect:
    """The media type of an integrator's messages, and what makes one of our events of such a message.

    ``translated`` takes the JSON of a message. It raises ``BadInput`` when it cannot tell which event it is.
    ``schema`` says in the document of the API what a message is. Without a dialect of its own an integrator
    sends our events.
    """

    media_type: str = OURS
    translated: Callable[[Any], Translation] = _not_translated
    schema: Mapping[str, Any] = field(default_factory=dict)
