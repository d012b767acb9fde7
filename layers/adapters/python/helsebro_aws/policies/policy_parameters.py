"""The parameters of a policy in a body: its own values in place of those of the terms."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

VALUE_TYPES = ("boolean", "integer", "string")
PolicyParameters = Annotated[
    dict[str, Any],
    Field(
        max_length=50,
        description="Values that replace those of the terms, by name.",
        examples=[{"firstGrantPhysical": 5}],
        json_schema_extra={"additionalProperties": {"anyOf": [{"type": kind} for kind in VALUE_TYPES]}},
    ),
]
"""The domain checks the names and the values, and reports every fault at once (``policies.parameters``)."""
