from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from functions.policies.indexes.handler import handler

from helsebro.errors import VersionStale
from helsebro.local_day import local_day
from helsebro.policies.index_table import WAGE_INDEX, IndexYear
from helsebro_aws.policies.dynamo_indexes import DynamoIndexes
from helsebro_aws.policies.dynamo_insured import DynamoPeople
from tests.builders.calls import Answered, ask, event, member, staff
from tests.builders.policies import insured_of, payer_of, policy_of

pytestmark = pytest.mark.usefixtures("aws")
UNDERWRITER = staff("underwriting", payer="tryg")


def this_year() -> int:
    return local_day(datetime.now(UTC)).year


def next_year() -> int:
    return this_year() + 1


def put(year: object, body: Any, by: dict[str, Any] = UNDERWRITER, version: int = 0) -> Answered:
    headers = {"if-match": f'"{version}"'} if version else {}
    return ask(handler, event("PUT", f"/v1/indexes/{year}", by=by, body=body, headers=headers))


def get(path: str, by: dict[str, Any] = UNDERWRITER) -> Answered:
    return ask(handler, event("GET", path, by=by))


def index_events(aws: dict[str, Any]) -> list[Any]:
    rows = aws["dynamodb"].scan(TableName="outbox")["Items"]
    return [row["data"]["M"] for row in rows if row["type"]["S"] == "index.set"]


def test_a_future_year_is_set_without_a_reason_and_read_back(aws: dict[str, Any]) -> None:
    answer = put(next_year(), {"percent": 2.3})
    assert (answer.status, answer.headers["etag"]) == (201, '"1"')
    read = get(f"/v1/indexes/{next_year()}").body
    assert (read["percent"], read["index"], read["reason"]) == (2.3, WAGE_INDEX, None)
    assert read["setBy"]
    assert [one["version"] for one in read["history"]] == [1]
    assert [row["hasBegun"]["BOOL"] for row in index_events(aws)] == [False]


def test_a_year_that_has_begun_needs_a_reason_and_shows_it(aws: dict[str, Any]) -> None:
    silent = put(this_year(), {"percent": 2})
    assert (silent.status, silent.body["errors"][0]["pointer"]) == (422, "/reason")
    assert put(this_year(), {"percent": 2, "reason": "Published late"}).status == 201
    assert [row["hasBegun"]["BOOL"] for row in index_events(aws)] == [True]


def test_changing_a_known_year_needs_its_version_and_keeps_its_history() -> None:
    put(next_year(), {"percent": 2})
    assert put(next_year(), {"percent": 3}).status == 428
    assert put(next_year(), {"percent": 3}, version=7).status == 412
    changed = put(next_year(), {"percent": 3, "index": "ILON12"}, version=1)
    assert (changed.status, changed.body["version"]) == (200, 2)
    history = get(f"/v1/indexes/{next_year()}").body["history"]
    assert [(one["percent"], one["index"]) for one in history] == [(2.0, WAGE_INDEX), (3.0, "ILON12")]


def test_setting_the_same_values_twice_changes_nothing(aws: dict[str, Any]) -> None:
    assert [put(next_year(), {"percent": 2.50}).status for _ in range(2)] == [201, 200]
    assert len(index_events(aws)) == 1


def test_two_callers_who_set_the_same_year_do_not_overwrite_each_other() -> None:
    DynamoIndexes().set("tryg", IndexYear(next_year(), Decimal(2)), "a")
    with pytest.raises(VersionStale):
        DynamoIndexes().set("tryg", IndexYear(next_year(), Decimal(3)), "b")
    assert get(f"/v1/indexes/{next_year()}").body["percent"] == 2.0


def test_the_table_is_listed_year_by_year_and_page_by_page() -> None:
    for year in (next_year() + 1, next_year()):
        put(year, {"percent": 1})
    first = get("/v1/indexes?limit=1").body
    rest = get(f"/v1/indexes?limit=1&cursor={first['nextCursor']}").body
    assert [one["year"] for one in (*first["items"], *rest["items"])] == [next_year(), next_year() + 1]


def test_a_payer_reads_and_sets_only_its_own_table() -> None:
    put(next_year(), {"percent": 2})
    other = staff("underwriting", payer="gjensidige")
    assert get(f"/v1/indexes/{next_year()}", by=other).status == 404
    assert get("/v1/indexes", by=other).body["items"] == []
    assert get("/v1/indexes", by=staff("caseworker", payer="tryg")).status == 200


@pytest.mark.parametrize("by", [staff("caseworker", payer="tryg"), staff("platform", payer=None), member()])
def test_only_underwriting_sets_an_index(by: dict[str, Any]) -> None:
    assert put(next_year(), {"percent": 2}, by=by).status == 403


@pytest.mark.parametrize(
    "year, body, pointers",
    [
        (next_year(), {}, {"/percent"}),
        (next_year(), {"percent": "2.5"}, {"/percent"}),
        (next_year(), {"percent": True}, {"/percent"}),
        (next_year(), {"percent": 50.001}, {"/percent"}),
        (next_year(), {"percent": 1.2345}, {"/percent"}),
        (next_year(), {"percent": "x", "reason": "", "unit": "kr."}, {"/percent", "/reason", "/unit"}),
        (2101, {"percent": -20.5}, {"/year", "/percent"}),
    ],
)
def test_every_fault_of_a_year_is_reported_at_once(year: int, body: Any, pointers: set[str]) -> None:
    answer = put(year, body)
    assert answer.status == 422
    assert {fault["pointer"] for fault in answer.body["errors"]} == pointers
    assert all(len(fault["detail"]) > 5 for fault in answer.body["errors"])


@pytest.mark.parametrize("year", ["26", "2026x", "-026", "٢٠٢٦"])
def test_a_path_that_is_not_a_year_is_404(year: str) -> None:
    assert put(year, {"percent": 2}).status == 404
    assert get(f"/v1/indexes/{year}").status == 404


def test_a_cover_knows_the_steps_after_its_sum_was_agreed() -> None:
    payer_of("tryg")
    person_id = insured_of(policy_of("tryg", effectiveFrom=f"{this_year()}-01-01"))
    put(this_year(), {"percent": 2, "reason": "First table"})
    put(next_year(), {"percent": 2.5})
    (at_payer,) = DynamoPeople().cover("tryg", person_id)
    ((_, own),) = DynamoPeople().covered(person_id)
    assert at_payer.sum_index == own.sum_index == ((date(next_year(), 1, 1), Decimal("2.5")),)
