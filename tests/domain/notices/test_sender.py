"""Which party sends a notice, and which notices a caller may send (R-1403–R-1412)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from helsebro.caller import EMPLOYER, UNDERWRITING, Caller
from helsebro.errors import BadInput, NotAllowed
from helsebro.ids import PolicyId
from helsebro.notices.notice import KINDS, Notice
from helsebro.notices.sender import answered, must_be_own, party_of

TODAY = date(2026, 11, 1)
UNDERWRITER = Caller("staff:tryg:1", frozenset({UNDERWRITING}), payer="tryg")
HAVN = Caller("employer:12345674", frozenset({EMPLOYER}))


def notice(kind: Any = "cancellation", by: Any = "policyholder", sent_on: date = TODAY) -> Notice:
    return Notice("ntc_1", "tryg", PolicyId("pol_a"), kind, by, sent_on, date(2027, 1, 1))


@pytest.mark.parametrize("kind", KINDS)
def test_an_employer_who_names_no_party_sends_its_own_notice(kind: Any) -> None:
    assert party_of(HAVN, kind) == "policyholder"


@pytest.mark.parametrize("kind, side", [("cancellation", "payer"), ("not-accepted", "policyholder")])
def test_staff_who_name_no_party_mean_the_usual_one(kind: Any, side: str) -> None:
    assert party_of(UNDERWRITER, kind) == side


@pytest.mark.parametrize(
    "kind, by", [("cancellation", "payer"), ("price", "policyholder"), ("agreed", "policyholder")]
)
def test_an_employer_cannot_send_what_is_the_payers_to_send(kind: str, by: str) -> None:
    with pytest.raises(NotAllowed):
        must_be_own(HAVN, notice(kind, by), TODAY)
    must_be_own(UNDERWRITER, notice(kind, by), TODAY)


@pytest.mark.parametrize("days", [-1, 1])
def test_an_employer_sends_a_notice_today_and_on_no_other_day(days: int) -> None:
    must_be_own(HAVN, notice(), TODAY)
    with pytest.raises(BadInput):
        must_be_own(HAVN, notice(sent_on=TODAY + timedelta(days=days)), TODAY)


def test_underwriting_stores_a_notice_that_came_on_paper_earlier() -> None:
    must_be_own(UNDERWRITER, notice(sent_on=TODAY - timedelta(days=3)), TODAY)


def test_an_answer_needs_the_notice_it_answers() -> None:
    assert answered([notice()], None) is None
    assert answered([notice()], "ntc_1") == notice()
    with pytest.raises(BadInput):
        answered([notice()], "ntc_2")
