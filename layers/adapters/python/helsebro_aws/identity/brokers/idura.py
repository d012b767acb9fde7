"""Idura Verify (formerly Criipto): MitID, MitID Erhverv and Norwegian BankID.

``authenticationtype`` is the method that was asked for, ``loA`` the level that a login with MitID reached:
the weaker of the two counts. Without a method that this broker documents nothing is known of the level.
"""

from __future__ import annotations

from datetime import datetime

from helsebro.identity.assurance import Assurance, weakest
from helsebro_aws.identity.brokers.dialect import (
    BrokerDialect,
    Claims,
    Levels,
    auth_time,
    level_in,
    numbers_in,
)

OF_A_COMPANY = "urn:grn:authn:dk:mitid:business"
METHODS: Levels = {
    OF_A_COMPANY: Assurance.HIGH,
    "urn:grn:authn:dk:mitid:low": Assurance.LOW,
    "urn:grn:authn:dk:mitid:substantial": Assurance.SUBSTANTIAL,
    "urn:grn:authn:dk:mitid:high": Assurance.HIGH,
    "urn:grn:authn:no:bankid": Assurance.HIGH,
    "urn:grn:authn:no:bankid:high": Assurance.HIGH,
    "urn:grn:authn:no:bankid:substantial": Assurance.SUBSTANTIAL,
}
"""Method → the highest level it can reach. That for a company says none of its own: it needs ``loA``."""


def _assurance(claims: Claims) -> Assurance | None:
    methods = [level for name in ("authenticationtype", "acr") for level in level_in(claims, name, METHODS)]
    reached = level_in(claims, "loA", Assurance.__members__)
    of_a_company = OF_A_COMPANY in (claims.get("authenticationtype"), claims.get("acr"))
    return weakest([*methods, *reached]) if methods and (reached or not of_a_company) else None


def _logged_in_at(claims: Claims) -> object:
    """Returns the instant of the login, a time of ISO 8601; None for one that says no instant."""
    stated = claims.get("authenticationinstant")
    if stated is None:
        return auth_time(claims)
    try:
        at = datetime.fromisoformat(stated) if isinstance(stated, str) else None
    except ValueError:
        return None
    return at.timestamp() if at and at.tzinfo else None


DIALECT = BrokerDialect(
    people=numbers_in(DK=("cprNumberIdentifier",), NO=("socialno",)),
    assurance=_assurance,
    companies=("cvrNumberIdentifier",),
    logged_in_at=_logged_in_at,
)
