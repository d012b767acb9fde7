"""``make reconcile``: lists what differs, and its exit code says whether anything does."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from infra.account.ledger.reconcile import run

DIFFERENCE = {
    "kind": "granted-differs",
    "claimId": "clm_a",
    "about": "gar_a",
    "expected": {"amount": "1350.00", "currency": "DKK"},
    "found": {"amount": "0.01", "currency": "DKK"},
}


class Answers:
    """The function of a stage: it answers each call in turn."""

    def __init__(self, *answers: Mapping[str, Any]) -> None:
        self.left, self.calls = [*answers], list[Mapping[str, Any]]()

    def __call__(self, given: Mapping[str, Any]) -> Mapping[str, Any]:
        self.calls.append(given)
        return self.left.pop(0)


def test_a_ledger_that_agrees_ends_with_0(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(Answers({"cases": 3, "differences": []})) == 0
    assert capsys.readouterr().out == "3 cases, 0 differences\n"


def test_a_difference_is_a_row_and_ends_with_1(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(Answers({"cases": 3, "differences": [DIFFERENCE]})) == 1
    head, row, counts = capsys.readouterr().out.splitlines()
    assert head.split("\t")[:3] == ["kind", "claimId", "about"]
    assert row.split("\t") == ["granted-differs", "clm_a", "gar_a", "1350.00 DKK", "0.01 DKK", ""]
    assert counts == "3 cases, 1 differences"


def test_it_goes_on_from_where_the_function_stopped() -> None:
    begun = {"cases": 20, "differences": [DIFFERENCE], "payer": "tryg", "place": "2026#clm_a"}
    answers = Answers(begun, {"cases": 1, "differences": []})
    assert run(answers) == 1
    assert answers.calls[1] == {"byHand": True, "payer": "tryg", "place": "2026#clm_a"}


def test_it_opens_the_ledger_of_older_cases_and_counts_the_entries(
    capsys: pytest.CaptureFixture[str],
) -> None:
    answers = Answers({"cases": 3, "differences": [], "opened": 5})
    assert run(answers, opens=True) == 0
    assert (answers.calls, capsys.readouterr().out) == (
        [{"byHand": True, "open": True}],
        "3 cases, 5 entries opened\n",
    )


def test_the_sums_so_far_go_along_to_the_next_call() -> None:
    so_far = [{"scope": "clinic", "about": "cli_a", "currency": "DKK", "claimId": "clm_a", "spent": 50_000}]
    first = {"cases": 20, "differences": [], "payer": "tryg", "place": "2026#clm_a", "sums": so_far}
    answers = Answers(first, {"cases": 1, "differences": []})
    assert run(answers) == 0
    assert answers.calls[1]["sums"] == so_far
