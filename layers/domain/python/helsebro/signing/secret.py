"""Webhook secrets: the shared key of a signature, and its rotation."""

from __future__ import annotations

from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from helsebro.errors import Refused

PREFIX = "whsec_"
SHORTEST, LONGEST = 24, 64
OVERLAP = timedelta(hours=24)
"""How long the old secret still signs and verifies beside the new one."""


class SecretRefused(Refused):
    """The secret is not ``whsec_`` and the base64 of 24 to 64 bytes; a shorter key can be guessed."""

    code = "webhook-secret-refused"


@dataclass(frozen=True)
class WebhookSecret:
    """A key of 24–64 bytes; ``until`` is set when it is replaced. ``repr`` never shows the key."""

    key: bytes = field(repr=False)
    until: datetime | None = None

    def __post_init__(self) -> None:
        if not SHORTEST <= len(self.key) <= LONGEST:
            raise SecretRefused()

    @classmethod
    def parse(cls, text: str, until: datetime | None = None) -> WebhookSecret:
        """Returns the secret from its ``whsec_…`` text (padded base64). Raises ``SecretRefused``."""
        encoded = text.removeprefix(PREFIX)
        if encoded == text or not encoded.isascii():
            raise SecretRefused()
        try:
            return cls(b64decode(encoded, validate=True), until)
        except (NotBase64, ValueError):
            raise SecretRefused() from None

    @property
    def text(self) -> str:
        """The ``whsec_…`` text, which the other side gets once."""
        return PREFIX + b64encode(self.key).decode("ascii")

    def in_force(self, at: datetime) -> bool:
        """Whether it signs and verifies at that time: until ``OVERLAP`` after it was replaced."""
        return self.until is None or at < self.until


def rotate(secrets: Iterable[WebhookSecret], new: WebhookSecret, at: datetime) -> tuple[WebhookSecret, ...]:
    """Returns the new secret first, then the one it replaces, which ends after ``OVERLAP``.

    A secret that was replaced earlier ends at once, so that never more than two are in force.
    """
    replaced = [secret for secret in secrets if secret.until is None]
    return (new, *(replace(secret, until=at + OVERLAP) for secret in replaced))
