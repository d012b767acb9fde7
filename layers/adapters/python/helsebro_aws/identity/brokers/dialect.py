"""Broker dialect: in which claims a broker of MitID or BankID writes what we need to know of a login."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from helsebro.identity.assurance import Assurance
from helsebro.identity.broker_login import BrokerLogin, LoginUnclear, NumberFound, only_company, only_person

Claims = Mapping[str, Any]
NumbersIn = Callable[[Claims], Iterator[NumberFound]]
Levels = Mapping[str, Assurance]
NSIS = "https://data.gov.dk/concept/core/nsis/"
NSIS_LEVELS: Levels = {
    f"{NSIS}{part}{level.word.capitalize()}": level for level in Assurance for part in ("", "loa/")
}
"""The levels of the Danish standard, as brokers write them and as NemLog-in does."""


def text(claims: Claims, name: str) -> str:
    """Returns the text of a claim, empty without it. Raises ``LoginUnclear`` for anything but a text."""
    value = claims.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise LoginUnclear()
    return value.strip()


def level_in(claims: Claims, name: str, known: Levels) -> list[Assurance | None]:
    """Returns the level that a claim names: nothing without the claim, None for any value but a known one.

    So what a broker does not document is no level: another case, a space more, a list, a null.
    """
    if name not in claims:
        return []
    value = claims[name]
    return [known.get(value) if isinstance(value, str) else None]


def numbers_in(**countries: tuple[str, ...]) -> NumbersIn:
    """Returns what finds the numbers of people in these claims of each country."""

    def found(claims: Claims) -> Iterator[NumberFound]:
        for country, names in countries.items():
            for name in names:
                if number := text(claims, name):
                    yield country, number

    return found


def auth_time(claims: Claims) -> object:
    """Returns when the person logged in, as OpenID Connect Core, section 2, names it."""
    return claims.get("auth_time")


@dataclass(frozen=True)
class BrokerDialect:
    """The claims of one broker; ``names`` are those of a name, the first that is there.

    A name of two claims is written with a ``+`` between them. ``hidden_name`` stands in place of the name of
    a person who is protected.
    """

    people: NumbersIn
    assurance: Callable[[Claims], Assurance | None]
    companies: tuple[str, ...] = ()
    names: tuple[str, ...] = ("name", "given_name+family_name")
    logged_in_at: Callable[[Claims], object] = auth_time
    hidden_name: str = ""

    def login(self, claims: Claims, everywhere: Iterator[NumberFound]) -> BrokerLogin:
        """Returns the login. Raises ``LoginUnclear`` when it names more than one person or company.

        ``everywhere`` are the numbers of people that stand where any broker would put them.
        """
        return BrokerLogin(
            only_person(self.people(claims), everywhere),
            only_company(text(claims, name) for name in self.companies),
            self.assurance(claims),
            self.logged_in_at(claims),
            self._name(claims),
        )

    def _name(self, claims: Claims) -> str:
        for parts in self.names:
            found = " ".join(filter(None, (str(claims.get(part) or "") for part in parts.split("+"))))
            if found:
                return "" if found == self.hidden_name else found
        return ""
