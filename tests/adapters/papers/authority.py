"""Builders of certificates: a trust service that answers certificate requests, for tests of the seal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.asymmetric.types import CertificatePublicKeyTypes
from cryptography.hazmat.primitives.serialization import Encoding, load_der_public_key
from cryptography.x509.oid import NameOID

BEGINS, ENDS = datetime(2026, 1, 1, tzinfo=UTC), datetime(2046, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Authority:
    """An issuer of certificates with its own key and certificate."""

    key: rsa.RSAPrivateKey
    certificate: x509.Certificate

    def certificate_of(
        self,
        public_key: CertificatePublicKeyTypes,
        name: str = "Helsebro",
        *,
        begins: datetime = BEGINS,
        ends: datetime = ENDS,
        issues: bool = False,
        signs: bool = True,
    ) -> x509.Certificate:
        """Returns a certificate of this key."""
        made = _builder(name, self.certificate.subject, public_key, begins, ends, issues, signs)
        return made.sign(self.key, hashes.SHA256())

    def intermediate(self, name: str) -> Authority:
        """Returns an authority below this one."""
        key = new_key(name)
        return Authority(key, self.certificate_of(key.public_key(), name, issues=True))


@cache
def new_key(name: str) -> rsa.RSAPrivateKey:
    """Returns a key, the same for the same name."""
    assert name
    return rsa.generate_private_key(65537, 2048)


@cache
def root() -> Authority:
    """Returns a trust service's root."""
    key, subject = new_key("root"), _name("Root")
    made = _builder("Root", subject, key.public_key(), BEGINS, ENDS, issues=True, signs=True)
    return Authority(key, made.sign(key, hashes.SHA256()))


def public_half(der: bytes) -> CertificatePublicKeyTypes:
    """Returns a public key that KMS gave."""
    loaded = load_der_public_key(der)
    assert isinstance(loaded, rsa.RSAPublicKey)
    return loaded


def as_pem(*chain: x509.Certificate) -> str:
    """Returns the certificates as one text."""
    return "".join(certificate.public_bytes(Encoding.PEM).decode() for certificate in chain)


def _builder(
    name: str,
    issuer: x509.Name,
    public_key: CertificatePublicKeyTypes,
    begins: datetime,
    ends: datetime,
    issues: bool,
    signs: bool,
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(_name(name))
        .issuer_name(issuer)
        .public_key(public_key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(begins - timedelta(days=1))
        .not_valid_after(ends)
        .add_extension(x509.BasicConstraints(ca=issues, path_length=None), critical=True)
        .add_extension(
            x509.KeyUsage(
                digital_signature=signs and not issues,
                content_commitment=signs and not issues,
                key_encipherment=False,
                data_encipherment=False,
                key_agreement=False,
                key_cert_sign=issues,
                crl_sign=issues,
                encipher_only=False,
                decipher_only=False,
            ),
            critical=True,
        )
    )


def _name(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
