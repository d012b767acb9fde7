"""Field encryption: CPR numbers and secrets, encrypted with a KMS key and bound to their record.

Envelope encryption with AES-256-GCM; the context (table, field, person) is authenticated, so a ciphertext
that is moved to another row or field cannot be decrypted (promise 21).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from helsebro_aws.platform.rust_core import core, limits
from helsebro_aws.platform.settings import settings

CLIENTS = 64
"""How many records' clients a function keeps: each holds a connection and about 0.2 MB."""


class EncryptionRefused(Exception):
    """The key or the value refuses, and will again: no rights, another record's value, an altered one."""


def encrypt(plain: str, **context: str) -> str:
    """Returns the encrypted value, never plain text.

    Raises ``Unavailable`` when KMS does not answer now, ``EncryptionRefused`` when it refuses.
    """
    return _text_of(_sealer(tuple(sorted(context.items()))).sync_encrypt, plain)


def decrypt(sealed: str, **context: str) -> str:
    """Returns the value, for the same context.

    Raises ``Unavailable`` when KMS does not answer now, ``EncryptionRefused`` for a value that is not
    encrypted, altered or of another record.
    """
    return _text_of(_sealer(tuple(sorted(context.items()))).sync_decrypt, sealed)


def _text_of(act: Callable[[str], Any], text: str) -> str:
    try:
        return str(act(text))
    except (core.PydynoxException, ValueError) as fault:
        # Here, so that a call without a fault loads no code of faults.
        from helsebro_aws.platform import core_faults

        if core_faults.passes(fault):
            raise core_faults.unavailable(fault, "encryption-unavailable") from None
        raise EncryptionRefused(type(fault).__name__) from None


@lru_cache(maxsize=CLIENTS)
def _sealer(context: tuple[tuple[str, str], ...]) -> Any:
    return core.KmsEncryptor(
        key_id=settings.field_key,
        region=settings.region,
        context=dict(context),
        endpoint_url=settings.endpoint_url,
        **limits(settings),
    )
