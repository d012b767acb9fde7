"""Bodies: pydantic shapes of request bodies; all faults are reported at once, each with a JSON pointer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar, cast

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic.alias_generators import to_camel

from helsebro.errors import BadInput, Fault
from helsebro_aws.http.fields.field_faults import fault_of

Shape = TypeVar("Shape")


class Body(BaseModel):
    """A JSON body in camelCase; an unknown field is a fault and never ignored (promise 15)."""

    model_config = ConfigDict(alias_generator=to_camel, extra="forbid", frozen=True)

    @classmethod
    def between(cls, sent: Mapping[str, Any]) -> Sequence[Fault]:  # noqa: ARG003 - for subclasses
        """Returns the faults between fields, beside those of single fields; a value may have any type."""
        return ()


def parse(shape: type[Shape], value: Any) -> Shape:
    """Returns the value as the shape. Raises ``BadInput`` with all faults; none quotes what was sent.

    A field has the faults of its own and those between fields, each code once.
    """
    between: Sequence[Fault] = ()
    if isinstance(value, dict) and issubclass(shape, Body):
        between = shape.between(value)
    try:
        parsed = cast(Shape, cast(Any, shape).model_validate(value))
    except ValidationError as invalid:
        errors = invalid.errors(include_url=False, include_input=False)
        found = [*map(fault_of, errors), *between]
        raise BadInput([*{(fault.pointer, fault.code): fault for fault in found}.values()]) from None
    if between:
        raise BadInput(between)
    return parsed
