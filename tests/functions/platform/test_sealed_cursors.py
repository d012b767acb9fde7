"""The cursor of a list: no other list, other filter or other caller can use it."""

from __future__ import annotations

from typing import Any

import pytest
from functions.network.practitioners.handler import handler as practitioners

from tests.builders.calls import Answered, ask, event, member, staff
from tests.builders.network import refresh_search, set_practitioner, staged
from tests.promises.lists.list_cases import CASES, ListCase
from tests.promises.lists.search_cases import SEARCH_CASES
from tests.promises.lists.stage import ListStage
from tests.promises.lists.test_bounded_lists import DOCUMENT, handler_of

pytestmark = pytest.mark.usefixtures("aws")
PATH = "/v1/practitioners"


def has_pages(path: str) -> bool:
    """Returns whether a list of the document takes a cursor."""
    parameters = DOCUMENT["paths"][path]["get"].get("parameters", ())
    return "cursor" in {parameter.get("name") for parameter in parameters}


def one_of_each() -> list[ListCase]:
    """Returns one case of each list that has pages."""
    by_path = {case.path: case for case in (*CASES, *SEARCH_CASES)}
    return [case for path, case in sorted(by_path.items()) if has_pages(path)]


def searched(query: str, by: dict[str, Any] | None = None) -> Answered:
    return ask(practitioners, event("GET", f"{PATH}?{query}", by=by or staff("caseworker", payer="tryg")))


def cursor_of(query: str = "limit=1", by: dict[str, Any] | None = None) -> str:
    """Returns the cursor of a search that found two practitioners."""
    set_practitioner(staged("a").clinic_id, "b")
    refresh_search()
    cursor = searched(query, by).body["nextCursor"]
    assert isinstance(cursor, str)
    return cursor


def refusal(answer: Answered) -> Any:
    errors = answer.body.get("errors", [])
    return answer.status, [(fault["pointer"], fault["code"]) for fault in errors]


UNKNOWN = (400, [("/cursor", "unknown-cursor")])


@pytest.mark.parametrize("case", one_of_each(), ids=lambda case: case.path)
def test_the_cursor_of_another_list_is_400_on_every_list(case: ListCase) -> None:
    stage, elsewhere = ListStage(), cursor_of("limit=1&country=DK")
    for cursor in (elsewhere, f"{elsewhere}x", elsewhere.partition(".")[0], "e30.abc", "."):
        call = case.call(stage)
        given = {**(call["queryStringParameters"] or {}), "cursor": cursor}
        assert refusal(ask(handler_of(case.path), {**call, "queryStringParameters": given})) == UNKNOWN


@pytest.mark.parametrize(
    "query",
    ["postcode=1165", "treatment=physiotherapy", "language=da&crisis=false", "problem=stress&limit=1"],
)
def test_a_cursor_of_other_filters_is_400(query: str) -> None:
    assert refusal(searched(f"{query}&cursor={cursor_of()}")) == UNKNOWN


@pytest.mark.parametrize(
    "other", [member(), staff("caseworker", payer="alka"), staff("caseworker", payer="tryg", sub="other")]
)
def test_a_cursor_of_another_caller_is_400(other: dict[str, Any]) -> None:
    assert refusal(searched(f"cursor={cursor_of()}", other)) == UNKNOWN


def test_the_own_cursor_continues_also_with_another_limit_and_other_order_of_the_filters() -> None:
    cursor = cursor_of("limit=1&treatment=physiotherapy&postcode=1165")
    answer = searched(f"postcode=1165&cursor={cursor}&treatment=physiotherapy&limit=100")
    assert (answer.status, len(answer.body["items"]), answer.body["nextCursor"]) == (200, 1, None)
