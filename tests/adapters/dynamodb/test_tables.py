from __future__ import annotations

import base64
import json
from datetime import UTC, datetime
from typing import Any

import pytest

from helsebro.errors import BadInput, Conflict, NotFound, Refused
from helsebro.events import Event
from helsebro.ids import ClinicId
from helsebro.receipt import Receipt
from helsebro_aws.dynamodb.operations import TransactionTooLarge
from helsebro_aws.dynamodb.tables import (
    AlreadyAnswered,
    Check,
    Delete,
    Page,
    PartitionTooLarge,
    Put,
    Tables,
    Update,
)

pytestmark = pytest.mark.usefixtures("aws")
TABLE = "cases"
HAPPENED = Event("claim.reported", datetime(2026, 11, 21, tzinfo=UTC), "tryg", {"claimId": "clm_a"})


@pytest.fixture
def tables() -> Tables:
    return Tables()


def put(sk: str, pk: str = "p", **more: Any) -> Put:
    return Put(TABLE, {"pk": pk, "sk": sk, **more}, otherwise=Conflict(f"{sk}-exists"))


def receipt(fingerprint: str = "f", record: str = "r") -> Receipt:
    return Receipt(record, fingerprint, 201, {"claimId": "clm_a"})


def count(aws: dict[str, Any], table: str) -> int:
    return int(aws["dynamodb"].scan(TableName=table)["Count"])


def test_what_is_put_is_read_back_and_none_is_left_out(tables: Tables) -> None:
    item: dict[str, Any] = {
        "n": 1,
        "half": 0.5,
        "yes": True,
        "list": ["a", {"b": []}],
        "map": {},
        "text": "æøå",
        "none": None,
    }
    tables.commit([put("A", **item)])
    read = tables.get(TABLE, "p", "A")
    del item["none"]
    assert read == {"pk": "p", "sk": "A", "v": 1, **item}
    assert tables.get(TABLE, "p", "B") is None


def test_a_commit_is_all_or_nothing_and_raises_the_error_of_the_operation_that_failed(
    tables: Tables, aws: dict[str, Any]
) -> None:
    tables.commit([put("B")])
    with pytest.raises(Conflict) as refused:
        tables.commit([put("A"), put("B"), put("C")], events=[HAPPENED], receipt=receipt())
    assert refused.value.code == "B-exists"
    assert [tables.get(TABLE, "p", sk) is None for sk in "ABC"] == [True, False, True]
    assert (count(aws, "outbox"), count(aws, "idempotency")) == (0, 0)


def test_when_two_conditions_fail_the_error_of_the_first_is_raised(tables: Tables) -> None:
    missing = Update(TABLE, "p", "X", set={"n": 1}, otherwise=Refused("first"))
    with pytest.raises(Refused, match="first"):
        tables.commit([missing, Delete(TABLE, "p", "Y", otherwise=NotFound("second"))])


def test_an_update_sets_adds_and_removes_in_one_go(tables: Tables) -> None:
    tables.commit([put("A", status="open", used=1, name="reserved", old=True)])
    change = Update(
        TABLE,
        "p",
        "A",
        set={"status": "done", "name": "new"},
        add={"used": 2},
        remove=["old"],
        when="#status = :open",
        values={":open": "open"},
        otherwise=Conflict("late"),
    )
    tables.commit([change])
    expected = {"pk": "p", "sk": "A", "v": 1, "status": "done", "used": 3, "name": "new"}
    assert tables.get(TABLE, "p", "A") == expected
    with pytest.raises(Conflict, match="late"):
        tables.commit([change])
    assert tables.get(TABLE, "p", "A") == expected


def test_an_update_or_a_delete_of_a_missing_item_raises_not_found(tables: Tables) -> None:
    for operation in (Update(TABLE, "p", "A", set={"n": 1}), Delete(TABLE, "p", "A")):
        with pytest.raises(NotFound):
            tables.commit([operation])


def test_a_commit_of_more_operations_than_a_transaction_holds_is_a_bug_and_sends_nothing(
    tables: Tables, aws: dict[str, Any]
) -> None:
    tables.commit([put(f"A{number}") for number in range(97)], events=[HAPPENED] * 2, receipt=receipt())
    with pytest.raises(TransactionTooLarge, match="101"):
        tables.commit(
            [put(f"B{number}") for number in range(98)], events=[HAPPENED] * 2, receipt=receipt("g", "s")
        )
    assert (count(aws, TABLE), count(aws, "outbox"), count(aws, "idempotency")) == (97, 2, 1)


def test_a_check_guards_the_others_and_changes_nothing(tables: Tables) -> None:
    tables.commit([put("A", n=1)])
    for wanted, passes in ((1, True), (2, False)):
        guard = Check(TABLE, "p", "A", "#n = :n", {":n": wanted}, otherwise=Refused("changed"))
        if passes:
            tables.commit([guard, put("B")])
        else:
            with pytest.raises(Refused, match="changed"):
                tables.commit([guard, put("C")])
    assert tables.get(TABLE, "p", "A") == {"pk": "p", "sk": "A", "v": 1, "n": 1}
    assert tables.get(TABLE, "p", "C") is None


