from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from helsebro.benefits.case import Case
from helsebro.benefits.ledger import Ledger
from helsebro.benefits.overview import BenefitLine, Illness, overview
from helsebro.benefits.reservation import Portion, Purpose
from helsebro.benefits.use import Spent, Use
from helsebro.coverage.question.cover import Cover
from helsebro.ids import ClaimId, GuaranteeId, PersonId
from helsebro.money import Money
from tests.builders.domain.covers import cover

TODAY = date(2026, 11, 21)
KNEE = Purpose(ClaimId("clm_knee"), "SF1706", "P-1", "injury", date(2026, 1, 5))
PAIN = Purpose(ClaimId("clm_pain"), "SF1706", "P-1", "pain", date(2026, 2, 1))
MIND = Purpose(ClaimId("clm_mind"), "SF1706", "P-1", "mental", None)
EMPTY = Ledger("tryg", PersonId("per_x"))
OUTSIDE, INSIDE = False, True


def portion(sessions: int, fee: int | None = 300, **changes: Any) -> Portion:
    until = date(2026, 12, 31)
    price = None if fee is None else Money.of(fee)
    return replace(Portion("tsk_1", date(2026, 3, 1), sessions, date(2026, 3, 1), until, price), **changes)


def granted(
    treatment: str = "reflexology", sessions: int = 5, purpose: Purpose = KNEE, in_network: bool = OUTSIDE
) -> Ledger:
    return EMPTY.reserve(GuaranteeId("gar_1"), purpose, treatment, in_network, portion(sessions))


def bill(*days: date, purpose: Purpose = KNEE, treatment: str = "reflexology", kroner: int = 300) -> Use:
    spent = (Spent(str(place), day, treatment, Money.of(kroner)) for place, day in enumerate(days))
    return Use("ref_1", "refund", purpose, date(2026, 4, 1), False, tuple(spent))


def line(
    rule: str, ledger: Ledger, of: Cover | None = None, label: str | None = None, **how: Any
) -> BenefitLine:
    lines = overview(of or cover(), ledger, TODAY, **how).lines
    (found,) = (entry for entry in lines if (entry.benefit.rule, entry.benefit.condition) == (rule, label))
    return found


def amounts(found: BenefitLine) -> list[int]:
    numbers = (found.granted, found.reserved, found.used, found.released, found.benefit.left)
    return [int(number) for number in numbers]


def test_a_grant_is_reserved_until_it_is_used_and_the_rest_is_left() -> None:
    assert amounts(line("R-842", granted())) == [5, 5, 0, 0, 7]
    used = granted().consume(bill(date(2026, 3, 10), date(2026, 3, 17)))
    found = line("R-842", used)
    assert amounts(found) == [5, 3, 2, 0, 7]
    assert found.paid == Money.of(600)
    assert (found.benefit.window_from, found.benefit.window_until) == (date(2026, 1, 1), date(2026, 12, 31))


def test_a_released_session_is_left_again() -> None:
    ledger = (
        granted()
        .consume(bill(date(2026, 3, 10)))
        .release(GuaranteeId("gar_1"), 1, date(2026, 6, 1), last=True)
    )
    assert amounts(line("R-842", ledger)) == [5, 0, 1, 4, 11]


def test_the_years_sum_counts_the_money_of_every_treatment() -> None:
    ledger = (
        granted()
        .consume(bill(date(2026, 3, 10)))
        .release(GuaranteeId("gar_1"), 3, date(2026, 6, 1), last=False)
    )
    found = line("R-1301", ledger)
    assert amounts(found) == [1500, 600, 300, 600, 499_100]
    assert found.paid == Money.of(300)


def test_a_reservation_without_a_price_adds_no_money_and_is_inexact() -> None:
    ledger = EMPTY.reserve(GuaranteeId("gar_1"), KNEE, "reflexology", OUTSIDE, portion(5, fee=None))
    found = line("R-1301", ledger)
    assert (found.reserved, found.benefit.possibly_used) == (Decimal(0), Decimal("Infinity"))


