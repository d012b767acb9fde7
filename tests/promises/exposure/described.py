"""What the OpenAPI document says of a body or an answer: its fields by place, and an example of it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from local.openapi.document import COMMITTED

Schema = Mapping[str, Any]
DOCUMENT: Schema = json.loads(COMMITTED.read_text("utf-8"))


@dataclass(frozen=True)
class Operation:
    """An operation of the document, such as ``PUT /v1/me/contact``."""

    name: str

    @property
    def described(self) -> Schema:
        method, path = self.name.split(" ")
        found: Schema = DOCUMENT["paths"][path][method.lower()]
        return found

    @property
    def body(self) -> Schema | None:
        """The schema of its JSON body; none without one."""
        content = self.described.get("requestBody", {}).get("content", {})
        found: Schema | None = content.get("application/json", {}).get("schema")
        return found

    @property
    def answer(self) -> Schema:
        """The schema of its success; an empty one when it answers without JSON."""
        for status, answer in sorted(self.described["responses"].items()):
            if status.startswith("2"):
                found: Schema = answer.get("content", {}).get("application/json", {}).get("schema", {})
                return found
        return {}


@cache
def operations() -> tuple[Operation, ...]:
    """Returns every operation of the document."""
    paths = DOCUMENT["paths"].items()
    return tuple(Operation(f"{method.upper()} {path}") for path, methods in paths for method in methods)


def forms(schema: Schema) -> Iterator[Schema]:
    """Yields the forms that a value may have: the schema without references and choices."""
    if "$ref" in schema:
        yield from forms(DOCUMENT["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]])
    elif choices := schema.get("anyOf") or schema.get("oneOf"):
        for choice in choices:
            yield from forms(choice)
    else:
        yield schema


def fields(schema: Schema) -> dict[str, Schema]:
    """Returns the fields of an object of the schema, or of an object in a list of it."""
    found: dict[str, Schema] = {}
    for form in forms(schema):
        inner = form.get("items")
        found |= fields(inner) if inner else form.get("properties", {})
    return found


def example(schema: Schema) -> Any:
    """Returns a value of the schema, with every field."""
    if examples := schema.get("examples"):
        return examples[0]
    form = next(iter(forms(schema)))
    if form is not schema:
        return example(form)
    if "const" in form or "enum" in form:
        return form.get("const", next(iter(form.get("enum", ())), None))
    if form.get("type") == "object":
        return {name: example(part) for name, part in form.get("properties", {}).items()}
    if form.get("type") == "array":
        return [example(form["items"])]
    return PLAIN.get(form.get("type", ""))


PLAIN = {"string": "2026-01-05", "boolean": True, "integer": 1, "number": 1}
"""A value of each type, for a field without an example."""