def test_a_put_without_a_condition_replaces_the_whole_item(tables: Tables) -> None:
    tables.commit([put("A", old=True)])
    tables.commit([Put(TABLE, {"pk": "p", "sk": "A", "new": True}, when=None)])
    assert tables.get(TABLE, "p", "A") == {"pk": "p", "sk": "A", "v": 1, "new": True}


def test_everything_that_a_commit_creates_carries_its_schema_version(
    tables: Tables, aws: dict[str, Any]
) -> None:
    counted = Update(TABLE, "p", "COUNT", add={"n": 1}, when=None, creates=True)
    tables.commit([put("A"), counted], events=[HAPPENED], receipt=receipt())
    for table in (TABLE, "outbox", "idempotency"):
        assert {row["v"]["N"] for row in aws["dynamodb"].scan(TableName=table)["Items"]} == {"1"}


def test_an_update_leaves_the_version_and_a_put_writes_that_of_today(
    tables: Tables, aws: dict[str, Any]
) -> None:
    old = {"pk": {"S": "p"}, "sk": {"S": "A"}, "v": {"N": "7"}}
    aws["dynamodb"].put_item(TableName=TABLE, Item=old)
    tables.commit([Update(TABLE, "p", "A", add={"n": 1}, creates=True)])
    read = tables.get(TABLE, "p", "A") or {}
    assert (read["n"], read["v"]) == (1, 7)
    tables.commit([Put(TABLE, read, when=None)])
    assert (tables.get(TABLE, "p", "A") or {})["v"] == 1


def test_an_event_is_stored_in_the_outbox_with_the_change(tables: Tables, aws: dict[str, Any]) -> None:
    in_feed = Event(
        "booking.created", HAPPENED.at, "tryg", {"bookingId": "bkg_a"}, clinic_id=ClinicId("cli_a")
    )
    tables.commit([put("A")], events=[HAPPENED, in_feed])
    rows = {row["type"]["S"]: row for row in aws["dynamodb"].scan(TableName="outbox")["Items"]}
    assert set(rows) == {"claim.reported", "booking.created"}
    assert "clinicId" not in rows["claim.reported"]
    assert rows["booking.created"]["clinicId"] == {"S": "cli_a"}
    assert rows["booking.created"]["data"] == {"M": {"bookingId": {"S": "bkg_a"}}}
    assert all("sequence" not in row for row in rows.values()), "a number is given at publication"


def test_a_receipt_answers_once_and_the_second_commit_has_no_effect(
    tables: Tables, aws: dict[str, Any]
) -> None:
    tables.commit([put("A")], events=[HAPPENED], receipt=receipt())
    with pytest.raises(AlreadyAnswered):
        tables.commit([put("B")], events=[HAPPENED], receipt=receipt("other"))
    assert tables.get(TABLE, "p", "B") is None
    assert count(aws, "outbox") == 1
    kept = tables.answered("r") or {}
    assert (kept["fingerprint"], kept["status"], json.loads(kept["body"])) == ("f", 201, {"claimId": "clm_a"})


def test_a_repeated_commit_is_already_answered_even_when_its_condition_fails_too(tables: Tables) -> None:
    tables.commit([put("A")], receipt=receipt())
    with pytest.raises(AlreadyAnswered):
        tables.commit([put("A")], receipt=receipt())


def test_an_expired_receipt_is_ignored_although_the_item_is_still_stored(
    tables: Tables, aws: dict[str, Any]
) -> None:
    tables.commit([put("A")], receipt=receipt())
    key = {"pk": {"S": "r"}, "sk": {"S": "KEY"}}
    aws["dynamodb"].update_item(
        TableName="idempotency",
        Key=key,
        UpdateExpression="SET expiresAt = :past",
        ExpressionAttributeValues={":past": {"N": "1"}},
    )
    assert tables.answered("r") is None
    tables.commit([put("B")], receipt=receipt("other"))
    assert (tables.answered("r") or {})["fingerprint"] == "other"


def test_many_keys_are_read_at_once_and_missing_ones_are_left_out(tables: Tables) -> None:
    tables.commit([put("A"), put("B")])
    assert tables.get_many(TABLE, []) == []
    found = tables.get_many(TABLE, [("p", "A"), ("p", "B"), ("p", "C")])
    assert sorted(item["sk"] for item in found) == ["A", "B"]


def test_a_query_keeps_to_its_prefix_range_and_direction(tables: Tables) -> None:
    tables.commit([put(sk) for sk in ("A#1", "A#2", "A#3", "B#1")])
    tables.commit([put("A#1", pk="q")])

    def found(**how: Any) -> list[str]:
        return [item["sk"] for item in tables.query(TABLE, "p", **how).items]

    assert found() == ["A#1", "A#2", "A#3", "B#1"]
    assert found(begins="A#", newest_first=True) == ["A#3", "A#2", "A#1"]
    assert found(after="A#2", until="A#9") == ["A#2", "A#3"]
    assert found(after="A#3") == ["A#3", "B#1"]


