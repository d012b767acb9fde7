"""The cursor of a search: it holds its place, and any other text is refused."""

from __future__ import annotations

import json
from datetime import date

import pytest

from helsebro.errors import BadInput
from helsebro_aws.calendars.search_place import SearchPlace
from helsebro_aws.dynamodb import cursor

WAYS = ["", "", "", ""]
PLACES = [
    SearchPlace(),
    SearchPlace(("up", None, "", None), (-2, 3, "2026-12-01", 0, "a#prc_a"), date(2026, 11, 29)),
    SearchPlace.after_rows([None, "down"]),
]


@pytest.mark.parametrize("place", PLACES)
def test_a_cursor_holds_the_place(place: SearchPlace) -> None:
    assert SearchPlace.of_cursor(place.cursor) == place


def test_a_search_without_a_cursor_begins_at_the_beginning() -> None:
    assert SearchPlace.of_cursor(None) == SearchPlace()
    assert (SearchPlace().is_end, SearchPlace.after_rows([None]).is_end) == (False, True)


@pytest.mark.parametrize(
    "parts",
    [
        "25",
        [],
        [WAYS, None],
        [[""], None, None],
        [["", "", "", 1], None, None],
        [WAYS, [1, 2, "3", 4], None],
        [WAYS, ["-1", 2, "3", 4, "5"], None],
        [WAYS, [True, 2, "3", 4, "5"], None],
        [WAYS, [1, 2, "3", "4", "5"], None],
        [WAYS, None, "tomorrow"],
        [WAYS, None, 20261129],
    ],
)
def test_a_cursor_that_no_search_made_is_refused(parts: object) -> None:
    made = cursor.write({"sk": json.dumps(parts)}, "pk")
    for text in (made, f"{made}x", "x"):
        with pytest.raises(BadInput) as refused:
            SearchPlace.of_cursor(text)
        assert refused.value.malformed
