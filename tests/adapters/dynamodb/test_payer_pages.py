from __future__ import annotations

import pytest

from helsebro.errors import BadInput
from helsebro_aws.dynamodb.payer_pages import PayerPage, page_across

ROWS = {"alka": ["a1", "a2", "a3"], "gjensidige": [], "tryg": ["t1", "t2"]}
PAYERS = sorted(ROWS)


def page_of(payer: str, limit: int, cursor: str | None) -> PayerPage[str]:
    start = int(cursor or 0)
    end = start + limit
    return ROWS[payer][start:end], str(end) if end < len(ROWS[payer]) else None


@pytest.mark.parametrize("limit", [1, 2, 3, 4, 5, 6])
def test_the_pages_hold_every_entry_once_in_the_order_of_the_payers(limit: int) -> None:
    found, cursor = page_across(PAYERS, page_of, limit, None)
    while cursor is not None:
        assert len(found) % limit == 0
        page, cursor = page_across(PAYERS, page_of, limit, cursor)
        found += page
    assert found == [*ROWS["alka"], *ROWS["tryg"]]


def test_a_page_ends_at_the_first_payer_where_more_follows() -> None:
    def odd(payer: str, limit: int, cursor: str | None) -> PayerPage[str]:
        page, following = page_of(payer, limit, cursor)
        return [row for row in page if row[-1] in "13"], following

    assert page_across(PAYERS, odd, 3, None) == (["a1", "a3", "t1"], "tryg:1")
    assert page_across(PAYERS, odd, 2, None) == (["a1"], "alka:2")


def test_a_cursor_of_another_list_is_refused() -> None:
    with pytest.raises(BadInput) as refused:
        page_across(PAYERS, page_of, 2, "topdanmark:2")
    assert refused.value.malformed
