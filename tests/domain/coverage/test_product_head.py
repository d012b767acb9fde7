"""The heads of the terms: the facts of a product are in its file and nowhere in the code."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from helsebro.coverage.product_head import (
    TERMS,
    cause_of,
    family_of,
    head,
    known_products,
    newest_for,
)

ROOT = Path(__file__).parents[3]
GENERATED = "openapi.json"
ANOTHER_MEANING = {
    (name, '"SA"') for name in ("vocabulary.py", "da.json", "nb.json", "en.json", "rule_of_event.py")
}
"""SA is also a body that approves practitioners of alternative treatment, and Saturday in a calendar."""


def test_there_are_terms_for_work_and_for_leisure() -> None:
    work, leisure = head("SA1706"), head("SF1706")

    assert (work.cause, leisure.cause) == ("work", "leisure")
    assert {*leisure.modules} - {*work.modules} == {"extended"}, "only leisure has a section 11"
    assert work.family != leisure.family


@pytest.mark.parametrize("name", known_products())
def test_the_rows_come_last_so_that_a_head_is_read_without_them(name: str) -> None:
    shape = json.loads((TERMS / f"{name}.json").read_text(encoding="utf-8"))

    assert list(shape)[-1] == "rules"
    assert name == shape["product"] == head(name).product
    assert name.startswith(head(name).prefix)


def test_a_product_without_terms_has_no_head() -> None:
    with pytest.raises(KeyError):
        head("SA9999")


@pytest.mark.parametrize(
    "product, like",
    [("SA1706", "SA1706"), ("SA9901", "SA1706"), ("SF1812", "SF1706")],
)
def test_every_version_of_a_product_has_its_family(product: str, like: str) -> None:
    assert family_of(product) == head(like).family


@pytest.mark.parametrize("product, family", [("XX1706", "XX1706"), ("", ""), (None, "")])
def test_an_unknown_product_has_no_known_family(product: str | None, family: str) -> None:
    assert family_of(product) == family


def test_a_product_insures_the_cause_of_its_head() -> None:
    assert [cause_of(name) for name in ("SA1706", "SF1706", "XX1706")] == ["work", "leisure", None]


@pytest.mark.parametrize("cause, product", [("work", "SA1706"), ("leisure", "SF1706"), ("unknown", "SF1706")])
def test_the_answer_without_a_policy_has_the_texts_of_the_newest_product(cause: str, product: str) -> None:
    assert newest_for(cause) == product


def test_no_product_insures_another_cause() -> None:
    with pytest.raises(LookupError):
        newest_for("sport")


def names_in(text: str) -> set[str]:
    """Returns the product names in a text, and the prefixes of such names as words of the code."""
    prefixes = "|".join(sorted({head(known).prefix for known in known_products()}))
    return {*re.findall(rf"\b(?:{prefixes})\d{{4}}\b|[\"'](?:{prefixes})[\"']", text)}


def sources() -> Iterator[Path]:
    for folder in ("layers", "functions"):
        for path in (ROOT / folder).rglob("*"):
            if path.suffix in (".py", ".json") and path.parent != TERMS and path.name != GENERATED:
                yield path


def test_no_product_is_named_in_the_code_or_its_texts() -> None:
    found = {(path.name, name) for path in sources() for name in names_in(path.read_text(encoding="utf-8"))}

    assert found == ANOTHER_MEANING


@pytest.mark.parametrize(
    "line, names",
    [
        ('WORK = "SA"', {'"SA"'}),
        ("CAUSES = {'SF': 'leisure'}", {"'SF'"}),
        ('"""As SF1706 prints it."""', {"SF1706"}),
        ('if name == "SA2701":', {"SA2701"}),
        ('COUNTRY = "SE"', set()),
    ],
)
def test_the_search_for_product_names_finds_them(line: str, names: set[str]) -> None:
    assert names_in(line) == names
