"""The report of all rules: its counts, and when its exit code is 1."""

from __future__ import annotations

from dataclasses import replace

import pytest

from local.commands.rules import RuleReport, cited, print_reports, rule_reports

ORDER = ["R-1403", "R-1404", "R-1405", "R-619a"]


def report_of(rule: str) -> RuleReport:
    return next(report for report in rule_reports() if report.rule == rule)


def test_no_rule_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    found = rule_reports()

    assert print_reports(found) == 0
    printed = capsys.readouterr().out.splitlines()
    assert [row.split()[0] for row in printed[1:-1]] == [report.rule for report in found]
    assert printed[-1].startswith("193 rules: ")


@pytest.mark.parametrize(
    "broken, why",
    [
        (replace(report_of("R-832"), rows={}), "prints it in 8.3.2, the terms in None"),
        (
            replace(report_of("R-832"), clauses={"work": "8.3.1", "leisure": "8.3.2"}),
            "SA1706 prints it in 8.3.1",
        ),
        (replace(report_of("R-1100"), clauses={"work": "11", "leisure": "11"}), "SA1706 prints it in 11"),
        (replace(report_of("R-832"), sides={"deny": 3}), "no case on each of its sides"),
        (replace(report_of("R-304"), sides={}), "no case"),
        (replace(report_of("R-832"), untold=("SA1706 nb deny",)), "no text: SA1706 nb deny"),
    ],
    ids=["in no terms", "another clause", "not in one product", "one side", "no case", "no text"],
)
def test_a_missing_rule_makes_the_exit_code_1(
    broken: RuleReport, why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert print_reports([broken]) == 1
    assert why in capsys.readouterr().out


def test_a_rule_needs_its_clause_and_a_sentence_for_each_effect_in_three_languages() -> None:
    assert report_of("R-832").told == "18/18"
    assert report_of("R-1404").told == "6/6"
    assert replace(report_of("R-1404"), untold=("SA1706 nb clause",)).told == "5/6"


def test_an_administrative_rule_is_used_when_a_module_cites_it() -> None:
    row = report_of("R-1404")

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
def test_a_text_cites_single_rules_and_spans_of_rules(text: str, rules: set[str]) -> None:
    assert cited(ORDER, [("notice", text)]) == dict.fromkeys(rules, ("notice",))
