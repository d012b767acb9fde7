"""The report of all rules: what it counts, and when it ends with a fault."""

from __future__ import annotations

from dataclasses import replace

import pytest

from local.commands.rules import Line, cited, lines, show

ORDER = ["R-1403", "R-1404", "R-1405", "R-619a"]


def line(rule: str) -> Line:
    return next(one for one in lines() if one.rule == rule)


def test_no_rule_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    found = lines()

    assert show(found) == 0
    printed = capsys.readouterr().out.splitlines()
    assert [row.split()[0] for row in printed[1:-1]] == [one.rule for one in found]
    assert printed[-1].startswith("192 rules: ")


@pytest.mark.parametrize(
    "broken, why",
    [
        (replace(line("R-832"), rows={}), "prints it in 8.3.2, the terms in None"),
        (replace(line("R-832"), clauses={"work": "8.3.1", "leisure": "8.3.2"}), "SA1706 prints it in 8.3.1"),
        (replace(line("R-1100"), clauses={"work": "11", "leisure": "11"}), "SA1706 prints it in 11"),
        (replace(line("R-832"), sides={"deny": 3}), "no case on each of its sides"),
        (replace(line("R-304"), sides={}), "no case"),
    ],
    ids=["in no terms", "another clause", "not in one product", "one side", "no case"],
)
def test_a_rule_that_is_missing_ends_the_report_with_a_fault(
    broken: Line, why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert show([broken]) == 1
    assert why in capsys.readouterr().out


def test_a_row_that_administers_is_used_where_a_module_cites_it() -> None:
    row = line("R-1404")

    assert replace(row, used=("notice",)).status == "used in notice"
    assert replace(row, used=()).status == "stated"


@pytest.mark.parametrize(
    "text, rules",
    [
        ("(R-1404)", {"R-1404"}),
        ("R-1403–R-1405", {"R-1403", "R-1404", "R-1405"}),
        ("R-1403–1404", {"R-1403", "R-1404"}),
        ("R-619a, R-9999", {"R-619a"}),
    ],
)
def test_a_text_cites_rules_alone_and_in_spans(text: str, rules: set[str]) -> None:
    assert cited(ORDER, [("notice", text)]) == dict.fromkeys(rules, ("notice",))
