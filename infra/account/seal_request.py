"""``make seal-request``: prints the request for a certificate of a stage's seal (PKCS #10).

    STAGE=dev AWS_REGION=eu-north-1 SUBJECT_NAME="Helsebro payment guarantees" \\
    SUBJECT_ORGANISATION="Helsebro A/S" SUBJECT_COUNTRY=DK make seal-request > seal.csr

``SUBJECT_ORGANISATION_ID=NTRDK-12345678`` adds the registered number that a qualified seal of eIDAS needs
(ETSI EN 319 412-1). The key signs the request in KMS and never leaves it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

from asn1crypto import algos, csr, keys, pem, x509  # type: ignore[import-untyped]
from botocore.exceptions import BotoCoreError, ClientError

from helsebro_aws.guarantees.pdf.seal import KmsKey
from helsebro_aws.platform.settings import Settings
from infra.platform.protection.seal_names import key_alias

SUBJECT = {
    "SUBJECT_NAME": "common_name",
    "SUBJECT_ORGANISATION": "organization_name",
    "SUBJECT_ORGANISATION_ID": "organization_identifier",
    "SUBJECT_COUNTRY": "country_name",
}
"""Variable → attribute of the subject."""
NEEDED = ("STAGE", "AWS_REGION", "SUBJECT_NAME", "SUBJECT_ORGANISATION", "SUBJECT_COUNTRY")


def main(environment: Mapping[str, str] = os.environ) -> int:
    """Prints the request, or what is missing or failed; returns 0, or 2 when there is none."""
    missing = [name for name in NEEDED if not environment.get(name)]
    if missing:
        print(f"Settings are missing: {'=… '.join(missing)}=… make seal-request", file=sys.stderr)
        return 2
    alias = key_alias(environment["STAGE"])
    try:
        text = request(KmsKey(Settings(environment), alias), subject_of(environment))
    except (ClientError, BotoCoreError) as error:
        place = f"{alias} in {environment['AWS_REGION']}"
        print(f"The key {place} cannot sign. Deploy the stage first. {error}", file=sys.stderr)
        return 2
    print(text, end="")
    return 0


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
