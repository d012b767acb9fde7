"""A signer of pyhanko whose key is in KMS. Imported only to seal a PDF, since pyhanko loads slowly."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any, Protocol, cast

from asn1crypto.algos import SignedDigestAlgorithm  # type: ignore[import-untyped]
from asn1crypto.x509 import Certificate  # type: ignore[import-untyped]
from pyhanko.sign.signers import Signer
from pyhanko_certvalidator.registry import SimpleCertificateStore

LARGEST_KEY_BYTES = 512
"""RSA with 4096 bits: the most bytes of a signature, for a dry run, which asks KMS for none."""


class SigningKey(Protocol):
    """Signs data with RSA, PKCS #1 v1.5, SHA-256."""

    def sign(self, data: bytes) -> bytes:
        """Returns the signature."""


class KmsSigner(Signer):
    """Signs with a key of KMS under a certificate of its public half."""

    def __init__(self, key: SigningKey, certificate: Certificate, others: Sequence[Certificate]) -> None:
        store = cast(Any, SimpleCertificateStore)()
        store.register_multiple([certificate, *others])
        mechanism = SignedDigestAlgorithm({"algorithm": "sha256_rsa"})
        super().__init__(signing_cert=certificate, cert_registry=store, signature_mechanism=mechanism)
        self._key = key

    async def async_sign_raw(self, data: bytes, digest_algorithm: str, dry_run: bool = False) -> bytes:
        """Returns the signature over the data; a dry run returns bytes of its greatest length."""
        if digest_algorithm != "sha256":
            raise ValueError(digest_algorithm)
        if dry_run:
            return bytes(LARGEST_KEY_BYTES)
        signature: Any = await asyncio.to_thread(self._key.sign, data)
        return bytes(signature)
