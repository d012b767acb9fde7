from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from helsebro_aws.backfills.backfill import Backfill
from helsebro_aws.backfills.run import BackfillResult, BackfillRun, shown
from helsebro_aws.backfills.scan_place import UnknownPlace
from helsebro_aws.dynamodb.tables import Delete, Item, Operation, Put, Tables, Update, tables

pytestmark = pytest.mark.usefixtures("aws")
PAGE, MANY = 10, 24


def in_kroner(item: Mapping[str, Any]) -> Item:
    """The change of the tests: ``fee`` in øre becomes ``price`` in kroner, rebated when there is a rebate."""
    return {"price": item["fee"] // 100 - item.get("rebate", 0), "fee": None}


FEES = Backfill("fees", ("cases", "network"), "FEE#", frozenset({None, 1}), 2, in_kroner)


@pytest.fixture
def fees(aws: dict[str, Any]) -> None:
    """Stores three pages of fees in one table, a few in another, and an item of another kind."""
    others = [
        *(fee("network", number) for number in range(3)),
        Put("cases", {"pk": "p", "sk": "OTHER", "fee": 100}),
    ]
    tables.commit([*(fee("cases", number) for number in range(MANY)), *others])
    assert aws


def fee(table: str, number: int) -> Put:
    return Put(table, {"pk": f"p{number % 7}", "sk": f"FEE#{number:04}", "fee": 100 * number, "note": "kept"})


def stored(*names: str) -> list[Item]:
    return [dict(item) for name in names or ("cases", "network") for item in scanned(tables, name)]


def scanned(on: Tables, name: str) -> list[Item]:
    items: list[Item] = []
    last = None
    while True:
        page, last, _ = on.client.sync_scan_page(name, exclusive_start_key=last)
        items += page
        if not last:
            return items


def run(
    cursor: str | None = None, pages: int = 100, *, dry_run: bool = False, on: Tables = tables
) -> BackfillResult:
    return BackfillRun(on, PAGE).run(FEES, dry_run=dry_run, cursor=cursor, pages=pages)


class BetweenReadAndWrite:
    """A client beside which another writer changes ``FEE#0012`` between its read and its write."""

    def __init__(self, *meanwhile: Operation) -> None:
        self.real, self.meanwhile = Tables().client, list(meanwhile)

    def sync_scan_page(self, *given: Any, **named: Any) -> Any:
        page = self.real.sync_scan_page(*given, **named)
        if self.meanwhile and "FEE#0012" in {item["sk"] for item in page[0]}:
            tables.commit(self.meanwhile)
            self.meanwhile = []
        return page

    def __getattr__(self, name: str) -> Any:
        return getattr(self.real, name)


def beside(*meanwhile: Operation) -> Tables:
    busy = Tables()
    busy.client = BetweenReadAndWrite(*meanwhile)
    return busy


@pytest.mark.usefixtures("fees")
def test_a_dry_run_counts_what_would_change_and_changes_nothing() -> None:
    before = stored()
    result = run(dry_run=True)
    assert (result.seen, result.matched, result.changed, result.cursor) == (MANY + 4, MANY + 3, 0, None)
    assert stored() == before


@pytest.mark.usefixtures("fees")
def test_every_item_is_changed_and_keeps_the_rest() -> None:
    result = run()
    assert (result.matched, result.changed, result.conflicts) == (MANY + 3, MANY + 3, 0)
    [changed] = [item for item in stored("cases") if item["sk"] == "FEE#0012"]
    assert changed == {"pk": "p5", "sk": "FEE#0012", "price": 12, "note": "kept", "v": 2}
    [other] = [item for item in stored() if item["sk"] == "OTHER"]
    assert other == {"pk": "p", "sk": "OTHER", "fee": 100, "v": 1}


@pytest.mark.usefixtures("fees")
def test_a_run_that_is_stopped_between_pages_and_resumed_changes_each_item_once() -> None:
    calls: list[BackfillResult] = []
    cursor = None
    while not calls or cursor:
        result = run(cursor, pages=1)
        calls.append(result)
        cursor = result.cursor
    assert {result.pages for result in calls} == {1}
    assert [result.seen for result in calls][:2] == [PAGE, PAGE]
    assert sum(result.changed for result in calls) == MANY + 3
    assert {item["v"] for item in stored() if item["sk"] != "OTHER"} == {2}
    again = run()
    assert (again.seen, again.matched, again.changed) == (MANY + 4, 0, 0)


@pytest.mark.usefixtures("fees")
def test_a_page_that_is_run_twice_changes_each_item_once() -> None:
    first, lost_answer = run(pages=1), run(pages=1)
    assert (first.changed, lost_answer.matched) == (first.matched, 0)
    assert first.cursor == lost_answer.cursor


@pytest.mark.usefixtures("fees")
@pytest.mark.parametrize("pages,read", [(1, 1), (2, 2), (50, 4)])
def test_a_call_reads_no_more_pages_than_it_may(pages: int, read: int) -> None:
    result = run(pages=pages, dry_run=True)
    assert result.pages == read
    assert (result.cursor is None) == (pages == 50)


@pytest.mark.usefixtures("fees")
def test_without_time_a_call_reads_one_page_and_returns_where_to_go_on() -> None:
    result = BackfillRun(page_size=PAGE).run(
        FEES, dry_run=True, cursor=None, pages=50, has_time=lambda: False
    )
    assert (result.pages, result.seen) == (1, PAGE)
    assert result.cursor


OF_OTHERS: list[tuple[Callable[[], Update | Put], int]] = [
    (lambda: Update("cases", "p5", "FEE#0012", set={"fee": 9900}), 99),
    (lambda: Update("cases", "p5", "FEE#0012", set={"rebate": 2}), 10),
    (lambda: Put("cases", {"pk": "p5", "sk": "FEE#0012", "fee": 9900}, when=None), 99),
]
"""What another writer does with an item that the change depends on, and its price after the next run."""


@pytest.mark.usefixtures("fees")
@pytest.mark.parametrize("write,price", OF_OTHERS)
def test_a_concurrent_change_is_not_lost_and_the_next_run_changes_the_item(
    write: Callable[[], Update | Put], price: int
) -> None:
    first = run(on=beside(write()))
    assert (first.conflicts, first.changed) == (1, first.matched - 1)
    second = run()
    assert (second.matched, second.changed, second.conflicts) == (1, 1, 0)
    assert (tables.get("cases", "p5", "FEE#0012") or {})["price"] == price


@pytest.mark.usefixtures("fees")
def test_a_concurrent_change_of_what_is_not_read_is_no_conflict_and_is_kept() -> None:
    result = run(on=beside(Update("cases", "p5", "FEE#0012", set={"note": "new"})))
    assert result.conflicts == 0
    changed = tables.get("cases", "p5", "FEE#0012") or {}
    assert (changed["note"], changed["price"], changed["v"]) == ("new", 12, 2)


@pytest.mark.usefixtures("fees")
def test_an_item_that_is_deleted_meanwhile_stays_deleted() -> None:
    assert run(on=beside(Delete("cases", "p5", "FEE#0012"))).conflicts == 1
    assert tables.get("cases", "p5", "FEE#0012") is None


@pytest.mark.usefixtures("fees")
def test_control_an_unconditional_put_loses_the_concurrent_change() -> None:
    class Overwriting(BackfillRun):
        def _write(self, table: str, item: Item, backfill: Backfill) -> bool:
            after = {**item, **backfill.change(item), "v": backfill.version}
            self.tables.commit([Put(table, after, when=None)])
            return True

    busy = beside(Update("cases", "p5", "FEE#0012", set={"fee": 9900}))
    Overwriting(busy).run(FEES, dry_run=False, cursor=None, pages=100)
    lost = [item for item in stored("cases") if item["sk"] == "FEE#0012"]
    assert [item.get("price") for item in lost] == [12]


@pytest.mark.parametrize("cursor", ["x", "W10=", "WzksIG51bGxd", "bnVsbA==", "WzAsIFsxLCAyXV0="])
def test_a_cursor_of_something_else_is_refused(cursor: str) -> None:
    with pytest.raises(UnknownPlace):
        run(cursor)


@pytest.mark.usefixtures("fees")
def test_at_most_three_examples_are_shown() -> None:
    assert len(run(dry_run=True).examples) == 3


@pytest.mark.parametrize(
    "pk,sk,text",
    [
        ("tryg#clm_ar2he6lhaaaaaaaaaaaaaaaa", "CLAIM", "cases … clm_ar2he6lhaaaaaaaaaaaaaaaa CLAIM"),
        ("tryg#per_" + "a" * 24 + "#benefits", "LEDGER", "cases … … … LEDGER"),
        ("cli_aaaaaaaaaaaaaaaa", "NUMBER#JENSEN", "cases cli_aaaaaaaaaaaaaaaa NUMBER …"),
        ("prc_aaaaaaaaaaaaaaaa", "SLOTKEY#pat_jensen", "cases prc_aaaaaaaaaaaaaaaa SLOTKEY …"),
        ("REFERENCE#HB-ABC", "REFERENCE", "cases REFERENCE … REFERENCE"),
    ],
)
def test_an_example_names_no_person_and_quotes_no_free_text(pk: str, sk: str, text: str) -> None:
    assert shown("cases", {"pk": pk, "sk": sk}) == text
