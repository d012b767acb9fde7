from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal

import pytest
from pydantic import BaseModel, Field

from helsebro.errors import BadInput, Fault
from helsebro_aws.http.bodies import Body, parse
from helsebro_aws.http.call import body_class
from helsebro_aws.http.fields.field_faults import CODES, OTHER, form_of
from helsebro_aws.http.problems import texts
from local.error_codes import fault_codes
from local.home import ROOT


def is_read(shape: Any) -> bool:
    """Whether a route reads its body with this; a shape of the document alone is a class of another kind."""
    return isinstance(shape, type) and issubclass(shape, Body) and shape.model_config["extra"] == "forbid"


BODIES = sorted(
    {
        name
        for handler in (ROOT / "functions").glob("*/*/handler.py")
        for name in re.findall(r'body(?:_shape)?="([\w.]+)"', handler.read_text("utf-8"))
        if is_read(body_class(name))
    }
)
"""Not those that take the body as it is sent, and read it with another class of the list."""
OF_A_TYPE: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(
        ("any", "default", "nullable", "definitions", "definition-ref", "union", "model-field"), ()
    ),
    **dict.fromkeys(("function-before", "function-after", "function-wrap", "with-info", "no-info"), ()),
    "bool": ("bool_type", "bool_parsing"),
    "date": ("date_type", "date_parsing", "date_from_datetime_parsing", "date_from_datetime_inexact"),
    "datetime": (
        "datetime_type",
        "datetime_parsing",
        "datetime_object_invalid",
        "datetime_from_date_parsing",
        "timezone_aware",
    ),
    "decimal": ("decimal_type", "decimal_parsing", "finite_number", "decimal_whole_digits"),
    "dict": ("dict_type",),
    "float": ("float_type", "float_parsing", "finite_number"),
    "int": ("int_type", "int_parsing", "int_parsing_size", "int_from_float"),
    "list": ("list_type",),
    "literal": ("literal_error",),
    "model": ("model_type", "model_attributes_type"),
    "model-fields": ("missing", "extra_forbidden", "model_attributes_type"),
    "str": ("string_type", "string_unicode"),
    "tagged-union": ("union_tag_invalid", "union_tag_not_found"),
    "tuple": ("tuple_type",),
}
"""The errors that each kind of pydantic's core schemas gives; a new kind fails until it stands here."""
OF_A_LIMIT: Mapping[str, str] = {
    "ge": "greater_than_equal",
    "gt": "greater_than",
    "le": "less_than_equal",
    "lt": "less_than",
    "multiple_of": "multiple_of",
    "max_digits": "decimal_max_digits",
    "decimal_places": "decimal_max_places",
}


def kinds_in(schema: Any) -> Iterator[dict[str, Any]]:
    """Yields every part of a core schema that has a type."""
    if isinstance(schema, dict):
        if isinstance(schema.get("type"), str):
            yield schema
        for name, part in schema.items():
            yield from kinds_in(part) if name not in ("metadata", "serialization", "config") else ()
    elif isinstance(schema, list | tuple):
        for part in schema:
            yield from kinds_in(part)


def errors_of(kind: dict[str, Any]) -> Iterator[str]:
    """Yields the errors that one part of a core schema can give."""
    yield from OF_A_TYPE[kind["type"]]
    yield from (error for limit, error in OF_A_LIMIT.items() if limit in kind)
    prefix = "string_" if kind["type"] == "str" else ""
    yield from (
        f"{prefix}too_{end}"
        for limit, end in (("min_length", "short"), ("max_length", "long"))
        if limit in kind
    )


def test_the_bodies_of_all_routes_are_found() -> None:
    assert len(BODIES) > 20


@pytest.mark.parametrize("name", BODIES)
def test_every_error_that_a_body_can_give_has_a_code_of_ours(name: str) -> None:
    kinds = list(kinds_in(body_class(name).__pydantic_core_schema__))
    given = {error for kind in kinds for error in errors_of(kind)}
    assert given - CODES.keys() == set()
    forms = {form_of(kind["pattern"])[0] for kind in kinds if "pattern" in kind}
    assert OTHER not in forms
    assert {CODES[error][0] for error in given} | forms <= texts().keys() & fault_codes()


def test_a_limit_completes_the_text_of_its_code() -> None:
    for error, (code, limit) in CODES.items():
        for _, text in texts()[code].values():
            completed = bool(limit) or code == "unknown-field"
            assert ("{detail}" in text) == completed or error == "union_tag_not_found", code


WRONG: tuple[Any, ...] = (
    None,
    True,
    -1.5,
    10**17,
    "",
    "x" * 5000,
    "2026-02-30",
    [],
    ["x"] * 300,
    [{}],
    {},
    {"x": 1},
)


@pytest.mark.parametrize("name", BODIES)
def test_a_wrong_value_in_any_field_gives_a_code_of_ours(name: str) -> None:
    shape = body_class(name)
    found: dict[str, str] = {}
    for value in WRONG:
        with pytest.raises(BadInput) as bad:
            parse(shape, {**dict.fromkeys(_fields(shape), value), "unheard-of": 1})
        found |= {fault.code: fault.pointer for fault in bad.value.faults}
    assert found.keys() <= fault_codes()
    assert OTHER not in found


def _fields(shape: type[BaseModel]) -> list[str]:
    return [field.alias or name for name, field in shape.model_fields.items()]


def test_an_error_that_is_not_in_the_list_has_a_text_too() -> None:
    class Even(Body):
        number: Annotated[int, Field(multiple_of=2)]

    with pytest.raises(BadInput) as bad:
        parse(Even, {"number": 3})
    assert [fault.code for fault in bad.value.faults] == [OTHER]
    assert OTHER in texts()


def test_a_field_has_each_code_once() -> None:
    class Twice(Body):
        number: int

        @classmethod
        def between(cls, sent: Mapping[str, Any]) -> list[Fault]:  # noqa: ARG003
            return [Fault("/number", "missing", ""), Fault("/number", "negative", "")]

    with pytest.raises(BadInput) as bad:
        parse(Twice, {})
    assert [fault.code for fault in bad.value.faults] == ["missing", "negative"]


def test_a_refused_choice_names_the_allowed_values() -> None:
    class Chosen(Body):
        kind: Literal["one", "two", "three"]

    with pytest.raises(BadInput) as bad:
        parse(Chosen, {"kind": "four"})
    assert bad.value.faults == (Fault("/kind", "unknown-value", "one, two, three"),)
