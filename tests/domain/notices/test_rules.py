from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from helsebro.claims.claim import Claim
from helsebro.coverage.question.question import Question, Treatment
from helsebro.coverage.terms.product import product
from helsebro.ids import ClaimId, PersonId, PolicyId
from helsebro.money import Money
from helsebro.notices.notice import Notice, PayerFee
from helsebro.notices.rules import Known, NoticeRefused, ReportedClaim, must_stand, refuse_by
from helsebro.policies.index_table import IndexYear
from helsebro.policies.policy import PolicyChange
from tests.builders.domain.policies import policy

POLICY = policy(premium_due=("07-01",))
TERMS = product("SF1706")
TODAY = date(2030, 1, 1)
NEW_YEAR = date(2027, 1, 1)
INDEX = IndexYear(2027, Decimal(2))


def notice(kind: Any, sent_on: str, effective_on: str, **more: Any) -> Notice:
    sent, effective = date.fromisoformat(sent_on), date.fromisoformat(effective_on)
    sent_by = "policyholder" if kind == "not-accepted" else "payer"
    base = Notice("ntc_1", "tryg", PolicyId("pol_a"), kind, more.pop("by", sent_by), sent, effective)
    return replace(base, **more)


def broken(of: Notice, **known: Any) -> list[tuple[str, str]]:
    """The rules it breaks, each with its code; faults that no rule speaks of have an empty rule."""
    policy = known.pop("policy", POLICY)
    try:
        must_stand(of, Known(policy, TERMS, known.pop("today", TODAY), **known))
    except NoticeRefused as refused:
        breaches: Any = refused.facts["breaches"]
        ruled = [(str(one["rule"]), str(one["code"])) for one in breaches]
        plain = refused.faults[: len(refused.faults) - len(ruled)]
        return [*(("", fault.code) for fault in plain), *ruled]
    return []


SHORT, NEXT = ("R-1404", "notice-too-short"), ("R-1404", "not-the-next-main-due-date")


@pytest.mark.parametrize(
    "sent_on, effective_on, written, breaks",
    [
        ("2026-12-01", "2027-01-01", True, []),  # a month to the day
        ("2026-06-15", "2027-01-01", True, []),
        ("2026-12-02", "2027-01-01", True, [SHORT]),
        ("2026-12-02", "2028-01-01", True, []),  # too late for the next one, hence to the one after it
        ("2026-06-15", "2028-01-01", True, [NEXT]),
        ("2026-05-31", "2026-07-01", True, [NEXT]),  # a due date, not the main one
        ("2026-12-10", "2026-12-31", False, [("R-1404", "not-in-writing"), SHORT, NEXT]),
    ],
)
def test_either_party_cancels_in_writing_a_month_before_the_next_main_due_date(
    sent_on: str, effective_on: str, written: bool, breaks: list[tuple[str, str]]
) -> None:
    for by in ("payer", "policyholder"):
        assert broken(notice("cancellation", sent_on, effective_on, by=by, written=written)) == breaks


def test_a_month_to_the_last_of_february_is_sent_by_the_last_of_january() -> None:
    policy = replace(POLICY, policy_year_start="02-29")
    assert broken(notice("cancellation", "2027-01-31", "2027-02-28"), policy=policy) == []
    assert SHORT in broken(notice("cancellation", "2027-02-01", "2027-02-28"), policy=policy)
    assert broken(notice("cancellation", "2028-01-29", "2028-02-29"), policy=policy) == []


CLAIM = ReportedClaim(date(2026, 3, 1))
DENIED = ReportedClaim(date(2026, 3, 1), denied_on=date(2026, 3, 31))


