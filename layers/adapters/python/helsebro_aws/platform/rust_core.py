"""The Rust core of pydynox: its low-level client takes plain dictionaries and needs none of the rest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from helsebro_aws.platform import lean
from helsebro_aws.platform.settings import Settings

core: Any = lean.module("pydynox.pydynox_core")

ON_AWS: Mapping[str, Any] = {"connect_timeout": 0.6, "read_timeout": 1.0, "max_retries": 3}
"""The limits of a call, in seconds; ``max_retries`` counts all attempts.

Before the second attempt the core waits up to 1 s, before the third up to 2 s, so that a call without an
answer fails after at most 7.8 s: before an API function, with its 10 s, is cut off.
"""
ON_THE_STACK: Mapping[str, Any] = {"connect_timeout": 2.0, "read_timeout": 8.0, "max_retries": 3}
"""The emulator answers one request after the other, so that a late answer is not a fault there."""


def limits(to: Settings) -> Mapping[str, Any]:
    """Returns the keyword arguments that limit the attempts of a client of the core."""
    return ON_THE_STACK if to.endpoint_url else ON_AWS
