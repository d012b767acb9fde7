"""CloudWatch Logs Insights: queries over many groups, until they complete."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import pytest

from infra.account.command import CommandFault
from infra.account.logs.log_groups import GROUPS_A_QUERY, MOST_LINES, POLLS, SearchedTime, by_insights

ID = "clm_abcdefghij234567"
PERIOD = SearchedTime(datetime(2026, 11, 28, 0, 0, tzinfo=UTC), datetime(2026, 11, 28, 23, 0, tzinfo=UTC))
LOGGED = json.dumps({"level": "INFO", "message": "claim.stored", "claimId": ID})


class Insights:
    """CloudWatch Logs that answers every other poll of a query, in the shape of AWS."""

    def __init__(self, rows: Sequence[tuple[str, str]] = (), status: str = "Complete") -> None:
        self.queries: list[dict[str, Any]] = []
        self.rows, self.status, self.polls = rows, status, 0

    def start_query(self, **query: Any) -> dict[str, str]:
        self.queries.append(query)
        return {"queryId": str(len(self.queries))}

    def get_query_results(self, **_: Any) -> dict[str, Any]:
        self.polls += 1
        if self.polls % 2:
            return {"status": "Running", "results": []}
        group = "111122223333:/helsebro/dev/claims"
        found = [{"@timestamp": at, "@log": group, "@message": text, "@ptr": "x"} for at, text in self.rows]
        results = [[{"field": name, "value": value} for name, value in row.items()] for row in found]
        return {"status": self.status, "results": results}


def no_pause(_: float) -> None:
    """Does not wait."""


def test_an_account_is_searched_by_queries_over_fifty_groups_each() -> None:
    groups = [f"/helsebro/dev/{number}" for number in range(GROUPS_A_QUERY + 1)]
    logs = Insights([("2026-11-28 12:00:00.250", LOGGED)])
    lines = by_insights(groups, ID, PERIOD, logs, no_pause)
    assert [query["logGroupNames"] for query in logs.queries] == [groups[:50], groups[50:]]
    shown = ["2026-11-28", "12:00:00.250Z", "claims", "INFO", "claim.stored"]
    assert [line.text.split() for line in lines] == [shown, shown]
    for query in logs.queries:
        assert f'strcontains(@message, "{ID}")' in query["queryString"]
        assert f"limit {MOST_LINES}" in query["queryString"]
        assert query["endTime"] - query["startTime"] == 23 * 3600


def test_lines_of_all_queries_are_in_the_order_of_time() -> None:
    logs = Insights([("2026-11-28 12:00:00.250", LOGGED), ("2026-11-28 11:00:00.000", LOGGED)])
    lines = by_insights(["/helsebro/dev/claims"], ID, PERIOD, logs, no_pause)
    assert [line.text[11:19] for line in lines] == ["11:00:00", "12:00:00"]


@pytest.mark.parametrize("status", ["Failed", "Timeout", "Running"])
def test_a_search_that_does_not_complete_is_an_error(status: str) -> None:
    logs = Insights(status=status)
    with pytest.raises(CommandFault, match=f"ended as {status}"):
        by_insights(["/helsebro/dev/claims"], ID, PERIOD, logs, no_pause)
    assert logs.polls <= POLLS
