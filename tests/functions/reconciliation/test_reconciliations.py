from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from functions.reconciliation.reconciliations.handler import handler

from helsebro.ids import ClaimId
from helsebro.money import Money
from helsebro.reconciliation.difference import DifferenceKind, MoneyDifference
from helsebro.reconciliation.reconciliation import MOST_LISTED, Reconciliation
from helsebro_aws.reconciliation.dynamo_reconciliations import DynamoReconciliations, ReconciledElsewhere
from helsebro_aws.reconciliation.reconciliation_view import shown
from tests.builders.calls import ask, event, staff

pytestmark = pytest.mark.usefixtures("aws")
AT = datetime(2026, 11, 21, 3, tzinfo=UTC)
stored = DynamoReconciliations()


def difference(kind: DifferenceKind = "payable-differs", **changes: Any) -> MoneyDifference:
    return MoneyDifference(kind, ClaimId("clm_a"), "pay_a", **changes)


def night(number: int, *found: MoneyDifference) -> Reconciliation:
    """Stores the reconciliation of a night, finished after three cases."""
    begun = Reconciliation("tryg", date(2026, 11, 21) + timedelta(days=number), AT, None)
    after = begun.after(3, found, None, AT)
    stored.advance(None, after)
    return after


def listed(query: str = "", by: Any = None, language: str = "da") -> Any:
    headers = {"accept-language": language}
    path = f"/v1/reconciliations{query}"
    return ask(handler, event("GET", path, by=by or staff("finance"), headers=headers)).body


def test_finance_sees_the_latest_night_first() -> None:
    night(1)
    night(2, difference(expected=Money.of(450), found=Money.of("450.01"), beside="2420"))
    latest, before = listed(language="en")["items"]
    assert (latest["day"], latest["cases"], latest["differences"]) == ("2026-11-23", 3, 1)
    assert latest["listed"] == [
        {
            "kind": "payable-differs",
            "text": "The amount is on another account, or is another one than what is owed.",
            "claimId": "clm_a",
            "about": "pay_a",
            "expected": {"amount": "450.00", "currency": "DKK"},
            "found": {"amount": "450.01", "currency": "DKK"},
            "beside": "2420",
        }
    ]
    assert (before["day"], before["listed"]) == ("2026-11-22", [])


def test_nights_come_in_pages() -> None:
    for number in range(3):
        night(number)
    page = listed("?limit=2")
    rest = listed(f"?limit=2&cursor={page['nextCursor']}")
    assert [each["day"] for each in (*page["items"], *rest["items"])] == [
        "2026-11-23",
        "2026-11-22",
        "2026-11-21",
    ]


def test_more_differences_than_are_listed_are_counted() -> None:
    night(1, *(difference(beside=str(number)) for number in range(MOST_LISTED + 7)))
    [report] = listed()["items"]
    assert (report["differences"], len(report["listed"])) == (MOST_LISTED + 7, MOST_LISTED)


def test_another_payers_finance_sees_no_report() -> None:
    night(1)
    assert listed(by=staff("finance", payer="gjensidige"))["items"] == []


def test_two_runs_of_one_night_do_not_both_go_on() -> None:
    known = night(1)
    stored.advance(known, known.after(1, (), None, AT))
    with pytest.raises(ReconciledElsewhere):
        stored.advance(known, known.after(1, (), None, AT))


@pytest.mark.parametrize("language", ["da", "nb", "en"])
@pytest.mark.parametrize(
    "kind",
    [
        *("granted-differs", "granted-below-invoiced", "reserved-differs", "payable-differs"),
        *("account-below-zero", "benefits-differ", "entry-without-cause", "cause-without-entry"),
        *("entry-changed", "session-paid-twice"),
    ],
)
def test_every_kind_of_difference_has_its_words(kind: DifferenceKind, language: str) -> None:
    [said] = shown(night(1, difference(kind)), language)["listed"]
    assert said["text"].endswith(".")