def test_another_windows_treatments_do_not_count() -> None:
    other_year = granted().consume(bill(date(2025, 12, 30)))
    assert amounts(line("R-842", other_year))[2] == 0
    assert amounts(line("R-842", granted("physiotherapy"))) == [0, 0, 0, 0, 12]
    assert amounts(line("R-842", granted(in_network=INSIDE))) == [0, 0, 0, 0, 12]
    assert amounts(line("R-842", granted(purpose=replace(KNEE, product="SA1706")))) == [0, 0, 0, 0, 12]


def test_a_cap_by_illness_has_a_line_for_each_illness_with_its_claims() -> None:
    again = replace(PAIN, claim_id=ClaimId("clm_pain_2"))
    ledger = granted("pain-assessment", 1, PAIN)
    ledger = ledger.reserve(GuaranteeId("gar_2"), again, "pain-assessment", OUTSIDE, portion(2, 1000))
    found = line("R-7161", ledger, label="pain#2026-02-01")
    assert amounts(found) == [2300, 2300, 0, 0, 12_700]
    assert found.illness == Illness(
        "pain#2026-02-01", "pain", date(2026, 2, 1), (ClaimId("clm_pain"), ClaimId("clm_pain_2"))
    )
    assert line("R-7161", ledger).illness is None


def test_an_illness_without_a_date_belongs_to_its_claim_only() -> None:
    found = line("R-7131", granted("psychiatrist", 3, MIND), label="clm_mind")
    assert amounts(found) == [3, 3, 0, 0, 9]


def test_a_mandate_shows_only_what_its_case_is_about() -> None:
    ledger = granted("psychiatrist", 3, MIND).reserve(
        GuaranteeId("gar_2"), PAIN, "pain-assessment", OUTSIDE, portion(1)
    )
    cases = [Case(ClaimId("clm_pain"), "pain-assessment")]
    seen = overview(cover(), ledger, TODAY, cases)
    assert "R-7161" in {entry.benefit.rule for entry in seen.lines}
    assert all(entry.benefit.treatments for entry in seen.lines)
    treatments = [entry.benefit.treatments for entry in seen.lines if entry.benefit.treatments]
    assert all("pain-assessment" in some for some in treatments)
    assert not any(wait.treatments and "pain-assessment" not in wait.treatments for wait in seen.waits)
    assert "mental" not in str(seen)


def test_a_mandate_does_not_name_the_same_illness_in_another_case() -> None:
    again = replace(PAIN, claim_id=ClaimId("clm_pain_2"))
    ledger = granted("pain-assessment", 1, PAIN).reserve(
        GuaranteeId("gar_2"), again, "pain-assessment", None, portion(1)
    )
    cases = [Case(ClaimId("clm_pain"), "pain-assessment")]
    found = line("R-7161", ledger, label="pain#2026-02-01", cases=cases)
    assert found.illness is not None
    assert found.illness.claim_ids == ("clm_pain",)
    assert [entry for entry in overview(cover(), ledger, TODAY, []).lines if entry.illness] == []


def test_the_waits_are_those_of_the_terms_and_of_ended_courses() -> None:
    ended = granted("physiotherapy").end_course(GuaranteeId("gar_1"), date(2026, 5, 1))
    waits = {(wait.rule, wait.over): wait.until for wait in overview(cover(), ended, TODAY).waits}
    assert waits["R-704", True] == date(2022, 1, 1)
    assert date(2027, 5, 1) in waits.values()


@pytest.mark.parametrize("modules", [{"health"}, {"health", "physical"}])
def test_only_the_modules_that_were_bought_have_lines(modules: set[str]) -> None:
    found = {entry.benefit.rule for entry in overview(cover(modules=frozenset(modules)), EMPTY, TODAY).lines}
    assert ("R-842" in found) is ("physical" in modules)


def test_a_held_treatment_opens_its_window_and_a_reserved_one_does_not() -> None:
    held = EMPTY.consume(bill(date(2026, 8, 31), treatment="rehabilitation"))
    (window,) = overview(cover(), held, TODAY).windows
    assert (window.rule, window.window_until) == ("R-791", date(2027, 2, 28))
    assert overview(cover(), granted("rehabilitation"), TODAY).windows == ()
    assert overview(cover(), held, TODAY, [Case(ClaimId("clm_pain"), "pain-assessment")]).windows == ()
