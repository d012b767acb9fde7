"""Promise 26: every list is bounded, whatever lies beside the rows that it shows.

The same call is made with few and with ten times as many rows that do not match; what it reads is counted
where the tables call DynamoDB. The control filters after the limit, page by page until it has found enough.
"""

from __future__ import annotations

import importlib
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from helsebro_aws.dynamodb.filtered_page import MOST_PAGES, ROWS
from helsebro_aws.dynamodb.tables import tables
from tests.builders.calls import Answered, ask
from tests.promises.lists.counted_reads import Reads, counted
from tests.promises.lists.draft_cases import DRAFT_CASES
from tests.promises.lists.list_cases import CASES, ListCase
from tests.promises.lists.mandate_cases import MANDATE_CASES
from tests.promises.lists.rows import listed, store
from tests.promises.lists.search_cases import SEARCH_CASES
from tests.promises.lists.stage import ListStage
from tests.suite.sizes import size

pytestmark = pytest.mark.usefixtures("aws")
ROOT = Path(__file__).parents[3]
DOCUMENT = json.loads((ROOT / "layers/adapters/python/helsebro_aws/openapi.json").read_text())
FEW = size(45, 700)
MANY = 10 * FEW
LIMIT = 25
ALL = (*CASES, *DRAFT_CASES, *MANDATE_CASES, *SEARCH_CASES)
MOST_ROWS = LIMIT + (MOST_PAGES - 1) * ROWS
UNBOUNDED = size(MANY, 5_000)
"""The rows that the control reads, more than any list may."""


def lists() -> Iterator[str]:
    """Yields the paths that answer with a page of items."""
    for path, operations in DOCUMENT["paths"].items():
        answer = operations.get("get", {}).get("responses", {}).get("200", {})
        schema = answer.get("content", {}).get("application/json", {}).get("schema", {})
        while "$ref" in schema:
            schema = DOCUMENT["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
        if "items" in schema.get("properties", {}):
            yield path


def handler_of(path: str) -> Callable[[Any, Any], Any]:
    """Returns the handler of the function with the GET route of a path in the document."""
    wanted = re.sub(r"{\w+}", "{}", path)
    for file in sorted(ROOT.glob("functions/*/*/handler.py")):
        if "@route.get" in file.read_text():
            module = importlib.import_module(".".join(file.relative_to(ROOT).with_suffix("").parts))
            names = {re.sub(r"<\w+>", "{}", route.name) for route in module.route.declared}
            if f"GET {wanted}" in names:
                handler: Callable[[Any, Any], Any] = module.handler
                return handler
    raise LookupError(path)


def answered(case: ListCase, stage: ListStage) -> tuple[Answered, Reads]:
    """Returns the first page of a list, and what was read for it."""
    handler, call = handler_of(case.path), case.call(stage)
    with counted() as reads:
        answer = ask(handler, call)
    assert answer.status == 200, answer.body
    return answer, reads


def test_every_list_of_the_document_has_a_case() -> None:
    assert {case.path for case in ALL} == set(lists())


@pytest.mark.parametrize("case", ALL, ids=[f"{number}-{case.path}" for number, case in enumerate(ALL)])
def test_ten_times_as_many_rows_that_do_not_match_take_no_more_reads(
    case: ListCase, aws: Mapping[str, Any]
) -> None:
    stage = ListStage()
    shown = case.match(stage) if case.match else None
    store(aws["dynamodb"], case.others(stage, FEW))
    few, reads_of_few = answered(case, stage)
    store(aws["dynamodb"], case.others(stage, MANY))
    many, reads = answered(case, stage)
    assert reads_of_few.pages <= reads.pages <= MOST_PAGES + 1
    assert reads.rows <= MOST_ROWS + 1
    assert reads.items <= MOST_ROWS + ROWS
    if shown and case.by_key:
        assert (shown in json.dumps(few.body), shown in json.dumps(many.body)) == (True, True)
        assert (reads.pages, reads.rows) == (reads_of_few.pages, reads_of_few.rows)
    elif shown:
        assert many.body["nextCursor"]


def test_control_a_filter_after_the_limit_reads_all_that_does_not_match(aws: Mapping[str, Any]) -> None:
    store(aws["dynamodb"], listed("cases", "tryg#control", UNBOUNDED + 1))
    with counted() as reads:
        assert filtered_after_the_limit("tryg#control") == []
    assert reads.rows > UNBOUNDED > MOST_ROWS


def filtered_after_the_limit(listing: str) -> Iterable[Any]:
    """Returns what a list would that reads on until it has found enough."""
    found: list[Any] = []
    cursor = None
    while True:
        page = tables.query("cases", listing, limit=LIMIT, page_cursor=cursor, listing=True)
        found += [item for item in page.items if item.get("status") == "wanted"]
        cursor = page.next_cursor
        if cursor is None or len(found) >= LIMIT:
            return found[:LIMIT]