@pytest.mark.parametrize("kind", ["claim-cancellation", "claim-change"])
@pytest.mark.parametrize(
    "sent_on, effective_on, claim, settled_on, breaks",
    [
        ("2026-03-01", "2026-03-15", CLAIM, None, []),
        ("2026-03-01", "2026-03-14", CLAIM, None, ["notice-too-short"]),
        ("2026-02-28", "2026-03-14", CLAIM, None, ["sent-before-the-claim"]),
        ("2029-01-01", "2029-02-01", CLAIM, None, []),  # neither paid nor denied yet
        ("2026-04-16", "2026-04-30", DENIED, None, []),  # a month after 31 March
        ("2026-04-17", "2026-05-01", DENIED, None, ["too-long-after-the-claim"]),
        ("2026-05-20", "2026-06-10", CLAIM, "2026-05-10", []),
        ("2026-05-20", "2026-06-11", CLAIM, "2026-05-10", ["too-long-after-the-claim"]),
        ("2026-05-20", "2026-06-11", CLAIM, "2026-02-10", ["settled-before-the-claim"]),
        ("2026-05-20", "2026-05-21", None, None, ["notice-too-short", "claim-not-of-this-policy"]),
    ],
)
def test_after_a_claim_the_insurer_may_end_or_change_within_its_window(
    kind: str, sent_on: str, effective_on: str, claim: ReportedClaim, settled_on: str, breaks: list[str]
) -> None:
    settled = date.fromisoformat(settled_on) if settled_on else None
    told = notice(kind, sent_on, effective_on, claim_id="clm_1", settled_on=settled)
    assert broken(told, claim=claim) == [("R-1405", code) for code in breaks]


def test_the_days_of_a_claim_are_its_own_local_days() -> None:
    claim = Claim(
        ClaimId("clm_1"), "tryg", PersonId("per_1"), PolicyId("pol_a"), "P-1", "SF1706", "DK", "denied",
        datetime(2026, 2, 28, 23, 30, tzinfo=UTC), 1, "gp", Question(Treatment("gp")), "",
        answered_at=datetime(2026, 3, 30, 22, 30, tzinfo=UTC),
    )  # fmt: skip
    assert ReportedClaim.of(claim) == DENIED
    assert ReportedClaim.of(replace(claim, status="approved")) == CLAIM


@pytest.mark.parametrize(
    "sent_on, effective_on, before, breaks",
    [
        ("2026-11-01", "2026-12-01", None, []),
        ("2026-11-02", "2026-12-01", 10, ["notice-too-short"]),
        ("2026-11-01", "2026-12-02", 10, ["not-the-first-of-a-month"]),
        ("2026-11-20", "2026-12-02", 50, ["notice-too-short", "not-the-first-of-a-month"]),
        ("2026-11-20", "2026-11-20", 51, []),  # going down is free
    ],
)
def test_a_fee_rises_a_month_after_the_notice_on_the_first_of_a_month(
    sent_on: str, effective_on: str, before: int | None, breaks: list[str]
) -> None:
    fee = PayerFee("reminder", Money.of(50), None if before is None else Money.of(before))
    told = notice("fee", sent_on, effective_on, fee=fee, written=False)
    assert broken(told) == [("R-1408", code) for code in breaks]


LARGE, DUE = ("R-1409", "not-a-small-price"), ("R-1409", "not-the-next-due-date")


@pytest.mark.parametrize(
    "sent_on, effective_on, percent, breaks",
    [
        ("2026-06-30", "2026-07-01", "5", []),
        ("2026-06-30", "2026-07-01", "5.01", [LARGE]),
        ("2026-07-01", "2026-07-01", "2", []),
        ("2026-07-02", "2027-01-01", "-30", []),
        ("2026-06-30", "2027-01-01", "1", [DUE]),
        ("2026-06-30", "2026-07-15", "9", [DUE, LARGE]),
    ],
)
def test_the_price_moves_by_five_percent_at_most_from_the_next_due_date(
    sent_on: str, effective_on: str, percent: str, breaks: list[tuple[str, str]]
) -> None:
    told = notice("small-price", sent_on, effective_on, percent=Decimal(percent), written=False)
    assert broken(told) == breaks


