"""Stored parameter: JSON that an operator stores for a stage as a ``SecureString`` of Systems Manager."""

from __future__ import annotations

import json
from collections.abc import Mapping

from helsebro_aws.platform import clients
from helsebro_aws.platform.settings import Settings, settings


class StoredParameter:
    """Reads a parameter until there is one; needs the right ``ssm:GetParameter``.

    The setting ``HELSEBRO_<name>`` holds the parameter's own name.
    """

    def __init__(self, name: str, within: int, to: Settings = settings) -> None:
        self.name, self.within, self.settings = name, within, to
        self._known: Mapping[str, str] | None = None

    @property
    def found(self) -> Mapping[str, str] | None:
        """What is stored, None as long as an operator has stored nothing."""
        parameter = self.settings.environment.get(f"HELSEBRO_{self.name.upper()}")
        if parameter and self._known is None:
            self._known = self._stored(parameter)
        return self._known

    def _stored(self, parameter: str) -> Mapping[str, str] | None:
        client = clients.client("ssm", self.settings, self.within)
        try:
            value = client.get_parameter(Name=parameter, WithDecryption=True)["Parameter"]["Value"]
        except client.exceptions.ParameterNotFound:
            return None
        return dict(json.loads(value))
