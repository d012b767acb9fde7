"""Signicat: MitID and Norwegian BankID, with the country of the number beside it.

The name of a method says how someone logged in and not how surely. A method of BankID is never weaker than
substantial; MitID has a low level too, so without ``mitid_loa`` nothing is known of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from helsebro.identity.assurance import Assurance, in_address, named, weakest
from helsebro.identity.broker_login import NumberFound
from helsebro_aws.identity.brokers import bankid
from helsebro_aws.identity.brokers.dialect import NSIS, BrokerDialect, Claims, text

METHOD = "urn:signicat:oidc:method:"
BANKID_METHODS = frozenset({"nbid", "nbid-mobil", "nbid-oidc"})
COUNTRY_OF_LENGTH = {10: "DK", 11: "NO"}
"""The former platform names no country (``signicat.national_id``)."""


def _people(claims: Claims) -> Iterator[NumberFound]:
    if number := text(claims, "nin"):
        yield text(claims, "nin_issuing_country"), number
    if number := text(claims, "signicat.national_id"):
        yield COUNTRY_OF_LENGTH.get(len(number), ""), number


def _assurance(claims: Claims) -> Assurance | None:
    reached = [named(claims.get("mitid_loa")), bankid.level_of(claims.get("nbid_acr")), _of_acr(claims)]
    return weakest(reached)


def _of_acr(claims: Claims) -> Assurance | None:
    acr = str(claims.get("acr", ""))
    if acr.startswith(NSIS):
        return in_address(acr)
    is_known = "mitid_loa" in claims or "nbid_acr" in claims
    is_bankid = acr.startswith(METHOD) and acr.removeprefix(METHOD) in BANKID_METHODS
    return Assurance.SUBSTANTIAL if is_bankid and not is_known else bankid.level_of(acr)


DIALECT = BrokerDialect(people=_people, assurance=_assurance)
