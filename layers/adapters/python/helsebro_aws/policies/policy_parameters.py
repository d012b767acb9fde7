"""The parameters of a policy in a body: its own values in place of those of the terms."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

VALUES = tuple({"type": kind} for kind in ("boolean", "integer", "string"))
AMOUNTS = {"type": "object", "additionalProperties": {"type": "string"}, "examples": [{"R-843": "450.00"}]}
PolicyParameters = Annotated[
    dict[str, Any],
    Field(
        max_length=50,
        description="Values that replace those of the terms, by name. `amounts` holds the amounts that the "
        "terms print in Danish kroner, by rule; a policy in another currency needs all of them.",
        examples=[{"firstGrantPhysical": 5}],
        json_schema_extra={"additionalProperties": {"anyOf": [*VALUES, AMOUNTS]}},
    ),
]
"""The domain checks the names and the values, and reports every fault at once (``policies.parameters``)."""
