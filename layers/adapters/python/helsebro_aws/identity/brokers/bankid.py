"""BankID (Norway) without a broker between: the number is in ``nnin_altsub``.

From version 4 of its interface on, ``auth_time`` comes only for a login that was asked for with ``max_age``.
``iat`` is no substitute: a renewed session has a new one.
"""

from __future__ import annotations

from helsebro.identity.assurance import Assurance, weakest
from helsebro_aws.identity.brokers.dialect import BrokerDialect, Levels, level_in, numbers_in

LEVELS: Levels = {
    "urn:bankid:bid;LOA=4": Assurance.HIGH,
    "urn:bankid:bim;LOA=4": Assurance.HIGH,
    "urn:bankid:bis;LOA=3": Assurance.SUBSTANTIAL,
}
"""Every ``acr`` that BankID documents; a method alone is what is asked for, and says no level."""

DIALECT = BrokerDialect(
    people=numbers_in(NO=("nnin_altsub", "nnin")),
    assurance=lambda claims: weakest(level_in(claims, "acr", LEVELS)),
)
