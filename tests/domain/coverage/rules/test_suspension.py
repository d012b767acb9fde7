"""An unpaid premium, and when cover continues (R-1402)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.builders.domain.asking import LEISURE, decided, effects

REMINDED = replace(LEISURE, suspended=((date(2026, 10, 1), date(2026, 11, 10)),))


def test_cover_continues_from_the_day_of_payment() -> None:
    answer = decided(REMINDED, treatment__startsOn="2026-10-15")

    assert (answer.outcome, answer.covered_from) == ("not-covered", date(2026, 11, 10))


def test_waiting_does_not_help_while_the_premium_is_unpaid() -> None:
    answer = decided(replace(LEISURE, suspended=((date(2026, 10, 1), None),)))

    assert (answer.outcome, answer.covered_from) == ("not-covered", None)


def test_a_treatment_after_the_payment_is_covered() -> None:
    assert decided(REMINDED).outcome == "covered"


def test_each_suspension_counts() -> None:
    twice = replace(REMINDED, suspended=(*REMINDED.suspended, (date(2026, 11, 20), None)))

    assert effects(decided(twice))["R-1402"] == "deny"


def test_a_reminder_denies_nothing_before_its_days_are_over() -> None:
    answer = decided(replace(LEISURE, suspended=((date(2026, 11, 30), None),)))

    assert (answer.outcome, effects(answer)["R-1402"]) == ("covered", "note")