@pytest.mark.parametrize(
    "earlier, percent, is_small",
    [
        ([("2026-07-01", "3")], "1.94", True),
        ([("2026-07-01", "3")], "1.95", False),  # 1.03 x 1.0195 passes 1.05
        ([("2026-01-01", "5")], "5", True),  # a year ago
        ([("2026-07-01", "-3")], "5", True),
        ([("2026-07-01", "-3")], "5.1", False),  # what was taken off gives no more room
        ([("2026-07-01", "5")], "0.01", False),
    ],
)
def test_small_rises_of_one_year_count_together(
    earlier: list[tuple[str, str]], percent: str, is_small: bool
) -> None:
    before = [
        notice("small-price", "2025-12-01", effective_on, percent=Decimal(rise))
        for effective_on, rise in earlier
    ]
    told = notice("small-price", "2026-12-20", "2027-01-01", percent=Decimal(percent))
    assert broken(told, earlier=before) == ([] if is_small else [LARGE])
    taken_back = [replace(one, undone="withdrawn") for one in before]
    assert LARGE not in broken(replace(told, percent=Decimal(5)), earlier=taken_back)


@pytest.mark.parametrize("kind, rule", [("price", "R-1410"), ("conditions", "R-1411")])
@pytest.mark.parametrize(
    "sent_on, effective_on, written, breaks",
    [
        ("2026-12-01", "2027-01-01", True, []),
        ("2026-12-01", "2028-01-01", True, []),
        ("2026-12-02", "2027-01-01", True, ["notice-too-short"]),
        ("2026-05-01", "2026-07-01", True, ["not-a-main-due-date"]),
        (
            "2026-12-02", "2026-12-20", False,
            ["not-in-writing", "notice-too-short", "not-a-main-due-date"],
        ),
    ],
)  # fmt: skip
def test_prices_and_conditions_change_a_month_after_the_letter_on_a_main_due_date(
    kind: str, rule: str, sent_on: str, effective_on: str, written: bool, breaks: list[str]
) -> None:
    told = notice(kind, sent_on, effective_on, percent=Decimal(20), written=written)
    assert broken(told) == [(rule, code) for code in breaks]


@pytest.mark.parametrize(
    "kind, basis", [("price", "law"), ("conditions", "law"), ("conditions", "clarifying")]
)
def test_changes_by_law_and_clarifications_need_no_notice(kind: str, basis: str) -> None:
    assert broken(notice(kind, "2026-12-20", "2026-12-24", basis=basis)) == []


@pytest.mark.parametrize(
    "due, effective_on, is_right",
    [
        (("07-01",), "2027-01-01", True),
        (("07-01",), "2027-07-01", False),
        (("02-01",), "2027-01-01", True),
    ],
)
def test_the_price_is_indexed_on_the_years_first_due_date(
    due: tuple[str, ...], effective_on: str, is_right: bool
) -> None:
    told = notice("price", "2026-12-31", effective_on, basis="index", percent=Decimal(2))
    wrong = [] if is_right else [("R-1319", "not-the-years-first-due-date")]
    assert broken(told, policy=replace(POLICY, premium_due=due), index=INDEX) == wrong


@pytest.mark.parametrize(
    "kind, last, too_late",
    [
        ("claim-change", "2026-12-31", "2027-01-01"),
        ("price", "2026-12-18", "2026-12-19"),
        ("conditions", "2026-12-18", "2026-12-19"),
    ],
)
def test_a_refusal_is_in_writing_and_in_time(kind: str, last: str, too_late: str) -> None:
    about = notice(kind, "2026-11-01", "2027-01-01", notice_id="ntc_0", percent=Decimal(20))
    rule = "R-1406" if kind == "claim-change" else "R-1412"
    assert refuse_by(about, TERMS) == date.fromisoformat(last)
    in_time = notice("not-accepted", last, "2027-01-01", about="ntc_0")
    assert broken(in_time, about=about) == []
    assert broken(replace(in_time, written=False), about=about) == [(rule, "not-in-writing")]
    late = replace(in_time, sent_on=date.fromisoformat(too_late))
    assert broken(late, about=about) == [(rule, "refused-too-late")]
    answered = replace(about, undone="not-accepted")
    assert broken(in_time, about=answered) == [(rule, "nothing-to-refuse")]


