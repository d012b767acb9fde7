"""The seal: an electronic signature (PAdES B-B) over the whole PDF, by a key that never leaves KMS.

The key is in KMS rather than a PKCS#12 in Secrets Manager: no private key can be copied, leaked or must be
rotated by hand, the role of a function may only ask for signatures, and CloudTrail logs every use. An
operator stores the certificate chain of a trust service for the public key in a parameter. Without it, as on
the embedded stack, the seal uses a self-signed certificate. A function reads the chain once, and seals
nothing with a wrong one.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, cached_property
from io import BytesIO
from typing import Any

from helsebro_aws.papers.certificate import self_signed
from helsebro_aws.papers.certificate_parameter import stored_chain
from helsebro_aws.papers.printing import PRINTING_SECONDS
from helsebro_aws.platform import clients, clock
from helsebro_aws.platform.settings import Setting, Settings

ALGORITHM = "RSASSA_PKCS1_V1_5_SHA_256"
FIELD = "Seal"
BESIDE_CERTIFICATES = 4_096
"""The bytes of a seal beside its certificates, at most: a signature of 512, attributes, names and lengths."""


class SealSettings(Settings):
    """``HELSEBRO_SEAL_KEY`` is the ARN of an RSA key for signing.

    ``HELSEBRO_SEAL_CERTIFICATE_PARAMETER`` is the name of the parameter with its certificates.
    """

    seal_key = Setting()
    seal_certificate_parameter = Setting()


class KmsKey:
    """An RSA key of KMS. Needs the rights ``kms:Sign`` and ``kms:GetPublicKey`` on it, and no other.

    ``within`` is the timeout of the function in seconds.
    """

    def __init__(self, settings: Settings, key: str, within: int = PRINTING_SECONDS) -> None:
        self.settings, self.key, self.within = settings, key, within

    @cached_property
    def client(self) -> Any:
        """The client, made on first use."""
        return clients.client("kms", self.settings, self.within)

    @cached_property
    def public_key(self) -> bytes:
        """The public key, as a DER ``SubjectPublicKeyInfo``."""
        return bytes(self.client.get_public_key(KeyId=self.key)["PublicKey"])

    def sign(self, data: bytes) -> bytes:
        """Returns the signature over at most 4,096 bytes of data (RSA, PKCS #1 v1.5, SHA-256)."""
        answer = self.client.sign(KeyId=self.key, Message=data, MessageType="RAW", SigningAlgorithm=ALGORITHM)
        return bytes(answer["Signature"])


def seal(pdf: bytes, settings: SealSettings | None = None) -> bytes:
    """Returns the PDF with its seal; any later change to it is detectable. Raises ``BadChain``."""
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import signers
    from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter

    settings = settings or SealSettings()
    about = signers.PdfSignatureMetadata(
        field_name=FIELD,
        md_algorithm="sha256",
        subfilter=SigSeedSubFilter.PADES,
        certify=True,
        docmdp_permissions=MDPPerm.NO_CHANGES,
    )
    sealed, certificates = BytesIO(), _certificates(settings.seal_key, settings.seal_certificate_parameter)
    signers.sign_pdf(
        IncrementalPdfFileWriter(BytesIO(pdf)),
        about,
        signer=_signer(settings, certificates),
        output=sealed,
        bytes_reserved=_reserved(certificates),
    )
    return sealed.getvalue()


def _reserved(certificates: Sequence[bytes]) -> int:
    """Returns how many hexadecimal digits of the PDF the seal may fill.

    Without a number the library signs once only to measure, which takes as long as the seal itself.
    """
    return 2 * (sum(map(len, certificates)) + BESIDE_CERTIFICATES)


def _signer(settings: SealSettings, certificates: Sequence[bytes]) -> Any:
    from asn1crypto.x509 import Certificate  # type: ignore[import-untyped]

    from helsebro_aws.papers.kms_signer import KmsSigner

    # Loaded anew for each seal: the library copies every part of a certificate that was ever looked at.
    first, *others = map(Certificate.load, certificates)
    return KmsSigner(_key(settings.seal_key), first, others)


@cache
def _certificates(arn: str, parameter: str) -> list[bytes]:
    """Returns the certificates of the key as DER, its own first. Raises ``BadChain``."""
    from cryptography.hazmat.primitives.serialization import Encoding

    from helsebro_aws.papers.certificate_chain import chain_of

    key, text = _key(arn), stored_chain(SealSettings(), parameter)
    if text is None:
        return [bytes(self_signed(key.public_key, key.sign).dump())]
    chain = chain_of(text, key.public_key, clock.real_now())
    return [certificate.public_bytes(Encoding.DER) for certificate in chain]


@cache
def _key(arn: str) -> KmsKey:
    return KmsKey(SealSettings(), arn)
