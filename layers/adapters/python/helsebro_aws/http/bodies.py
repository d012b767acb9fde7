"""Bodies: pydantic shapes of request bodies; all faults are reported at once, each with a JSON pointer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import cache
from typing import Annotated, Any, TypeVar, cast, get_args

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError
from pydantic.alias_generators import to_camel

from helsebro.errors import BadInput, Fault
from helsebro_aws.http.fields.field_faults import fault_of

Shape = TypeVar("Shape")
FaultsOf = Callable[[Mapping[str, Any]], Sequence[Fault]]
"""Returns the faults of a body that depend on more than the body, such as the payer's currency."""


class Body(BaseModel):
    """A JSON body in camelCase; an unknown field is a fault and never ignored (promise 15)."""

    model_config = ConfigDict(alias_generator=to_camel, extra="forbid", frozen=True)

    @classmethod
    def between(cls, sent: Mapping[str, Any]) -> Sequence[Fault]:  # noqa: ARG003 - for subclasses
        """Returns the faults between fields, beside those of single fields; a value may have any type."""
        return ()


def parse(shape: type[Shape], value: Any, also: FaultsOf | None = None) -> Shape:
    """Returns the value as the shape. Raises ``BadInput`` with all faults; none quotes what was sent.

    A field has the faults of its own, those between fields and those that ``also`` returns, each code once.
    """
    between: Sequence[Fault] = ()
    if isinstance(value, dict) and issubclass(shape, Body):
        between = _once([*shape.between(value), *(also(value) if also else ())])
    try:
        parsed = cast(Shape, cast(Any, shape).model_validate(value))
    except ValidationError as invalid:
        errors = invalid.errors(include_url=False, include_input=False)
        found = [*(fault_of(error, lambda at: names_at(shape, at)) for error in errors), *between]
        raise BadInput(_once(found)) from None
    if between:
        raise BadInput(between)
    return parsed


def readable(shape: type[BaseModel], sent: Mapping[str, Any]) -> dict[str, Any]:
    """Returns the values of those fields that have no fault of their own, by the names of the shape.

    For rules between fields: a fault of another field does not hide what these ones say.
    """
    found = {}
    for name, field in shape.model_fields.items():
        alias = field.alias or name
        if alias in sent:
            with suppress(ValidationError):
                found[name] = _reader_of(shape, name).validate_python(sent[alias])
    return found


@cache
def _reader_of(shape: type[BaseModel], name: str) -> TypeAdapter[Any]:
    field = shape.model_fields[name]
    named: Any = field.annotation
    return TypeAdapter(cast(Any, Annotated)[(named, *field.metadata)] if field.metadata else named)


def row_faults(shape: type[Body], rows: Any, pointer: str) -> list[Fault]:
    """Returns the faults between fields in each row of a list of such bodies."""
    return [
        replace(fault, pointer=f"{pointer}/{index}{fault.pointer}")
        for index, row in enumerate(rows if isinstance(rows, list) else ())
        if isinstance(row, dict)
        for fault in shape.between(row)
    ]


def _once(faults: Sequence[Fault]) -> list[Fault]:
    return [*{(fault.pointer, fault.code): fault for fault in faults}.values()]


def names_at(shape: Any, at: Sequence[str | int]) -> set[str]:
    """Returns the names of the fields that an object of the shape may have at a place of it."""
    bodies = _bodies_in(shape)
    for part in at:
        if isinstance(part, str):
            bodies = [inner for body in bodies for inner in _bodies_in(_annotation(body, part))]
    return {field.alias or name for body in bodies for name, field in body.model_fields.items()}


def _annotation(body: type[BaseModel], part: str) -> Any:
    fields = body.model_fields.items()
    return next((field.annotation for name, field in fields if part in (field.alias, name)), None)


def _bodies_in(annotation: Any) -> list[type[BaseModel]]:
    """Returns the bodies that a field's type names, alone, in a union or in a list."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [body for part in get_args(annotation) for body in _bodies_in(part)]
