"""The self-signed certificate of the seal, for as long as it has none of a trust service."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

NAME = {"common_name": "Helsebro seal", "organization_name": "Helsebro"}
BEGINS, ENDS = datetime(2026, 1, 1, tzinfo=UTC), datetime(2036, 1, 1, tzinfo=UTC)
"""Fixed, so that every process makes the same certificate of the same key."""


def self_signed(public_key: bytes, sign: Callable[[bytes], bytes]) -> Any:
    """Returns a self-signed certificate. It proves that nothing was changed, not who signed."""
    from asn1crypto import algos, keys, x509  # type: ignore[import-untyped]

    subject = keys.PublicKeyInfo.load(public_key)
    name = x509.Name.build(NAME)
    content = x509.TbsCertificate(
        {
            "version": "v3",
            "serial_number": int.from_bytes(hashlib.sha256(public_key).digest()[:15], "big"),
            "signature": algos.SignedDigestAlgorithm({"algorithm": "sha256_rsa"}),
            "issuer": name,
            "validity": {
                "not_before": x509.Time({"utc_time": BEGINS}),
                "not_after": x509.Time({"utc_time": ENDS}),
            },
            "subject": name,
            "subject_public_key_info": subject,
            "extensions": [
                {"extn_id": "basic_constraints", "critical": True, "extn_value": {"ca": False}},
                {
                    "extn_id": "key_usage",
                    "critical": True,
                    "extn_value": {"digital_signature", "non_repudiation"},
                },
                {"extn_id": "key_identifier", "extn_value": subject.sha1},
            ],
        }
    )
    return x509.Certificate(
        {
            "tbs_certificate": content,
            "signature_algorithm": algos.SignedDigestAlgorithm({"algorithm": "sha256_rsa"}),
            "signature_value": sign(content.dump()),
        }
    )
