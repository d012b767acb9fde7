"""Parameters: what an operator gives at a deployment."""

from __future__ import annotations

from collections.abc import Mapping

GIVEN: Mapping[str, str] = {
    "MemberIssuer": "Issuer of members' tokens (MitID, BankID broker)",
    "MemberClient": "Client id that members' tokens are made for",
    "StaffIssuer": "Issuer of staff tokens (the payers' directory)",
    "StaffClient": "Client id that staff tokens are made for",
    "PublicUrl": "Address that members and clinics know the API by",
    "SupportEmail": "Where portals and clinic systems get help",
    "SupportPhone": "Where portals and clinic systems get help",
}
"""Name → meaning. Parameters of the stack, so that one template serves every deployment."""
