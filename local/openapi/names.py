"""Names and small things: schemas without ``Shape`` and ``Answer``, no titles, an example of every value."""

from __future__ import annotations

import json
import re
from typing import Any

SUFFIX = re.compile(r"(?:Shape|Answer)$")
REFERENCE = "#/components/schemas/"
HOLD_NAMES = ("properties", "schemas", "responses", "headers", "parameters")
NOT_JSON_SCHEMA = ("decimal_places", "max_digits")
"""What pydantic writes of a decimal, and no tool reads."""
EXAMPLES: dict[str, Any] = {"boolean": True, "date-time": "2026-11-21T10:15:00Z", "date": "2026-11-21"}
"""The example of a type or format that needs no other."""


def shorten(found: dict[str, Any]) -> None:
    """Gives each schema its short name, everywhere. Raises ``ValueError`` when two would share one."""
    schemas: dict[str, Any] = found["components"]["schemas"]
    short = {name: SUFFIX.sub("", name.rsplit("__", 1)[-1]) for name in schemas}
    text = json.dumps(found)
    for name, other in short.items():
        text = text.replace(f'"{REFERENCE}{name}"', f'"{REFERENCE}{other}"')
    renamed = json.loads(text)
    merged: dict[str, Any] = {}
    for name, schema in renamed["components"]["schemas"].items():
        if (known := merged.setdefault(short[name], schema)) is not schema:
            merged[short[name]] = _one(short[name], known, schema)
    renamed["components"]["schemas"] = merged
    found.clear()
    found.update(renamed)


def _one(name: str, first: dict[str, Any], second: dict[str, Any]) -> dict[str, Any]:
    if bare(first) != bare(second):
        raise ValueError(f"two classes would both be called {name} in the document")
    return first if len(json.dumps(first)) >= len(json.dumps(second)) else second


def bare(schema: Any) -> Any:
    """Returns a schema without its texts and examples: what it accepts."""
    if isinstance(schema, dict):
        texts = ("title", "description", "examples")
        return {name: bare(part) for name, part in schema.items() if name not in texts}
    return [bare(part) for part in schema] if isinstance(schema, list) else schema


def tidy(value: Any, *, named: bool = False) -> Any:
    """Returns the document without titles that pydantic made, with an example of every plain value."""
    if isinstance(value, list):
        return [tidy(part) for part in value]
    if not isinstance(value, dict):
        return value
    # The keys below ``properties`` are names of ours, of which ``title`` may be one.
    inner = {
        name: tidy(part, named=not named and name in HOLD_NAMES)
        for name, part in value.items()
        if named or not _is_left_out(name, part, value)
    }
    return inner if named else _with_example(inner)


def _is_left_out(name: str, part: Any, of: dict[str, Any]) -> bool:
    """Whether it is a title that pydantic made from a name, or a word that is not of JSON Schema."""
    is_title = name == "title" and isinstance(part, str) and "version" not in of
    return is_title or name in NOT_JSON_SCHEMA


def _with_example(schema: dict[str, Any]) -> dict[str, Any]:
    if "type" not in schema and "enum" not in schema and "const" not in schema:
        return schema
    if (
        "examples" in schema
        or "example" in schema
        or schema.get("type") in ("object", "array", "http", "apiKey")
    ):
        return schema
    example = schema["const"] if "const" in schema else (schema.get("enum") or [None])[0]
    if example is None:
        example = EXAMPLES.get(str(schema.get("format", schema.get("type"))))
    return schema if example is None else {**schema, "examples": [example]}
