"""``make seal-request``: prints the request for a certificate of a stage's seal (PKCS #10).

    STAGE=dev AWS_REGION=eu-north-1 SUBJECT_NAME="Helsebro payment guarantees" \\
    SUBJECT_ORGANISATION="Helsebro A/S" SUBJECT_COUNTRY=DK make -s seal-request > seal.csr

``SUBJECT_ORGANISATION_ID=NTRDK-12345678`` adds the registered number that a qualified seal of eIDAS needs
(ETSI EN 319 412-1). The key signs the request in KMS and never leaves it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

from asn1crypto import algos, csr, keys, pem, x509  # type: ignore[import-untyped]

from helsebro.errors import Unavailable
from helsebro_aws.papers.seal import KmsKey
from helsebro_aws.platform.settings import Settings
from infra.account.account import account_stage_of
from infra.account.command import CommandFault, command
from infra.platform.protection.seal_names import key_alias

SUBJECT = {
    "SUBJECT_NAME": "common_name",
    "SUBJECT_ORGANISATION": "organization_name",
    "SUBJECT_ORGANISATION_ID": "organization_identifier",
    "SUBJECT_COUNTRY": "country_name",
}
"""Variable → attribute of the subject."""
NEEDED = ("STAGE", "SUBJECT_NAME", "SUBJECT_ORGANISATION", "SUBJECT_COUNTRY")
AWS_IS_SILENT = "AWS does not answer. Look at the connection, and run it again."


@command
def main(environment: Mapping[str, str] = os.environ) -> int:
    """Prints the request, or what is missing or failed; returns 0, or 2 when there is none."""
    missing = [name for name in NEEDED if not environment.get(name)]
    if missing:
        raise CommandFault(f"Settings are missing: make seal-request {'=… '.join(missing)}=…")
    to = account_stage_of(environment)
    try:
        text = request(key_of_seal(key_alias(to), to.region, environment), subject_of(environment))
    except Unavailable:
        raise CommandFault(AWS_IS_SILENT) from None
    print(text, end="")
    return 0


def key_of_seal(alias: str, region: str | None, environment: Mapping[str, str]) -> KmsKey:
    """Returns the key that an alias names in a region, with the caller's credentials."""
    there = {"AWS_REGION": region} if region else {}
    return KmsKey(Settings({**environment, **there}), alias)


def subject_of(environment: Mapping[str, str]) -> dict[str, str]:
    """Returns the attributes of the subject that the environment sets."""
    return {SUBJECT[name]: environment[name] for name in SUBJECT if environment.get(name)}


def request(key: KmsKey, subject: Mapping[str, str]) -> str:
    """Returns the signed request as PEM."""
    content = csr.CertificationRequestInfo(
        {
            "version": "v1",
            "subject": x509.Name.build(dict(subject)),
            "subject_pk_info": keys.PublicKeyInfo.load(key.public_key),
            "attributes": [],
        }
    )
    signed = csr.CertificationRequest(
        {
            "certification_request_info": content,
            "signature_algorithm": algos.SignedDigestAlgorithm({"algorithm": "sha256_rsa"}),
            "signature": key.sign(content.dump()),
        }
    )
    return str(pem.armor("CERTIFICATE REQUEST", signed.dump()).decode())


if __name__ == "__main__":
    sys.exit(main())
