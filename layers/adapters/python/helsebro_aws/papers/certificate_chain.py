"""The certificate chain of a trust service: whether a text is one for the seal's key, and if not, why.

The chain is PEM: the seal's own certificate first, each followed by its issuer's; the root may be left out. A
wrong chain is an error and never a seal that readers of the PDF reject.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import pairwise
from typing import TypeVar

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

LONGEST = 8192
"""The characters that the largest parameter of Systems Manager holds: three or four certificates."""

Found = TypeVar("Found", bound=x509.ExtensionType)


class BadChain(Exception):
    """The text is not a valid chain for the key. ``faults`` names all that is wrong, one sentence each."""

    def __init__(self, faults: Sequence[str]) -> None:
        super().__init__(" ".join(faults))
        self.faults = tuple(faults)


def chain_of(text: str, public_key: bytes, at: datetime) -> list[x509.Certificate]:
    """Returns the certificates of the text, the key's own first.

    ``public_key`` is a DER ``SubjectPublicKeyInfo``. Raises ``BadChain``.
    """
    try:
        chain = x509.load_pem_x509_certificates(text.encode())
    except ValueError:
        raise BadChain(["The text holds no certificate in PEM, or one that cannot be read."]) from None
    faults = [*_faults_of_text(text), *_faults_of_first(chain[0], public_key)]
    faults += [fault for certificate in chain for fault in _faults_of_time(certificate, at)]
    faults += [fault for pair in pairwise(chain) for fault in _faults_of_link(*pair)]
    if faults:
        raise BadChain(faults)
    return chain


def _faults_of_text(text: str) -> Iterator[str]:
    if "PRIVATE KEY" in text:
        yield "The text holds a private key, which must not be stored here."
    if len(text) > LONGEST:
        yield f"The chain has {len(text)} characters, and a parameter holds {LONGEST}: leave out the root."


def _faults_of_first(certificate: x509.Certificate, public_key: bytes) -> Iterator[str]:
    name = _name(certificate)
    its_key = certificate.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    if its_key != public_key:
        yield f"The first certificate ({name}) is not of the seal's key; the key's own must come first."
    usage = _extension(certificate, x509.KeyUsage)
    if usage and not (usage.digital_signature or usage.content_commitment):
        yield f"The first certificate ({name}) may not be used for signatures."


def _faults_of_time(certificate: x509.Certificate, at: datetime) -> Iterator[str]:
    begins, ends = certificate.not_valid_before_utc, certificate.not_valid_after_utc
    if not begins <= at <= ends:
        yield f"The certificate {_name(certificate)} is valid from {begins:%Y-%m-%d} to {ends:%Y-%m-%d}."


def _faults_of_link(certificate: x509.Certificate, issuer: x509.Certificate) -> Iterator[str]:
    limits = _extension(issuer, x509.BasicConstraints)
    if limits is None or not limits.ca:
        yield f"The certificate {_name(issuer)} is not of an issuer."
    try:
        certificate.verify_directly_issued_by(issuer)
    except (InvalidSignature, ValueError, TypeError):
        yield f"The certificate {_name(certificate)} was not issued by the next one ({_name(issuer)})."


def _extension(certificate: x509.Certificate, kind: type[Found]) -> Found | None:
    try:
        return certificate.extensions.get_extension_for_class(kind).value
    except x509.ExtensionNotFound:
        return None


def _name(certificate: x509.Certificate) -> str:
    return certificate.subject.rfc4514_string()
