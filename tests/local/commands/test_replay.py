from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from local.commands.replay import Refusal, line_of, pages, question


def changed(number: int, **changes: Any) -> dict[str, Any]:
    return {
        "claimId": f"clm_{number}",
        "decidedAt": "2026-11-21T10:15:00Z",
        "treatment": "physiotherapy",
        "from": {"outcome": "covered", "payable": {"amount": "900.00", "currency": "DKK"}, "sessions": 3},
        "to": {"outcome": "not-covered", "payable": None, "sessions": None},
        "rules": ["R-701", "R-704"],
        **changes,
    }


class Api:
    """Answers 25 decisions in pages of ten, every one of them changed."""

    def __init__(self) -> None:
        self.asked: list[Mapping[str, Any]] = []

    def __call__(self, body: Mapping[str, Any]) -> Mapping[str, Any]:
        self.asked.append(body)
        first = int(body.get("cursor", "0"))
        found = [changed(number) for number in range(first, min(first + 10, 25))]
        following = str(first + 10) if first + 10 < 25 else None
        return {"decisions": len(found), "changed": found, "nextCursor": following}


def test_every_page_is_requested_with_the_same_terms_and_reported() -> None:
    api, reported = Api(), list[int]()
    found = list(pages(api, {"product": "SF2601"}, reported.append))
    assert [decision["claimId"] for decision in found] == [f"clm_{number}" for number in range(25)]
    assert reported == [10, 20, 25]
    assert [body.get("cursor") for body in api.asked] == [None, "10", "20"]
    assert {body["product"] for body in api.asked} == {"SF2601"}


def test_a_line_has_the_claim_both_outcomes_and_the_rules() -> None:
    line = line_of(changed(7))
    for part in (
        "clm_7",
        "2026-11-21",
        "physiotherapy",
        "covered, 3 sessions, 900.00 → not-covered",
        "R-701, R-704",
    ):
        assert part in line


def test_terms_are_a_file_or_the_name_of_a_product_version(tmp_path: Path) -> None:
    file = tmp_path / "SF2601.json"
    file.write_text(json.dumps({"product": "SF2601"}), "utf-8")
    assert question(str(file), "") == {"terms": {"product": "SF2601"}}
    assert question("SF1706", '{"firstGrantPhysical": 5}') == {
        "product": "SF1706",
        "parameters": {"firstGrantPhysical": 5},
    }
    assert question("", "") == {}


def test_a_file_may_hold_only_what_differs_from_the_terms_it_is_based_on(tmp_path: Path) -> None:
    terms = {"product": "SF2701", "basedOn": "SF1706", "rules": [{"rule": "R-832", "limit": 10}]}
    file = tmp_path / "SF2701.json"
    file.write_text(json.dumps(terms), "utf-8")
    assert question(str(file), "") == {"terms": terms}


@pytest.mark.parametrize("content, parameters", [("{", ""), ("{}", "{firstGrant")])
def test_a_file_that_is_not_json_is_refused(tmp_path: Path, content: str, parameters: str) -> None:
    file = tmp_path / "terms.json"
    file.write_text(content, "utf-8")
    with pytest.raises(Refusal, match="not JSON"):
        question(str(file), parameters)
