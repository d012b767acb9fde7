"""Credentials: what a provider of digital post knows us by, as an operator stores it for a stage.

The parameter of Systems Manager is a ``SecureString`` with JSON. Without it the channel is not set up.
"""

from __future__ import annotations

import ssl
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from helsebro_aws.platform.settings import Settings, settings
from helsebro_aws.platform.stored_parameter import StoredParameter


@dataclass(frozen=True)
class Credentials:
    """``account`` is our id at the provider. ``key`` is a private key and ``certificate`` its chain, both
    PEM. ``secret`` belongs to the account where the provider gives one.
    """

    url: str
    account: str
    key: str = field(repr=False)
    certificate: str = field(default="", repr=False)
    secret: str = field(default="", repr=False)

    def trust(self) -> ssl.SSLContext:
        """Returns a context that shows our certificate to the provider."""
        made = ssl.create_default_context()
        with TemporaryDirectory() as folder:
            # The module ssl reads them from a file only; the folder is ours alone, and gone at once.
            path = Path(folder) / "chain.pem"
            path.write_text(f"{self.certificate}\n{self.key}")
            made.load_cert_chain(path)
        return made


class StoredCredentials:
    """Reads credentials until there are some; needs the right ``ssm:GetParameter``."""

    def __init__(self, name: str, within: int, to: Settings = settings) -> None:
        self.parameter = StoredParameter(name, within, to)

    @property
    def found(self) -> Credentials | None:
        """The credentials, None as long as an operator has stored none."""
        stored = self.parameter.found
        return None if stored is None else Credentials(**stored)
