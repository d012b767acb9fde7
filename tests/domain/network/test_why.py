"""Why a search shows a practitioner, in the three languages."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any, get_args

import pytest

from helsebro.ids import SlotId
from helsebro.network.matching import Match, SearchCriteria
from helsebro.network.practitioner import FirstFree
from helsebro.network.search_row import SearchRow
from helsebro.network.why import Why, WhyCode, reasons_for, why_sentence
from tests.builders.domain.practitioners import practitioner

FIRST = FirstFree(SlotId("slt_a"), datetime(2026, 11, 30, 23, 30, tzinfo=UTC))


def match(fit: int = 1, km: float | None = None, load: int = 0, **changes: Any) -> Match:
    row = SearchRow(practitioner(**changes), "Nord", FIRST, load)
    return Match(row, fit, date(2026, 11, 29), km)


def codes(found: Match, first: FirstFree | None = FIRST, **searched: Any) -> list[str]:
    return [reason.code for reason in reasons_for(found, SearchCriteria(**searched), first)]


def test_all_that_speaks_for_a_practitioner_is_said() -> None:
    reasons = reasons_for(
        match(fit=2, km=2.4, problems=("anxiety",)), SearchCriteria(problem="anxiety", postcode="2100"), FIRST
    )
    assert why_sentence(reasons, "en") == (
        "Treats the problem that was searched for. 2 km from 2100. First free time is Tuesday 1 December. "
        "Has few clients right now."
    )
    assert why_sentence(reasons, "da") == (
        "Behandler det problem, der søges hjælp til. 2 km fra 2100. "
        "Første ledige tid er tirsdag den 1. december. Har få klienter lige nu."
    )
    assert why_sentence(reasons, "nb") == (
        "Behandler problemet det søkes hjelp til. 2 km fra 2100. Første ledige time er tirsdag 1. desember. "
        "Har få klienter nå."
    )


@pytest.mark.parametrize(
    ("found", "searched", "first", "expected"),
    [
        (match(), {}, None, ["no-free-time", "few-clients"]),
        (match(load=20), {}, FIRST, ["first-free"]),
        (match(), {"problem": "anxiety"}, FIRST, ["treats-any-problem", "first-free", "few-clients"]),
        (match(load=20), {"language": "pl"}, FIRST, ["speaks-language", "first-free"]),
        (match(km=0.4), {}, FIRST, ["very-near", "first-free", "few-clients"]),
    ],
)
def test_what_is_not_known_or_not_asked_is_not_said(
    found: Match, searched: dict[str, Any], first: FirstFree | None, expected: list[str]
) -> None:
    assert codes(found, first, **searched) == expected


@pytest.mark.parametrize("language", ["da", "nb", "en"])
def test_every_code_has_a_sentence(language: str) -> None:
    for code in get_args(WhyCode):
        assert why_sentence([Why(code, km=3, on=date(2026, 12, 1))], language).endswith(".")
