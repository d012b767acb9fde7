"""The platform that the commands call: the stack of ``make run``, or the one that the environment names."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from helsebro.signing.secret import SecretRefused, WebhookSecret
from helsebro_aws.platform.clock import real_now
from local.cli.fault import CliFault, unknown
from local.cli.stored_login import StoredLogin
from local.clinic.clinic_system import ClinicSystem
from local.demo import login, people
from local.demo.code_flow import claims_of
from local.home import STACK_FILE
from local.journey.people import StackAddresses
from local.stack import ports, running_stack

OF_CLINIC = ("HELSEBRO_API_URL", "HELSEBRO_CLINIC_ID", "HELSEBRO_SIGNING_SECRET")
"""The settings of a clinic's system on a platform that is not the local stack."""


@dataclass(frozen=True)
class Platform:
    """``file`` is the ``stack.json`` of a stack; the stored login is beside it."""

    file: Path = STACK_FILE
    environment: Mapping[str, str] = field(default_factory=lambda: os.environ)

    @property
    def stack(self) -> dict[str, Any]:
        """The addresses of the local stack. Raises ``NoRunningStack``, ``CliFault`` for another file."""
        try:
            found = running_stack.addresses(self.file)
        except (OSError, ValueError):
            found = {}
        if "demoClinic" not in found:
            raise CliFault(f"{self.file} is no stack.json.", "`make run` writes one to .local/stack.json.")
        return found

    @property
    def login_file(self) -> Path:
        """Where the login is stored."""
        return self.file.with_name("login.json")

    @property
    def api_url(self) -> str:
        """The address of the API, where no login says another."""
        return str(self.environment.get("HELSEBRO_API_URL") or self.stack["apiUrl"]).rstrip("/")

    def demo_token(self, user: str) -> str:
        """Logs in a user of the local issuers. Raises ``CliFault`` for one without claims of ours."""
        token = login.of_demo_user(self.stack, user)
        # The issuer lets anyone in; one that it does not know has no claims that the platform accepts.
        if not {"acr", "roles"} & claims_of(token).keys():
            raise unknown("user", user, (known.sub for known in people.logins(real_now().date())))
        return token

    def stored_login(self) -> StoredLogin:
        """Returns the login in force. Raises ``CliFault``, also when it is for a stack that has ended."""
        found = StoredLogin.read(self.login_file).must_be_in_force(real_now())
        is_local = urlsplit(found.issuer).hostname == ports.HOST
        if is_local and found.issuer not in (self.stack["memberIssuer"], self.stack["staffIssuer"]):
            raise CliFault(
                f"The login of {found.user} is for another stack.",
                f"Log in again: helsebro login {found.user}",
            )
        return found

    def access(self, user: str) -> tuple[str, str]:
        """Returns the API's address and the token of ``user`` or of the stored login. Raises ``CliFault``."""
        if user:
            return str(self.stack["apiUrl"]), self.demo_token(user)
        stored = self.stored_login()
        return stored.api_url, stored.token

    def clinic(self) -> ClinicSystem:
        """Returns the system of the demo clinic, or that of the clinic which the environment names."""
        named = {name: self.environment.get(name, "") for name in OF_CLINIC}
        if all(named.values()):
            _must_be_secret(named["HELSEBRO_SIGNING_SECRET"])
            api_url, clinic_id, secret = named.values()
            return ClinicSystem(api_url, clinic_id, secret)
        if named["HELSEBRO_CLINIC_ID"] or named["HELSEBRO_SIGNING_SECRET"]:
            missing = ", ".join(name for name, value in named.items() if not value)
            raise CliFault(f"The settings of the clinic's system lack {missing}.", "Set all three, or none.")
        return StackAddresses.of(self.stack).clinic_system()


def _must_be_secret(text: str) -> None:
    try:
        WebhookSecret.parse(text)
    except SecretRefused:
        raise CliFault("HELSEBRO_SIGNING_SECRET is no secret.", "It is whsec_ and then base64.") from None
