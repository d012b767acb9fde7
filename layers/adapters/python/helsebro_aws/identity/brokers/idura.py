"""Idura Verify (formerly Criipto): MitID, MitID Erhverv and Norwegian BankID.

``authenticationtype`` is the method that was asked for, ``loA`` the level that a login with MitID reached:
the weaker of the two counts.
"""

from __future__ import annotations

from datetime import datetime

from helsebro.identity.assurance import Assurance, named, weakest
from helsebro_aws.identity.brokers.dialect import BrokerDialect, Claims, auth_time, numbers_in

METHODS = {
    "urn:grn:authn:dk:mitid:low": Assurance.LOW,
    "urn:grn:authn:dk:mitid:substantial": Assurance.SUBSTANTIAL,
    "urn:grn:authn:dk:mitid:high": Assurance.HIGH,
    "urn:grn:authn:no:bankid": Assurance.HIGH,
    "urn:grn:authn:no:bankid:high": Assurance.HIGH,
    "urn:grn:authn:no:bankid:substantial": Assurance.SUBSTANTIAL,
}
"""Method → its level. ``…:mitid:business`` has none of its own: ``loA`` says it."""


def _assurance(claims: Claims) -> Assurance | None:
    methods = [METHODS.get(str(claims.get(name))) for name in ("authenticationtype", "acr")]
    return weakest([*methods, named(claims.get("loA"))])


def _logged_in_at(claims: Claims) -> object:
    """Returns the instant of the login, which the broker writes as a time of ISO 8601."""
    try:
        at = datetime.fromisoformat(str(claims.get("authenticationinstant")))
    except ValueError:
        return auth_time(claims)
    return at.timestamp() if at.tzinfo else None


DIALECT = BrokerDialect(
    people=numbers_in(DK=("cprNumberIdentifier",), NO=("socialno",)),
    assurance=_assurance,
    companies=("cvrNumberIdentifier",),
    logged_in_at=_logged_in_at,
)
