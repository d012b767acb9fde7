"""The stored login: a token and the platform it is for, in a file that only its owner can read."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from local.cli.fault import CliFault
from local.demo.code_flow import claims_of

NOT_LOGGED_IN = "Log in with `helsebro login anna`, or name a user for one call with `--as anna`."


@dataclass(frozen=True)
class StoredLogin:
    """``issuer`` has given ``token`` to ``user``, who calls the platform at ``api_url`` with it."""

    user: str
    issuer: str
    api_url: str
    token: str

    @classmethod
    def read(cls, path: Path) -> StoredLogin:
        """Returns the stored login. Raises ``CliFault`` when there is none."""
        if not path.exists():
            raise CliFault("You are not logged in.", NOT_LOGGED_IN)
        try:
            return cls(**json.loads(path.read_text("utf-8")))
        except (ValueError, TypeError):
            raise CliFault(f"{path} holds no login.", "Log in again: `helsebro login USER`.") from None

    def store(self, path: Path) -> None:
        """Replaces the file in one step; only its owner can read it, from the first byte."""
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_suffix(".new")
        fresh.unlink(missing_ok=True)
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            json.dump(asdict(self), file)
        fresh.replace(path)

    @property
    def claims(self) -> Mapping[str, Any]:
        """What the issuer says of the user."""
        return claims_of(self.token)

    @property
    def expires_at(self) -> datetime:
        """When the token ends."""
        return datetime.fromtimestamp(self.claims["exp"], UTC)

    def must_be_in_force(self, now: datetime) -> StoredLogin:
        """Returns itself. Raises ``CliFault`` when the token has expired."""
        if now >= self.expires_at:
            raise CliFault(
                f"The login of {self.user} expired at {self.expires_at:%H:%M UTC on %d %B}.",
                f"Log in again: `helsebro login {self.user}`.",
            )
        return self
