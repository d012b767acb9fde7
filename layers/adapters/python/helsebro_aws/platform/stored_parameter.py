"""Stored parameter: JSON that an operator stores for a stage as a ``SecureString`` of Systems Manager."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache

from helsebro_aws.platform import clients
from helsebro_aws.platform.settings import Settings, settings


class StoredParameter:
    """Reads a parameter until there is one; needs the right ``ssm:GetParameter``.

    The setting ``HELSEBRO_<name>`` holds the parameter's own name.
    """

    def __init__(self, name: str, within: int, to: Settings = settings) -> None:
        self.name, self.within, self.settings = name, within, to

    @property
    def found(self) -> Mapping[str, str] | None:
        """What is stored, None as long as an operator has stored nothing."""
        parameter = self.settings.environment.get(f"HELSEBRO_{self.name.upper()}")
        try:
            return _read(self, parameter) if parameter else None
        except NothingStored:
            return None


class NothingStored(Exception):
    """An operator has stored nothing yet: it is asked for again the next time."""


@cache
def _read(asked: StoredParameter, parameter: str) -> Mapping[str, str]:
    client = clients.client("ssm", asked.settings, asked.within)
    try:
        value = client.get_parameter(Name=parameter, WithDecryption=True)["Parameter"]["Value"]
    except client.exceptions.ParameterNotFound:
        raise NothingStored from None
    return dict(json.loads(value))