@pytest.mark.parametrize(
    "kind, basis", [("small-price", None), ("fee", None), ("cancellation", None), ("price", "law")]
)
def test_a_change_that_needed_no_notice_cannot_be_refused(kind: str, basis: str | None) -> None:
    about = notice(kind, "2026-11-01", "2027-01-01", basis=basis, percent=Decimal(1))
    told = notice("not-accepted", "2026-11-02", "2027-01-01", about="ntc_0")
    assert broken(told, about=about) == [("R-1412", "nothing-to-refuse")]
    assert refuse_by(about, TERMS) is None


@pytest.mark.parametrize(
    "about, by, sent_on, breaks",
    [
        ("cancellation", "policyholder", "2026-12-31", []),
        ("cancellation", "policyholder", "2027-01-01", ["taken-back-too-late"]),
        ("cancellation", "payer", "2026-12-31", ["nothing-to-take-back"]),
        ("not-accepted", "policyholder", "2026-12-31", ["nothing-to-take-back"]),
    ],
)
def test_only_its_sender_withdraws_a_notice_and_only_before_its_day(
    about: str, by: str, sent_on: str, breaks: list[str]
) -> None:
    known = notice(about, "2026-11-01", "2027-01-01", by="policyholder")
    told = notice("withdrawn", sent_on, "2027-01-01", by=by, about="ntc_0")
    assert broken(told, about=known) == [("R-1403", code) for code in breaks]


@pytest.mark.parametrize(
    "changes, codes",
    [
        ({"by": "policyholder"}, ["not-theirs-to-send"]),
        ({"sent_on": date(2030, 1, 2), "effective_on": date(2031, 1, 1)}, ["not-yet-sent"]),
        ({"settled_on": date(2030, 1, 2)}, ["not-yet-paid"]),
        ({"effective_on": date(2026, 10, 31)}, ["takes-effect-before-it-was-sent"]),
        (
            {"sent_on": date(2023, 1, 1), "effective_on": date(2023, 12, 31)},
            ["before-the-policy-began"],
        ),
        ({"change": PolicyChange("ntc_1", NEW_YEAR)}, ["nothing-changes"]),
        (
            {"change": PolicyChange("ntc_1", NEW_YEAR, annual_sum=Money.of(1, "NOK"), product="SA1706")},
            ["currency-not-the-payers", "product-of-another-cause"],
        ),
        (
            {"change": PolicyChange("ntc_1", NEW_YEAR, parameters={"crisisSessions": "x"})},
            ["parameter-value"],
        ),
    ],
)  # fmt: skip
def test_faults_without_a_rule_are_reported_too(changes: dict[str, Any], codes: list[str]) -> None:
    told = replace(notice("conditions", "2026-11-01", "2027-01-01", basis="law"), **changes)
    assert broken(told) == [("", code) for code in codes]


def test_a_notice_cannot_take_effect_after_the_policy_has_ended() -> None:
    ended = POLICY.changed(PolicyChange("n", NEW_YEAR, ends=True))
    told = notice("conditions", "2026-11-01", "2027-01-01", basis="law")
    assert broken(told, policy=ended) == [("", "policy-has-ended")]
    assert broken(replace(told, effective_on=date(2026, 12, 31)), policy=ended) == []


def test_what_both_parties_agree_on_needs_no_notice() -> None:
    change = PolicyChange("ntc_1", date(2026, 11, 2), modules=frozenset({"health", "misuse"}))
    assert broken(notice("agreed", "2026-11-01", "2026-11-02", change=change)) == []


def test_each_breach_shows_its_clause_as_printed_in_the_product() -> None:
    told = notice("cancellation", "2026-12-02", "2027-01-01")
    for name, clause in (("SA1706", "13.2.2"), ("SF1706", "14.2.2")):
        with pytest.raises(NoticeRefused) as refused:
            must_stand(told, Known(POLICY, product(name), TODAY))
        breaches: Any = refused.value.facts["breaches"]
        (breach,) = breaches
        assert (breach["rule"], breach["clause"], breach["limit"]) == ("R-1404", clause, "2027-01-02")
        assert refused.value.faults[0].detail == f"2027-01-02 (R-1404, {clause})"
