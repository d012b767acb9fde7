"""Signaturgruppen Broker (Nets eID Broker): MitID, and MitID Erhverv by the same issuer.

The number is in the userinfo token or, where the client is set up so, in the ID token. E-Ident of Nets
always answers that its ``acr`` is high, so ``loa`` decides, and ``acr`` only as far as it is one of NSIS.
"""

from __future__ import annotations

from helsebro.identity.assurance import Assurance, in_address, weakest
from helsebro_aws.identity.brokers.dialect import NSIS, BrokerDialect, Claims, numbers_in

HIDDEN_NAME = "NAVNE & ADRESSEBESKYTTET"


def nsis(claims: Claims) -> Assurance | None:
    """Returns the weakest of the levels of NSIS that the token names."""
    stated = (claims.get("loa"), claims.get("acr"))
    return weakest([in_address(level) for level in stated if str(level).startswith(NSIS)])


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
