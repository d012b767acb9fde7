"""The contract's document: its text in one language with the tariff of the day, as a tagged PDF."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from helsebro.coverage.texts.fact_texts import word_of
from helsebro.local_day import local_day, zone
from helsebro.network.clinic import Clinic
from helsebro.onboarding.contract import SIGN_WITHIN
from helsebro.plain_words import plain_words
from helsebro.tariffs.country_tariffs import country_tariffs
from helsebro.tariffs.tariff import Tariff
from helsebro_aws.papers.printable import printable
from helsebro_aws.papers.printing import printed

HERE = Path(__file__).parent
PLATFORM = "Helsebro"
BY_AUTHORISATION: tuple[tuple[bool, str], ...] = ((True, "authorised"), (False, "not_authorised"))
"""Whether a practitioner is authorised, and the text that says so."""


@dataclass(frozen=True)
class ContractPaper:
    """The clinic, who signs for it, the language of the text, and when the contract is sent."""

    clinic: Clinic
    signatory: str = field(repr=False)
    language: str
    at: datetime


def render_contract(paper: ContractPaper) -> bytes:
    """Returns the contract as a PDF without a seal."""
    return printed(HERE / "contract.typ", "contract", _content(paper))


def text_version(language: str) -> str:
    """Returns the version of the text that a language has."""
    return str(_words(language)["version"])


def _content(paper: ContractPaper) -> dict[str, Any]:
    words, clinic, name = _words(paper.language), paper.clinic, printable(paper.signatory)
    plain, day = plain_words(paper.language), local_day(paper.at, paper.clinic.country)
    ends_at = (paper.at + SIGN_WITHIN).astimezone(zone(clinic.country))
    until = words["until_value"].format(
        day=plain.of_day(local_day(ends_at, clinic.country)), time=f"{ends_at:%H:%M}"
    )
    before, between, after = words["page"].replace("{pages}", "{page}").split("{page}")
    return {
        "lang": paper.language,
        "platform": PLATFORM,
        "title": words["title"],
        "lead": words["lead"],
        "version": words["footer"].format(version=words["version"]),
        "page": [before, between, after],
        "parties": [
            (words["clinic"], printable(clinic.name)),
            (words["number"][clinic.country], printable(clinic.cvr)),
            (words["signatory"], name),
            (words["platform"], PLATFORM),
            (words["made"], plain.of_day(day)),
            (words["until"], until),
        ],
        "sections": [_section(section, words, clinic.country) for section in words["sections"]],
        "tariff": _tariff(clinic.country, day, paper.language),
        "signatures": {
            "heading": words["signatures"],
            "points": [text.format(name=name, eid=words["eid"][clinic.country]) for text in words["order"]],
        },
    }


def _section(section: Mapping[str, Any], words: Mapping[str, Any], country: str) -> Mapping[str, Any]:
    of_country = {name: words[name][country] for name in ("practitioners", "confidentiality")}
    return {
        "heading": section["heading"],
        "points": [point.format(**of_country) for point in section["points"]],
    }


def _tariff(country: str, day: date, language: str) -> Mapping[str, Any]:
    words, tariffs = _words(language), country_tariffs(country)
    professions = dict.fromkeys(profession for profession, _ in tariffs)
    rows = [row for profession in professions for row in _rows(profession, country, day, language)]
    debriefings = [
        words["debriefing"].format(amount=_price(tariff, day, True, language))
        for (_, service), tariff in tariffs.items()
        if service == "debriefing"
    ]
    return {
        "heading": words["tariff"].format(day=plain_words(language).of_day(day)),
        "lead": words["tariff_lead"],
        "columns": words["columns"],
        "rows": rows,
        "notes": debriefings,
    }


def _rows(profession: str, country: str, day: date, language: str) -> Iterator[tuple[str, str, str]]:
    """Yields the fees of a profession: one row, or two when they depend on the authorisation (F1-02)."""
    words, tariffs = _words(language), country_tariffs(country)
    first, follow_up = (tariffs[profession, service] for service in ("first", "follow-up"))
    word = word_of("treatment.type", profession, language)
    treatment = word[:1].upper() + word[1:]
    if all(rate.authorised is None for rate in (*first.rates, *follow_up.rates)):
        yield treatment, _price(first, day, True, language), _price(follow_up, day, True, language)
        return
    for authorised, text in BY_AUTHORISATION:
        prices = (_price(tariff, day, authorised, language) for tariff in (first, follow_up))
        yield (words[text].format(treatment=treatment), *prices)


def _price(tariff: Tariff, day: date, authorised: bool, language: str) -> str:
    rate = tariff.rate_on(day, authorised)
    return (
        plain_words(language).of_amount(rate.per_session.amount, rate.per_session.currency) if rate else "–"
    )


@cache
def _words(language: str) -> Mapping[str, Any]:
    words: Mapping[str, Any] = json.loads((HERE / "texts" / f"{language}.json").read_text("utf-8"))
    return words
