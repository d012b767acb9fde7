"""The parameters of the stacks: what an operator sets at a deployment."""

from __future__ import annotations

from collections.abc import Mapping

REQUIRED: Mapping[str, str] = {
    "MemberIssuer": "Issuer of members' tokens (MitID, BankID broker)",
    "MemberClient": "Client id that members' tokens are made for",
    "StaffIssuer": "Issuer of staff tokens (the payers' directory)",
    "StaffClient": "Client id that staff tokens are made for",
    "PublicUrl": "Address that members and clinics know the API by, without a slash at its end",
    "SupportEmail": "Where portals and clinic systems get help",
    "SupportPhone": "Where portals and clinic systems get help",
}
"""Name → meaning. These are parameters, so that one template serves every deployment."""

OPTIONAL: Mapping[str, str] = {
    "SealCertificate": "Certificate of a trust service for the seal key, PEM; else the seal makes its own",
}
"""Parameters that have a default."""

EDGE_REQUIRED: Mapping[str, str] = {
    "PublicUrl": "Address that members and clinics know the API by, as the home stack was given it",
    "EdgeCertificate": "ARN of the certificate of that address's domain, in us-east-1",
    "ApiHost": "Host of the API, from the home stack's output ApiUrl",
    "EdgeLogBucket": "ARN of the bucket for the edge's log, the home stack's output of that name",
}
"""The parameters of the edge stack; the last two are outputs of the home stack."""
