"""The claims of our own contract: ``dk.cpr``, ``no.fnr``, ``dk.cvr``, and the level as the end of ``acr``.

A broker whose claims can be mapped in its own administration writes these, and so do the local issuers.
"""

from __future__ import annotations

from helsebro.identity.assurance import in_address
from helsebro_aws.identity.brokers.dialect import BrokerDialect, numbers_in

DIALECT = BrokerDialect(
    people=numbers_in(DK=("dk.cpr",), NO=("no.fnr",)),
    assurance=lambda claims: in_address(claims.get("acr")),
    companies=("dk.cvr",),
)
