"""Bodies: pydantic shapes of request bodies; all faults are reported at once, each with a JSON pointer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar, cast

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic.alias_generators import to_camel

from helsebro.errors import BadInput, Fault

Shape = TypeVar("Shape")
LIMITS = {
    "literal_error": "expected",
    "string_pattern_mismatch": "pattern",
    "string_too_short": "min_length",
    "string_too_long": "max_length",
    "too_short": "min_length",
    "too_long": "max_length",
    "greater_than": "gt",
    "greater_than_equal": "ge",
    "less_than": "lt",
    "less_than_equal": "le",
}
"""The key under which pydantic keeps the limit, by type of error."""


class Body(BaseModel):
    """A JSON body in camelCase; an unknown field is a fault and never ignored (promise 15)."""

    model_config = ConfigDict(alias_generator=to_camel, extra="forbid", frozen=True)

    @classmethod
    def between(cls, sent: Mapping[str, Any]) -> Sequence[Fault]:  # noqa: ARG003 - for subclasses
        """Returns the faults between fields, beside those of single fields; a value may have any type."""
        return ()


def parse(shape: type[Shape], value: Any) -> Shape:
    """Returns the value as the shape. Raises ``BadInput`` with all faults; none quotes what was sent."""
    between: Sequence[Fault] = ()
    if isinstance(value, dict) and issubclass(shape, Body):
        between = shape.between(value)
    try:
        parsed = cast(Shape, cast(Any, shape).model_validate(value))
    except ValidationError as invalid:
        faults = [
            Fault(_pointer(error["loc"]), error["type"].replace("_", "-"), _detail(error))
            for error in invalid.errors(include_url=False, include_input=False, include_context=True)
        ]
        raise BadInput([*faults, *between]) from None
    if between:
        raise BadInput(between)
    return parsed


def _pointer(location: tuple[int | str, ...]) -> str:
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in location)


def _detail(error: Any) -> str:
    """Returns the limit that was exceeded, to be inserted into the code's text, else pydantic's message."""
    facts = error.get("ctx") or {}
    limit = facts.get(LIMITS.get(error["type"], "error"))
    return str(error["msg"] if limit is None else limit).replace("' or '", "', '")
