"""Stripe accounts: the keys of each payer's account at Stripe, as an operator has stored them for a stage.

The parameter ``stripe`` holds, for a payer ``tryg``, ``tryg-key``: the secret key, and ``tryg-webhook``: the
signing secret of its endpoint (two with a blank between while it is rolled). ``url`` is there on the embedded
stack only.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from helsebro_aws.platform.settings import Settings, settings
from helsebro_aws.platform.stored_parameter import StoredParameter

URL = "https://api.stripe.com"


class StripeNotConnected(Exception):
    """The payer has no account at Stripe that we know of."""


@dataclass(frozen=True)
class StripeAccess:
    """How a payer's account is called."""

    url: str
    key: str = field(repr=False)


class StripeAccounts:
    """The accounts of all payers. ``within`` is the timeout in seconds of the function that uses them."""

    def __init__(self, within: int, to: Settings = settings) -> None:
        self.stored = StoredParameter("stripe", within, to)

    def has(self, payer: str) -> bool:
        """Whether a payer can pay by Stripe: its key is stored."""
        return bool((self.stored.found or {}).get(f"{payer}-key"))

    def of(self, payer: str) -> StripeAccess:
        """Returns how a payer's account is called. Raises ``StripeNotConnected``."""
        stored = self.stored.found or {}
        if not stored.get(f"{payer}-key"):
            raise StripeNotConnected(payer)
        return StripeAccess(stored.get("url", URL), stored[f"{payer}-key"])

    def signing_secrets(self, payer: str) -> list[str]:
        """Returns the secrets that Stripe signs a payer's events with; none when none is stored."""
        return (self.stored.found or {}).get(f"{payer}-webhook", "").split()
