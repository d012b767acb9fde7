"""Signature attempt: a person with another name than the application's wants to sign (F0-03).

The network team reads it to decide. It holds a name, so it is kept no longer than the decision takes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from helsebro.onboarding.signature import Signer

SignerDifference = Literal["name", "name-missing"]


@dataclass(frozen=True)
class SignatureAttempt:
    """Who tried to sign, as the login says; ``name`` is empty when the login has none."""

    name: str = field(repr=False)
    issuer: str
    assurance: str
    logged_in_at: datetime
    tried_at: datetime

    @property
    def differs(self) -> tuple[SignerDifference, ...]:
        """What does not agree with the application: another name, or a login that says none."""
        return ("name",) if self.name else ("name-missing",)


def attempted(signer: Signer, at: datetime) -> SignatureAttempt:
    """Returns the attempt of a signer whose name is not the application's."""
    return SignatureAttempt(signer.name, signer.issuer, signer.assurance, signer.logged_in_at, at)
