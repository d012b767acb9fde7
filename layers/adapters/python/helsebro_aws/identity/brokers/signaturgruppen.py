"""Signaturgruppen Broker (Nets eID Broker): MitID, and MitID Erhverv by the same issuer.

The number is in the userinfo token or, where the client is set up so, in the ID token. E-Ident of Nets
always answers that its ``acr`` is high: that one says nothing, and any other must be a level of NSIS.
"""

from __future__ import annotations

from helsebro.identity.assurance import Assurance, weakest
from helsebro_aws.identity.brokers.dialect import NSIS_LEVELS, BrokerDialect, Claims, level_in, numbers_in

ALWAYS_OF_E_IDENT = "urn:eident:cert:eidas:high"
HIDDEN_NAME = "NAVNE & ADRESSEBESKYTTET"


def nsis(claims: Claims) -> Assurance | None:
    """Returns the weaker of the levels of NSIS in ``loa`` and ``acr``; None when one of them is no level."""
    says_nothing = claims.get("acr") == ALWAYS_OF_E_IDENT
    of_acr = [] if says_nothing else level_in(claims, "acr", NSIS_LEVELS)
    return weakest([*level_in(claims, "loa", NSIS_LEVELS), *of_acr])


def logged_in_at(claims: Claims) -> object:
    """Returns ``auth_time``, which some of the broker's tokens write as a text."""
    at = claims.get("auth_time")
    return int(at) if isinstance(at, str) and at.isascii() and at.isdigit() and len(at) < 15 else at


DIALECT = BrokerDialect(
    people=numbers_in(DK=("dk.cpr", "dk_ssn", "nemlogin.cpr")),
    assurance=nsis,
    companies=("dk.cvr", "nemlogin.cvr"),
    names=("mitid.identity_name", "nemlogin.name", "name", "given_name+family_name"),
    logged_in_at=logged_in_at,
    hidden_name=HIDDEN_NAME,
)
