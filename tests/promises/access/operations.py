"""Every operation of the OpenAPI document: which ids its path, its query and its body name."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from helsebro_aws.http.routes import Route
from tests.promises.idempotent_routes import all_routes

DOCUMENT = Path(__file__).parents[3] / "layers/adapters/python/helsebro_aws/openapi.json"
METHODS = ("get", "put", "post", "delete")
ID = re.compile(r"(Id|Ids|^subjects)$")
"""How a query parameter or a field of a body is called that names a thing."""
KINDS = {
    "/v1/clinics/{clinicId}": "clinic",
    "/v1/policies": "policy",
    "/v1/payers/{payer}": "payer",
    "/v1/me/accounts/{payer}": "insurer",
}
Handler = Callable[[Any, Any], Any]


@dataclass(frozen=True)
class Operation:
    """One operation of the document, and the route behind it."""

    name: str
    described: Mapping[str, Any]
    schemas: Mapping[str, Any]
    route: Route
    handler: Handler

    @property
    def method(self) -> str:
        return self.name.split(" ")[0]

    @property
    def path(self) -> str:
        return self.name.split(" ")[1]

    @property
    def kind(self) -> str:
        """To whom the first thing in the path belongs."""
        return next((kind for start, kind in KINDS.items() if self.path.startswith(start)), "case")

    @cached_property
    def in_path(self) -> list[str]:
        """The names of the path's parameters, in their order."""
        return re.findall(r"\{(\w+)\}", self.path)

    @cached_property
    def ids_in_query(self) -> list[str]:
        """The names of the query's parameters that name a thing."""
        given = self.described.get("parameters", [])
        return [one["name"] for one in given if one.get("in") == "query" and ID.search(one["name"])]

    @cached_property
    def ids_in_body(self) -> set[str]:
        """The names of the fields of the body that name a thing, at any depth."""
        content = self.described.get("requestBody", {}).get("content", {})
        found = (name for media in content.values() for name in _fields(media["schema"], self.schemas))
        return {name for name in found if ID.search(name)}

    @property
    def takes_body(self) -> bool:
        return "requestBody" in self.described


def _fields(
    schema: Mapping[str, Any], schemas: Mapping[str, Any], met: tuple[str, ...] = ()
) -> Iterator[str]:
    named = schema.get("$ref", "").rpartition("/")[2]
    if named in met:
        return
    if named:
        yield from _fields(schemas[named], schemas, (*met, named))
    for key in ("anyOf", "oneOf", "allOf"):
        for part in schema.get(key, ()):
            yield from _fields(part, schemas, met)
    for name, part in schema.get("properties", {}).items():
        yield name
        yield from _fields(part, schemas, met)
    yield from _fields(schema["items"], schemas, met) if "items" in schema else ()


def operations() -> list[Operation]:
    """Returns every operation of the document. Fails for one without a route."""
    document = json.loads(DOCUMENT.read_text("utf-8"))
    schemas = document["components"]["schemas"]
    routes = {re.sub(r"<\w+>", "{}", found[0].name): found for found in all_routes()}
    return [
        Operation(f"{method.upper()} {path}", described, schemas, *routes[_shape(f"{method.upper()} {path}")])
        for path, methods in document["paths"].items()
        for method, described in methods.items()
        if method in METHODS
    ]


def _shape(name: str) -> str:
    return re.sub(r"\{\w+\}", "{}", name)
