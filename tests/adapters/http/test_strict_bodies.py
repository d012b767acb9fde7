"""A field of a body that is true or false takes no word and no number for it."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel, StrictBool

from helsebro_aws.http.bodies import Body

ROOT = Path(__file__).parents[3]
PLACES = (ROOT / "layers/adapters/python", ROOT)


def bodies() -> list[type[Body]]:
    """Returns every class of a body, of routes and of the events that clinics send."""
    for place, folder in zip(PLACES, ("helsebro_aws", "functions"), strict=True):
        for path in sorted((place / folder).rglob("*.py")):
            if "(Body)" in path.read_text(encoding="utf-8"):
                importlib.import_module(".".join(path.relative_to(place).with_suffix("").parts))
    return sorted(_below(Body), key=lambda kind: kind.__qualname__)


def _below(kind: type[Body]) -> set[type[Body]]:
    found = {
        each for each in kind.__subclasses__() if each.__module__.startswith(("helsebro_aws", "functions"))
    }
    return found.union(*(_below(each) for each in found))


def loose(shape: Any) -> Iterator[str]:
    """Returns the kinds of fields in a pydantic schema that take a word or a number for true."""
    if isinstance(shape, dict):
        if shape.get("type") == "bool" and not shape.get("strict"):
            yield "bool"
        for part in shape.values():
            yield from loose(part)
    elif isinstance(shape, list | tuple):
        for part in shape:
            yield from loose(part)


@pytest.mark.parametrize("body", bodies(), ids=lambda body: body.__qualname__)
def test_true_and_false_are_no_words_and_no_numbers(body: type[Body]) -> None:
    assert not list(loose(body.__pydantic_core_schema__))


def test_the_check_finds_a_field_that_is_not_strict() -> None:
    class Loose(BaseModel):
        again: bool
        agreed: StrictBool

    assert list(loose(Loose.__pydantic_core_schema__)) == ["bool"]
