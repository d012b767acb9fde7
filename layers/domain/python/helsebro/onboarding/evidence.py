"""Evidence (dokumentation): what proves who signed which document, and when (F0-05)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from helsebro.onboarding.contract import ClinicContract
from helsebro.onboarding.signature import Signature

FORM = "helsebro-contract-evidence/1"
"""The form of the file; a changed form gets a new number."""


def evidence_of(contract: ClinicContract, signature: Signature) -> Mapping[str, Any]:
    """Returns the evidence of a signature as JSON values, in the order in which things happened.

    The platform seals the PDF first, the signatory signs second. The file names no one: a person is the
    pseudonym that the platform uses everywhere.
    """
    return {
        "form": FORM,
        "clinicId": contract.clinic_id,
        "contract": {
            "textVersion": contract.text_version,
            "language": contract.language,
            "sha256": contract.sha256,
            "sentAt": contract.sent_at.isoformat(),
            "validUntil": contract.valid_until.isoformat(),
        },
        "signatures": [
            {"order": 1, "by": "platform", "kind": "seal", "at": contract.sent_at.isoformat()},
            {
                "order": 2,
                "by": "signatory",
                "kind": "login",
                "person": signature.person_id,
                "knownBy": signature.known_by,
                "issuer": signature.issuer,
                "assurance": signature.assurance,
                "loggedInAt": signature.logged_in_at.isoformat(),
                "at": signature.signed_at.isoformat(),
                "signed": {"contractSha256": contract.sha256},
            },
        ],
    }
