"""Connected registers: those of both countries, as an operator has set them up for a stage.

The parameter ``register-dk`` holds ``url``. The parameter ``register-no`` also holds the fields of
``MaskinportenClient``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from helsebro.local_day import local_day
from helsebro_aws.onboarding.registers.authorisation_register import AuthorisationRegister
from helsebro_aws.onboarding.registers.hpr import SCOPE, NorwegianRegister
from helsebro_aws.onboarding.registers.maskinporten import Maskinporten, MaskinportenClient
from helsebro_aws.onboarding.registers.register_server import server_at
from helsebro_aws.onboarding.registers.stps import DanishRegister
from helsebro_aws.platform import clock
from helsebro_aws.platform.stored_parameter import StoredParameter

WITHIN = 30
"""The shortest timeout, in seconds, of the functions that read the parameters."""


@dataclass
class ConnectedRegisters:
    """The register of each country, kept with its token once it is known."""

    denmark: StoredParameter
    norway: StoredParameter
    connected: dict[str, AuthorisationRegister] = field(default_factory=dict)

    def of_country(self, country: str) -> AuthorisationRegister | None:
        """Returns the register of a country, None while it is not set up or when there is none."""
        if country not in self.connected:
            found = self._connected(country)
            if found is None:
                return None
            self.connected[country] = found
        return self.connected[country]

    def _connected(self, country: str) -> AuthorisationRegister | None:
        if country == "DK" and (stored := self.denmark.found):
            return DanishRegister(server_at(stored["url"]))
        if country == "NO" and (stored := self.norway.found):
            return _norwegian(stored)
        return None


def _norwegian(stored: Mapping[str, str]) -> NorwegianRegister:
    known_by = MaskinportenClient(stored["issuer"], stored["client"], stored["kid"], stored["key"])
    tokens = Maskinporten(known_by, server_at(known_by.issuer), SCOPE)
    return NorwegianRegister(server_at(stored["url"]), tokens, lambda: local_day(clock.now(), "NO"))


def registers_of_function() -> ConnectedRegisters:
    """Returns the registers that the settings of the running function name."""
    return ConnectedRegisters(StoredParameter("register_dk", WITHIN), StoredParameter("register_no", WITHIN))
