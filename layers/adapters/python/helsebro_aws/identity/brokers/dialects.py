"""The dialects by name, and what a call gets of a login in any of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from helsebro.identity.broker_login import BrokerLogin, LoginUnclear, NumberFound
from helsebro_aws.identity.brokers import bankid, idura, mitid_erhverv, own_claims, signaturgruppen, signicat
from helsebro_aws.identity.brokers.dialect import BrokerDialect, Claims

DIALECTS: Mapping[str, BrokerDialect] = {
    "helsebro": own_claims.DIALECT,
    "signaturgruppen": signaturgruppen.DIALECT,
    "idura": idura.DIALECT,
    "signicat": signicat.DIALECT,
    "bankid": bankid.DIALECT,
    "mitid-erhverv": mitid_erhverv.DIALECT,
}
OF_THE_TOKEN = ("iss", "aud", "sub", "exp")
NUMBER_OF = {"DK": "dk.cpr", "NO": "no.fnr"}


def login_of(claims: Claims, dialect: str) -> BrokerLogin:
    """Returns the login that a verified token of this dialect describes. Raises ``LoginUnclear``."""
    return DIALECTS[dialect].login(claims, _people_anywhere(claims))


def claims_of_contract(claims: Claims, login: BrokerLogin) -> dict[str, Any]:
    """Returns the login in the claims of our own contract, whatever its broker called them.

    Raises ``LoginUnclear`` for a person of a country that has no members.
    """
    passed = {name: claims[name] for name in OF_THE_TOKEN if name in claims}
    if login.assurance is not None:
        passed["acr"] = login.assurance.word
    if login.logged_in_at is not None:
        passed["auth_time"] = login.logged_in_at
    if login.cvr:
        passed["dk.cvr"] = login.cvr
    if login.person:
        country, number = login.person
        if country not in NUMBER_OF:
            raise LoginUnclear()
        passed[NUMBER_OF[country]] = number
    return passed


def _people_anywhere(claims: Claims) -> Iterator[NumberFound]:
    for dialect in DIALECTS.values():
        yield from dialect.people(claims)
