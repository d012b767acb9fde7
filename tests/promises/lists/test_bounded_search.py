"""Promise 26, the search: a page reads at most 300 items, however many practitioners there are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from tests.builders.calls import ask
from tests.builders.network import practitioners, refresh_search, soon
from tests.promises.lists.counted_reads import counted
from tests.promises.lists.rows import store
from tests.promises.lists.search_cases import PATH, others
from tests.promises.lists.stage import ListStage, get
from tests.suite.sizes import size

pytestmark = pytest.mark.usefixtures("aws")
PRACTITIONERS = size(400, 10_000)
MOST_ITEMS = 300
QUERIES = [
    "treatment=physiotherapy&postcode=1165&limit=100",
    "treatment=physiotherapy&postcode=1165&withinKm=20",
    "treatment=physiotherapy&limit=100",
    "postcode=1165&problem=grief",
    "",
]


def test_a_search_over_many_practitioners_reads_at_most_300_items(aws: Mapping[str, Any]) -> None:
    stage = ListStage()
    stage.clinic.free_slot(starts_at=soon(90))
    refresh_search()
    store(aws["dynamodb"], others(stage, PRACTITIONERS))
    for query in QUERIES:
        with counted() as reads:
            answer = ask(practitioners(), get(f"{PATH}?{query}"))
        assert answer.body["nextCursor"], query
        assert 0 < reads.rows + reads.items <= MOST_ITEMS
        assert reads.pages <= 4


def test_the_pages_of_a_search_show_every_practitioner_once(aws: Mapping[str, Any]) -> None:
    stage = ListStage()
    store(aws["dynamodb"], others(stage, 150))
    shown: list[str] = []
    cursor = ""
    while cursor is not None:
        body = ask(practitioners(), get(f"{PATH}?postcode=1165&limit=45&cursor={cursor}")).body
        shown += [found["practitionerId"] for found in body["items"]]
        cursor = body["nextCursor"]
    assert len(shown) == len(set(shown)) == 150
