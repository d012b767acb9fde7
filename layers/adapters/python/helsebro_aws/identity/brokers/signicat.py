"""Signicat: MitID and Norwegian BankID, with the country of the number beside it.

The name of a method says how someone logged in and not how surely. A method of BankID is never weaker than
substantial; MitID has a low level too, so without ``mitid_loa`` nothing is known of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from helsebro.identity.assurance import Assurance, weakest
from helsebro.identity.broker_login import NumberFound
from helsebro_aws.identity.brokers import bankid
from helsebro_aws.identity.brokers.dialect import NSIS_LEVELS, BrokerDialect, Claims, level_in, text

METHOD = "urn:signicat:oidc:method:"
BANKID_METHODS = tuple(f"{METHOD}{name}" for name in ("nbid", "nbid-mobil", "nbid-oidc"))
MITID_METHODS = tuple(f"{METHOD}{name}" for name in ("mitid", "mitid-cpr"))
COUNTRY_OF_LENGTH = {10: "DK", 11: "NO"}
"""The former platform names no country (``signicat.national_id``)."""


def _people(claims: Claims) -> Iterator[NumberFound]:
    if number := text(claims, "nin"):
        yield text(claims, "nin_issuing_country"), number
    if number := text(claims, "signicat.national_id"):
        yield COUNTRY_OF_LENGTH.get(len(number), ""), number


def _assurance(claims: Claims) -> Assurance | None:
    reached = [
        *level_in(claims, "mitid_loa", Assurance.__members__),
        *level_in(claims, "nbid_acr", bankid.LEVELS),
    ]
    return weakest([*reached, *_of_acr(claims, is_known=bool(reached))])


def _of_acr(claims: Claims, *, is_known: bool) -> list[Assurance | None]:
    """Returns the level of ``acr``: nothing where it names a method, and the level is stated beside it."""
    acr = claims.get("acr")
    if acr in BANKID_METHODS:
        return [] if is_known else [Assurance.SUBSTANTIAL]
    if acr in MITID_METHODS:
        return []
    return level_in(claims, "acr", {**NSIS_LEVELS, **bankid.LEVELS})


DIALECT = BrokerDialect(people=_people, assurance=_assurance)
