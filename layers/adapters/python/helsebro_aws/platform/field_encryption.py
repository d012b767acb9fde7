"""Field encryption: CPR numbers and secrets, encrypted with a KMS key and bound to their record.

Envelope encryption with AES-256-GCM; the context (table, field, person) is authenticated, so a ciphertext
that is moved to another row or field cannot be decrypted (promise 21).
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from helsebro.errors import Unavailable
from helsebro_aws.platform.rust_core import core
from helsebro_aws.platform.settings import settings

CLIENTS = 64
"""How many records' clients a function keeps: each holds a connection and about 0.2 MB."""


def encrypt(plain: str, **context: str) -> str:
    """Returns the encrypted value, never plain text. Raises ``Unavailable`` when KMS does not answer."""
    try:
        return str(_sealer(tuple(sorted(context.items()))).sync_encrypt(plain))
    except core.PydynoxException:
        raise Unavailable("encryption-unavailable") from None


def decrypt(sealed: str, **context: str) -> str:
    """Returns the value, for the same context. Raises ``Unavailable`` when KMS refuses or does not answer.

    A text that is not encrypted (``ValueError`` of the core) is refused like one of another record.
    """
    try:
        return str(_sealer(tuple(sorted(context.items()))).sync_decrypt(sealed))
    except (core.PydynoxException, ValueError):
        raise Unavailable("encryption-unavailable") from None


@lru_cache(maxsize=CLIENTS)
def _sealer(context: tuple[tuple[str, str], ...]) -> Any:
    return core.KmsEncryptor(
        key_id=settings.field_key,
        region=settings.region,
        context=dict(context),
        endpoint_url=settings.endpoint_url,
    )
