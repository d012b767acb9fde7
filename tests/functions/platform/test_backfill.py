from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from functions.platform.backfill.handler import handler

from helsebro_aws.backfills.known_backfills import BACKFILLS
from helsebro_aws.dynamodb.tables import Update, tables
from tests.builders.policies import insured_of, payer_of, policy_of

pytestmark = pytest.mark.usefixtures("aws")
SAMPLE = json.loads(Path("events/incoming/platform/backfill.json").read_text())


@pytest.fixture(autouse=True)
def old_item(aws: dict[str, Any]) -> None:
    """Stores an item that is older than schema versions, with a name in it."""
    item = {"pk": "tryg#clm_ar2he6lhaaaaaaaaaaaaaaaa", "sk": "CLAIM", "name": "Anna Holm"}
    aws["dynamodb"].put_item(TableName="cases", Item={name: {"S": value} for name, value in item.items()})


def version() -> Any:
    return (tables.get("cases", "tryg#clm_ar2he6lhaaaaaaaaaaaaaaaa", "CLAIM") or {}).get("v")


def test_the_sample_is_a_dry_run() -> None:
    assert handler(SAMPLE, None)["matched"] == 1
    assert version() is None


@pytest.mark.parametrize("dry_run", [True, None, 0, "false", "no"])
def test_only_false_changes_items(dry_run: Any) -> None:
    handler({**SAMPLE, "dryRun": dry_run, "pages": 9}, None)
    assert version() is None
    answer = handler({**SAMPLE, "dryRun": False, "pages": 9}, None)
    assert (answer["changed"], "cursor" in answer, version()) == (1, False, 1)


@pytest.mark.parametrize("table", ["people", "network", "money", "audit"])
def test_items_of_every_lasting_table_are_changed(aws: dict[str, Any], table: str) -> None:
    key = {"pk": {"S": "tryg#old"}, "sk": {"S": "OLD"}}
    aws["dynamodb"].put_item(TableName=table, Item=key)
    handler({**SAMPLE, "dryRun": False, "pages": 9}, None)
    assert (tables.get(table, "tryg#old", "OLD") or {}).get("v") == 1


def test_a_call_goes_on_where_the_last_one_stopped() -> None:
    answer, calls = handler(SAMPLE, None), 1
    while "cursor" in answer:
        answer = handler({**SAMPLE, "cursor": answer["cursor"]}, None)
        calls += 1
    assert calls == len(BACKFILLS["schema-version-1"].tables)


def test_the_answer_shows_no_content() -> None:
    answer = handler(SAMPLE, None)
    assert answer["examples"] == ["cases … clm_ar2he6lhaaaaaaaaaaaaaaaa CLAIM"]
    assert "Anna" not in json.dumps(answer)


@pytest.mark.parametrize("wrong", [{"name": "no-such"}, {"name": None}, {}])
def test_an_unknown_name_is_answered_with_the_known_ones(wrong: dict[str, Any]) -> None:
    assert handler(wrong, None) == {"error": "unknown-backfill", "known": sorted(BACKFILLS)}


def test_an_unknown_cursor_is_an_error() -> None:
    assert handler({**SAMPLE, "cursor": "x"}, None)["error"] == "unknown-cursor"


def test_a_call_stops_before_its_time_is_up() -> None:
    class Ending:
        def get_remaining_time_in_millis(self) -> int:
            return 60_000

    assert handler({**SAMPLE, "pages": 9}, Ending())["pages"] == 1


def test_a_backfill_of_what_is_searched_for_needs_the_pseudonym_key() -> None:
    payer_of("tryg")
    policy_id = policy_of("tryg")
    anna = insured_of(policy_id, name="Anna Holm")
    tables.commit([Update("people", f"tryg#{anna}", f"INSURED#{policy_id}", set={"v": 2})])
    answer = handler({"name": "sought-insured", "dryRun": False, "pages": 9}, None)
    assert (answer["changed"], "Anna" in json.dumps(answer)) == (1, False)
