"""MitID Erhverv: a login for a company, in the claims of NemLog-in that brokers pass on."""

from __future__ import annotations

from helsebro_aws.identity.brokers.dialect import BrokerDialect, numbers_in
from helsebro_aws.identity.brokers.signaturgruppen import logged_in_at, nsis

DIALECT = BrokerDialect(
    people=numbers_in(DK=("nemlogin.cpr", "dk.cpr")),
    assurance=nsis,
    companies=("nemlogin.cvr", "dk.cvr"),
    names=("nemlogin.name", "nemlogin.given_name+nemlogin.family_name", "name"),
    logged_in_at=logged_in_at,
)
