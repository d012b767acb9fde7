"""Terms that are based on others: how they are merged, and why a file is refused."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import pytest

from helsebro.coverage.terms.compiler import BadTerms
from helsebro.coverage.terms.product import compile_terms
from helsebro.coverage.terms.whole_terms import WholeTerms, whole
from tests.builders.domain.terms import full_terms, terms_based_on

FIRST = {"rule": "R-1", "clause": "1", "kind": "note"}
SECOND = {"rule": "R-2", "clause": "2", "kind": "wait", "from": "start", "months": 6, "unless": {}}
BASE: dict[str, Any] = {
    "product": "B1",
    "family": "b",
    "clauses": ["1", "2"],
    "parameters": {"crisisSessions": 5, "subsidyDeducted": True},
    "rules": [FIRST, SECOND],
}
NEW = {"rule": "R-3", "clause": "1", "kind": "note"}


def merged(*rows: object, **head: object) -> WholeTerms:
    """The terms of a file that is based on ``BASE``."""
    return whole({"product": "B2", "basedOn": "B1", **head, "rules": [*rows]}, {"B1": BASE}.get)


def rows_of(terms: WholeTerms) -> list[object]:
    assert terms.faults == ()
    return [row.row for row in terms.rows]


def test_a_file_without_differences_gives_the_terms_of_its_base() -> None:
    terms = whole({"product": "B2", "basedOn": "B1"}, {"B1": BASE}.get)

    assert rows_of(terms) == BASE["rules"]
    assert terms.head == {**{name: BASE[name] for name in BASE if name != "rules"}, "product": "B2"}


def test_a_row_replaces_the_fields_it_names_and_keeps_the_others() -> None:
    changed = merged({"rule": "R-2", "months": 3, "unless": None})

    assert rows_of(changed) == [
        FIRST,
        {"rule": "R-2", "clause": "2", "kind": "wait", "from": "start", "months": 3},
    ]


def test_new_rows_follow_the_row_they_name_in_the_order_of_the_file() -> None:
    later = [
        {**NEW, "rule": f"R-{number}", "after": after}
        for number, after in ((3, "R-1"), (4, "R-1"), (5, "R-3"))
    ]

    assert [row.rule for row in merged(*later).rows] == ["R-1", "R-3", "R-5", "R-4", "R-2"]
    assert rows_of(merged(*later))[1] == NEW


def test_a_removed_rule_is_gone_and_may_be_added_elsewhere() -> None:
    assert rows_of(merged(removed=["R-1"])) == [SECOND]
    assert rows_of(merged({**FIRST, "after": "R-2"}, removed=["R-1"])) == [SECOND, FIRST]
    assert rows_of(merged({**NEW, "after": "R-1"}, removed=["R-1"])) == [NEW, SECOND]


def test_parameters_are_replaced_by_name_and_other_fields_of_the_head_as_a_whole() -> None:
    terms = merged(parameters={"crisisSessions": 7, "subsidyDeducted": None}, clauses=["1"])

    assert terms.head is not None
    assert (terms.head["parameters"], terms.head["clauses"]) == ({"crisisSessions": 7}, ["1"])
    assert terms.head["family"] == "b"


def test_a_base_may_be_based_on_other_terms_itself() -> None:
    files = {"B1": BASE, "B2": {"product": "B2", "basedOn": "B1", "rules": [{"rule": "R-2", "months": 3}]}}
    terms = whole({"product": "B3", "basedOn": "B2", "rules": [{"rule": "R-1", "clause": "2"}]}, files.get)

    assert rows_of(terms) == [{**FIRST, "clause": "2"}, {**SECOND, "months": 3}]
    assert [row.name for row in terms.rows] == ["1 (R-1)", "B2 (R-2)"]


@pytest.mark.parametrize(
    "rows, head, expected",
    [
        ([{"rule": "R-9", "months": 3}], {}, [("1 (R-9)", "rule")]),
        ([{"months": 3}], {}, [("1 (None)", "rule")]),
        ([{"rule": ["R-1"], "months": 3}], {}, [("1 (['R-1'])", "rule")]),
        (["R-1"], {}, [("1", "rule")]),
        ([{"rule": "R-2"}], {}, [("1 (R-2)", "rule")]),
        ([{"rule": "R-2", "months": 6}], {}, [("1 (R-2)", "months")]),
        ([{"rule": "R-2", "months": 6, "clause": "1"}], {}, [("1 (R-2)", "months")]),
        ([{"rule": "R-1", "months": None}], {}, [("1 (R-1)", "months")]),
        ([{"rule": "R-2", "months": 3}, {"rule": "R-2", "clause": "1"}], {}, [("2 (R-2)", "rule")]),
        ([{"rule": "R-2", "months": 3}], {"removed": ["R-2"]}, [("1 (R-2)", "rule")]),
        ([{**NEW, "after": "R-9"}], {}, [("1 (R-3)", "after")]),
        ([{**NEW, "after": "R-3"}], {}, [("1 (R-3)", "after")]),
        ([{**NEW, "after": None}], {}, [("1 (R-3)", "after")]),
        ([], {"removed": ["R-9", 1]}, [("-", "removed"), ("-", "removed")]),
        ([], {"removed": "R-1"}, [("-", "removed")]),
        ([], {"clauses": ["1", "2"]}, [("-", "clauses")]),
        ([], {"parameters": {"crisisSessions": 5}}, [("-", "parameters.crisisSessions")]),
        ([], {"parameters": {"unknown": None}}, [("-", "parameters.unknown")]),
    ],
    ids=str,
)
def test_a_file_holds_only_what_differs_from_its_base(
    rows: list[object], head: dict[str, object], expected: list[tuple[str, str]]
) -> None:
    assert [(row, field) for row, field, _ in merged(*rows, **head).faults] == expected


def test_true_differs_from_one() -> None:
    assert merged(parameters={"subsidyDeducted": 1}).faults == ()


@pytest.mark.parametrize("base", ["B9", None, 1, ["B1"]])
def test_an_unknown_base_is_refused(base: object) -> None:
    terms = whole({"product": "B2", "basedOn": base, "rules": []}, {"B1": BASE}.get)

    assert [(row, field) for row, field, _ in terms.faults] == [("-", "basedOn")]


def test_a_circular_base_is_refused() -> None:
    files = {"B1": {"product": "B1", "basedOn": "B2"}, "B2": {"product": "B2", "basedOn": "B1"}}
    found = [whole(files[name], files.get).faults for name in files]
    itself = whole({"product": "B3", "basedOn": "B3"}, {"B1": BASE}.get).faults

    assert [[(row, field) for row, field, _ in faults] for faults in (*found, itself)] == 3 * [
        [("-", "basedOn")]
    ]


def test_a_fault_of_the_base_is_a_fault_of_the_file_that_is_based_on_it() -> None:
    files = {"B1": BASE, "B2": {"product": "B2", "basedOn": "B1", "rules": [{"rule": "R-9", "months": 3}]}}
    [(row, field, mistake)] = whole({"product": "B3", "basedOn": "B2"}, files.get).faults

    assert (row, field) == ("-", "basedOn")
    assert mistake == ("terms-base-faulty", "B2, 1 (R-9), rule")


def test_every_fault_of_a_file_is_named_at_once() -> None:
    rows = ({"rule": "R-832", "limit": 12}, {"rule": "R-831", "kind": "mood"}, {"rule": "R-9999", "limit": 1})
    head = {"parameters": {"sharedSum": 1.5}, "clauses": full_terms("SA1706")["clauses"], "cause": "unknown"}
    terms = terms_based_on("SA1706", *rows, removed=["R-9998"], colour="red", **head)
    with pytest.raises(BadTerms) as refused:
        compile_terms(json.dumps(terms), "SA2701.json")

    assert {(row, field) for row, field, _ in refused.value.faults} == {
        ("-", "removed"),
        ("-", "clauses"),
        ("-", "cause"),
        ("-", "colour"),
        ("-", "parameters.sharedSum"),
        ("1 (R-832)", "limit"),
        ("2 (R-831)", "kind"),
        ("3 (R-9999)", "rule"),
    }


def test_an_inherited_row_that_no_longer_fits_is_named_with_the_product_it_comes_from() -> None:
    clauses = [clause for clause in full_terms("SF1706")["clauses"] if clause != "11.7"]
    with pytest.raises(BadTerms) as refused:
        compile_terms(json.dumps(terms_based_on("SF1706", clauses=clauses)), "SF2701.json")

    assert [(row, field) for row, field, _ in refused.value.faults] == [("SF1706 (R-1114)", "clause")]


@pytest.mark.parametrize(
    "name, digest",
    [
        ("SA1706", "1bbe629b3446060d71de3ff90d8d40e9ee228be337e99a1f3ae08d3b53d9a5a5"),
        ("SF1706", "a1276204f50e3b49e656811e8234cf505e4a8dceb32f441137f7b1726419bebd"),
    ],
)
def test_the_terms_that_decisions_are_based_on_are_never_edited(name: str, digest: str) -> None:
    terms = full_terms(name)
    text = json.dumps([terms[part] for part in ("parameters", "clauses", "rules")], sort_keys=True)

    assert hashlib.sha256(text.encode()).hexdigest() == digest, "a change is a new version, based on this one"
