"""Country profile: what differs between Denmark and Norway, from one file a country (``countries/*.json``).

It is always that of the payer's country: its law, its complaint board, its public health system and its
words. A member of a Danish payer who lives in Norway has a Danish contract.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from helsebro.local_day import HOME
from helsebro.money import Currency

FILES = Path(__file__).with_name("countries")
Texts = Mapping[str, str]
"""A text in ``da``, ``nb`` and ``en``."""
AccountKind = Literal["account-dk", "account-no", "iban"]
CALLING_CODES = {"DK": "45", "NO": "47"}
NATIONAL_DIGITS = 8
"""The length of a subscriber's number in both countries."""


@dataclass(frozen=True)
class UrgentNumber:
    """A number to call in an emergency, when to call it, and the region that it serves, if not all.

    ``hours`` is when it answers, where a source says so.
    """

    country: str
    number: str
    when: Texts
    region: str | None = None
    hours: Texts | None = None

    @property
    def tel(self) -> str:
        """The number as the address that a telephone calls; a short one works inside the country only."""
        is_short = len(self.number) < NATIONAL_DIGITS
        return f"tel:{self.number}" if is_short else f"tel:+{CALLING_CODES[self.country]}{self.number}"


@dataclass(frozen=True)
class CrisisLines:
    """Who listens to a person in a crisis, and what to tell them (R-7141)."""

    text: Texts
    numbers: tuple[UrgentNumber, ...]


@dataclass(frozen=True)
class ComplaintBoard:
    """The board that a member complains to after the payer's own two steps (R-1501).

    ``address`` is where it gets letters, on one line; ``how`` says all of it in a sentence.
    """

    name: str
    address: str
    page: str
    how: Texts


@dataclass(frozen=True)
class Documentation:
    """How long a clinic must keep its journal after the last session, in years, by its ``source``.

    ``longer_years`` is how long those who give one of the ``longer_treatments`` must.
    """

    source: str
    years: int
    longer_years: int = 0
    longer_treatments: frozenset[str] = frozenset()

    def years_of(self, treatment: str) -> int:
        """Returns the years for a treatment."""
        return self.longer_years if treatment in self.longer_treatments else self.years


@dataclass(frozen=True)
class CountryProfile:
    """What holds under the payers of one country.

    ``safety`` is what to do when it is urgent (F3-22), ``crisis`` who else to call then; ``urgent_help`` says
    both to anyone, also in a mail, which says nothing about health. ``public_help`` is the help of the public
    system, by topic; ``court`` whose law and courts (R-1502). ``accounts`` are the kinds of bank account that
    a refund may be paid to. A member may complain for ``complaint_months`` after a denial. The clauses and
    facts that differ are in ``coverage/texts/<country>``.
    """

    country: str
    language: str
    currency: Currency
    accounts: tuple[AccountKind, ...]
    emergency: tuple[UrgentNumber, ...]
    safety: Texts
    crisis: CrisisLines
    urgent_help: Texts
    public_help: Mapping[str, Texts]
    public_health_page: str
    complaint_board: ComplaintBoard
    complaint_months: int
    court: Texts
    documentation: Documentation


@cache
def known_countries() -> tuple[str, ...]:
    """Returns the countries that have a profile, in two capital letters."""
    return tuple(sorted(path.stem.upper() for path in FILES.glob("*.json")))


@cache
def profile(country: str) -> CountryProfile:
    """Returns the profile of a payer's country; Denmark's for a country without one."""
    name = country if country in known_countries() else HOME
    stored = json.loads((FILES / f"{name.lower()}.json").read_text(encoding="utf-8"))
    board, pages, crisis = stored["complaintBoard"], stored["pages"], stored["crisis"]
    return CountryProfile(
        country=stored["country"],
        language=stored["language"],
        currency=stored["currency"],
        accounts=tuple(stored["accounts"]),
        emergency=_numbers(stored["country"], stored["emergency"]),
        safety=stored["safety"],
        crisis=CrisisLines(text=crisis["text"], numbers=_numbers(stored["country"], crisis["numbers"])),
        urgent_help=stored["urgentHelp"],
        public_help=stored["publicHelp"],
        public_health_page=pages["publicHealth"],
        complaint_board=_board(board, pages["complaintBoard"]),
        complaint_months=stored["complaintTime"]["months"],
        court=stored["court"],
        documentation=_documentation(stored["documentation"]),
    )


def _board(stored: Mapping[str, Any], page: str) -> ComplaintBoard:
    how = {language: text.format(address=stored["address"]) for language, text in stored["how"].items()}
    return ComplaintBoard(stored["name"], stored["address"], page, how)


def _numbers(country: str, lines: Sequence[Mapping[str, Any]]) -> tuple[UrgentNumber, ...]:
    return tuple(
        UrgentNumber(country, line["number"], line["when"], line.get("region"), line.get("hours"))
        for line in lines
    )


def _documentation(stored: Mapping[str, Any]) -> Documentation:
    longer = stored.get("longer", {"years": 0, "treatments": []})
    return Documentation(stored["source"], stored["years"], longer["years"], frozenset(longer["treatments"]))


def of_language(language: str) -> CountryProfile:
    """Returns the profile of the country that speaks a language, for a reader whose payer is unknown."""
    spoken = (profile(country) for country in known_countries())
    return next((known for known in spoken if known.language == language), profile(HOME))