def test_pages_follow_each_other_without_gaps_or_duplicates(tables: Tables) -> None:
    tables.commit([put(f"A#{n}", listPk="l", listSk=f"{n}") for n in range(7)])
    for listing, pk in ((False, "p"), (True, "l")):
        seen: list[str] = []
        page = tables.query(TABLE, pk, limit=3, listing=listing)
        while True:
            seen += [item["sk"] for item in page.items]
            if page.next_cursor is None:
                break
            page = tables.query(TABLE, pk, limit=3, listing=listing, page_cursor=page.next_cursor)
        assert seen == [f"A#{n}" for n in range(7)]


class Counting(Tables):
    """Tables that count the pages read."""

    pages = 0

    def query(self, table: str, pk: str, **how: Any) -> Page:
        """One page."""
        self.pages += 1
        return super().query(table, pk, **how)


class Endless(Tables):
    """A partition that never ends."""

    def query(self, *_: Any, **__: Any) -> Page:
        """Always one more page."""
        return Page([{}] * 1_000, "more")


@pytest.mark.parametrize("listing", [False, True])
@pytest.mark.parametrize("newest_first", [False, True])
def test_a_partition_is_read_to_its_end(listing: bool, newest_first: bool) -> None:
    tables = Counting()
    tables.commit([put(f"A#{n}", pk="p", listPk="p", listSk=f"{n}") for n in range(7)])
    items = tables.query_all(TABLE, "p", page_size=3, listing=listing, newest_first=newest_first)
    found = [item["sk"] for item in items]
    assert found == sorted((f"A#{n}" for n in range(7)), reverse=newest_first)
    assert tables.pages == 3


def test_a_partition_of_one_page_is_read_in_one_round_trip() -> None:
    tables = Counting()
    tables.commit([put("A#1"), put("A#2"), put("B#1")])
    assert [item["sk"] for item in tables.query_all(TABLE, "p", begins="A#")] == ["A#1", "A#2"]
    assert tables.pages == 1


def test_a_reader_that_stops_early_reads_no_further_page() -> None:
    tables = Counting()
    tables.commit([put(f"A#{n}") for n in range(7)])
    assert next(tables.query_all(TABLE, "p", page_size=3))["sk"] == "A#0"
    assert tables.pages == 1


def test_a_partition_that_is_too_large_raises_an_error_and_is_never_cut_short() -> None:
    with pytest.raises(PartitionTooLarge, match=TABLE):
        list(Endless().query_all(TABLE, "p"))


def cursor_of(key: Any) -> str:
    return base64.urlsafe_b64encode(json.dumps(key).encode()).decode().rstrip("=")


@pytest.mark.parametrize("listing", [False, True])
@pytest.mark.parametrize(
    "key",
    [
        {"pk": "other", "sk": "A#0"},
        {"pk": "p", "sk": "A#0", "listPk": "other"},
        {"listPk": "other", "listSk": "0", "pk": "p", "sk": "A#1"},
        {"sk": "A#0", "listSk": "x"},
        {},
        {"sk": ""},
        {"sk": "\ud800"},
        {"listSk": "\ud800", "pk": "p", "sk": "A#1"},
        {"sk": 1},
        {"nonsense": "x"},
        [],
        None,
    ],
)
def test_a_forged_cursor_is_malformed(tables: Tables, key: Any, listing: bool) -> None:
    with pytest.raises(BadInput) as refused:
        tables.query(TABLE, "p", page_cursor=cursor_of(key), listing=listing)
    assert refused.value.malformed


@pytest.mark.parametrize(
    "key, listing",
    [({"sk": "A#0"}, False), ({"listSk": "0", "pk": "other", "sk": "A#0"}, True)],
)
def test_a_forged_cursor_of_the_right_form_cannot_leave_the_partition(
    tables: Tables, key: Any, listing: bool
) -> None:
    tables.commit([put("A#1", pk=pk, listPk=pk, listSk="1") for pk in ("p", "other")])
    page = tables.query(TABLE, "p", page_cursor=cursor_of(key), listing=listing)
    assert {item["pk"] for item in page.items} == {"p"}


def test_a_cursor_of_another_partition_shows_nothing_of_it(tables: Tables) -> None:
    tables.commit([put(f"A#{n}", pk=pk) for pk in ("p", "other") for n in range(3)])
    cursor = tables.query(TABLE, "other", limit=1).next_cursor
    items = tables.query(TABLE, "p", page_cursor=cursor).items
    assert {item["pk"] for item in items} == {"p"}


@pytest.mark.parametrize(
    "cursor", ["x", "%%%", "e30", cursor_of([]), cursor_of({"sk": 1}), "æøå", "W" * 3000, "Wltb" * 3000]
)
def test_a_text_that_is_not_a_cursor_is_malformed(tables: Tables, cursor: str) -> None:
    with pytest.raises(BadInput) as refused:
        tables.query(TABLE, "p", page_cursor=cursor)
    assert refused.value.malformed
