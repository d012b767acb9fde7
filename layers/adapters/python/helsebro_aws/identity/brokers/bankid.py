"""BankID (Norway) without a broker between: the number is in ``nnin_altsub``.

From version 4 of its interface on, ``auth_time`` comes only for a login that was asked for with ``max_age``.
``iat`` is no substitute: a renewed session has a new one.
"""

from __future__ import annotations

from helsebro.identity.assurance import Assurance, weakest
from helsebro_aws.identity.brokers.dialect import BrokerDialect, numbers_in

METHODS = {
    "urn:bankid:bid": Assurance.HIGH,
    "urn:bankid:bim": Assurance.HIGH,
    "urn:bankid:bis": Assurance.SUBSTANTIAL,
}
LEVELS = {"": Assurance.HIGH, "LOA=4": Assurance.HIGH, "LOA=3": Assurance.SUBSTANTIAL}
"""What may stand after the method, which limits its level; a method alone has its own."""


def level_of(acr: object) -> Assurance | None:
    """Returns the level of an ``acr`` such as ``urn:bankid:bid;LOA=4``, or None."""
    method, _, level = str(acr).partition(";")
    if method not in METHODS or level not in LEVELS:
        return None
    return weakest([METHODS[method], LEVELS[level]])


DIALECT = BrokerDialect(
    people=numbers_in(NO=("nnin_altsub", "nnin")),
    assurance=lambda claims: level_of(claims.get("acr")),
)
