"""The figures of decisions: by clause, product and group, none that tells of a single case."""

from __future__ import annotations

import csv
import io
from datetime import timedelta
from typing import Any
from xml.etree import ElementTree

import pytest

from helsebro.quality.decision_tally import Counter, Tally
from helsebro.quality.iso_week import IsoWeek
from helsebro_aws.dynamodb.tables import tables
from helsebro_aws.platform import clock
from helsebro_aws.quality.decision_counts import DecisionCounts, counting
from tests.builders.calls import member, staff
from tests.builders.decisions import approval, claim_in_review, decide, insured_anna, task_of
from tests.builders.reports.second_looks import DENIAL, WRONG, figures, find, set_sampling

pytestmark = pytest.mark.usefixtures("aws")


def count(counter: Counter, times: int, clause: str = "6.1", group: str = "", weeks_ago: int = 0) -> None:
    at = clock.now() - timedelta(weeks=weeks_ago)
    tallies = [Tally(counter, "SA1706", clause, group)] * times
    tables.commit(counting("tryg", tallies, at, "DK"))


def test_each_decision_and_finding_is_counted_in_its_own_commit(aws: Any) -> None:
    assert aws
    insured_anna()
    set_sampling()
    claim_id = claim_in_review()
    north = staff("caseworker", group="north")
    assert decide(task_of(claim_id), {**DENIAL, "clause": "6.1"}, by=north).status == 200
    assert find(WRONG).status == 200
    again = task_of(claim_id, "token-2", review=2)
    assert decide(again, approval(), by=staff("caseworker", group="not a slug")).status == 200
    week = IsoWeek.of_instant(clock.now(), "DK")
    found = {
        (row.clause, row.group): dict(row.counts) for row in DecisionCounts().between("tryg", week, week)
    }
    assert found == {
        ("6.1", "north"): {"denied": 1, "foundWrong": 1, "overturnedByReview": 1},
        ("8.3.1", ""): {"approved": 1},
    }
    assert figures(by=staff("caseworker")).body["total"]["denied"] is None


def test_the_figures_are_of_the_own_payer_and_the_weeks_asked_for() -> None:
    count("denied", 7, "6.1", "north")
    count("denied", 8, "8.2", "south", weeks_ago=1)
    count("denied", 9, "8.2", "south", weeks_ago=20)
    shown = figures().body
    assert shown["total"] == {
        "approved": 0, "denied": 15, "overturned": 0, "agreed": 0, "foundWrong": 0
    }  # fmt: skip
    denied = {(row["product"], row["clause"]): row["denied"] for row in shown["clauses"]}
    assert denied == {("SA1706", "6.1"): 7, ("SA1706", "8.2"): 8}
    assert {row["group"]: row["denied"] for row in shown["groups"]} == {"north": 7, "south": 8}
    assert figures(by=staff("quality", payer="gjensidige")).body["clauses"] == []


def test_a_sheet_hides_what_is_small_and_no_cell_is_a_formula() -> None:
    count("denied", 7, "6.1", "-north")
    count("denied", 2, "8.2", "=1+1")
    sheet = figures(accept="text/csv")
    assert sheet.headers["content-type"] == "text/csv; charset=utf-8"
    rows = list(csv.reader(io.StringIO(sheet.body.removeprefix("\ufeff"))))
    assert [row for row in rows if row[0] == "Clause"] == [
        ["Clause", "SA1706", "6.1", "", "0", "hidden", "0", "0", "0"],
        ["Clause", "SA1706", "8.2", "", "0", "hidden", "0", "0", "0"],
    ]
    assert {row[3] for row in rows if row[0] == "Group"} == {"'-north", "'=1+1"}


def test_a_chart_shows_the_clauses_and_nothing_live() -> None:
    count("denied", 7, "6.1")
    count("approved", 9, "8.2")
    drawn = figures(accept="image/svg+xml")
    root = ElementTree.fromstring(drawn.body)
    tags = {node.tag.rpartition("}")[2] for node in root.iter()}
    assert not tags & {"script", "a", "image", "use"}
    titles = [node.text for node in root.iter("{http://www.w3.org/2000/svg}title")]
    assert {"Denied, SA1706 6.1: 7", "Approved, SA1706 8.2: 9"} <= set(titles)
    assert "script-src" not in drawn.headers["content-security-policy"]
    assert figures("?from=2020-01-01&to=2020-02-01", "image/svg+xml").status == 200


@pytest.mark.parametrize(
    "query, fault",
    [
        ("?from=2026-11-24&to=2026-11-10", ("/from", "from-after-to")),
        ("?from=2020-11-24&to=2026-11-10", ("/from", "too-many-weeks")),
        ("?from=yesterday", ("/from", "not-a-date")),
    ],
)
def test_weeks_that_cannot_be_are_refused(query: str, fault: tuple[str, str]) -> None:
    refused = figures(query)
    assert refused.status == 400
    assert [(each["pointer"], each["code"]) for each in refused.body["errors"]] == [fault]


def test_other_media_and_other_callers_are_refused() -> None:
    assert figures(accept="application/pdf").status == 406
    assert figures(by=staff("finance")).status == figures(by=member()).status == 403
