"""Broker login: what a broker of MitID or BankID says about the person who has logged in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from helsebro.identity.assurance import Assurance

NumberFound = tuple[str, str]
"""The country that issued a number, empty when the token does not say, and the number."""


class LoginUnclear(Exception):
    """A login must name one person and one company at most, each as a text; ``code`` is that of the 401."""

    code = "token-invalid"


class TwoPeople(LoginUnclear):
    """A login that names two people is nobody's: no rule says which of them acts."""

    code = "token-names-two-people"


@dataclass(frozen=True)
class BrokerLogin:
    """One login: the person's number, the company, how sure it is, and when it was.

    ``logged_in_at`` is the time as the broker states it, seconds since 1970 or something that is no time.
    """

    person: NumberFound | None
    cvr: str
    assurance: Assurance | None
    logged_in_at: object
    name: str = field(default="", repr=False)


def only_person(own: Iterable[NumberFound], everywhere: Iterable[NumberFound]) -> NumberFound | None:
    """Returns the one person whom a login names, or None. Raises ``TwoPeople``.

    ``own`` are the numbers where this broker puts them, ``everywhere`` those where any broker would: a
    second person there makes the login unclear too.
    """
    if len({re.sub(r"\D", "", number) for _, number in everywhere}) > 1:
        raise TwoPeople()
    return next(iter(own), None)


def only_company(numbers: Iterable[str]) -> str:
    """Returns the one company that a login names, or an empty text. Raises ``LoginUnclear``."""
    found = {number for number in numbers if number}
    if len(found) > 1:
        raise LoginUnclear()
    return next(iter(found), "")
