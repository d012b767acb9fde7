"""Fields that no caller may set: what an answer shows and its body does not take, and dangerous names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from tests.promises.exposure.described import Schema, example, fields

DANGEROUS: Mapping[str, Any] = {
    "isAdmin": True,
    "__proto__": {"isAdmin": True},
    "personId": "per_a2zt5pxlrqsc3dmkow7vyb4g",
    "payer": "tryg",
    "approved": True,
    "roles": ["platform"],
    "status": "approved",
    "version": 7,
    "paidAt": "2026-01-05T09:00:00Z",
    "model_extra": {},
}
MAPS = frozenset({"kinds", "parameters", "terms"})
"""Parts of bodies that are from names to values: kinds of notifications, parameters and files of terms."""


@dataclass(frozen=True)
class Place:
    """An object in a body: the body itself with no steps, or one that it holds."""

    steps: tuple[str | int, ...] = ()

    def of(self, body: Any) -> Any:
        """Returns the object in a body."""
        for step in self.steps:
            body = body[step]
        return body

    def pointer(self, name: str) -> str:
        """Returns the JSON pointer of a field of the object."""
        return "".join(f"/{step}" for step in (*self.steps, name))

    def owns(self, pointer: str) -> bool:
        """Whether a pointer is that of the object, or of a part of it."""
        return pointer == self.pointer("")[:-1] or pointer.startswith(self.pointer(""))

    @property
    def is_map(self) -> bool:
        """Whether its names are values: any that is not known is refused by the rule of those values."""
        return bool(self.steps) and self.steps[-1] in MAPS

    def schema(self, whole: Schema) -> dict[str, Schema]:
        """Returns the fields that the object has by the schema of the whole."""
        known = fields(whole)
        for step in self.steps:
            if isinstance(step, str):
                known = fields(known[step]) if step in known else {}
        return known


def places(body: Any) -> Iterator[Place]:
    """Yields the body, and each object in it one level down."""
    yield Place()
    for name, part in body.items():
        if isinstance(part, dict):
            yield Place((name,))
        elif isinstance(part, list) and part and isinstance(part[0], dict):
            yield Place((name, 0))


def extra(body: Schema, answer: Schema, place: Place) -> dict[str, Any]:
    """Returns the fields, with a value each, that a body of a schema may not have at a place."""
    shown = {name: example(part) for name, part in place.schema(answer).items()}
    taken = place.schema(body)
    return {name: value for name, value in {**shown, **DANGEROUS}.items() if name not in taken}


def with_extra(body: Any, place: Place, added: Mapping[str, Any]) -> Any:
    """Returns the body with more fields at a place."""
    changed = deepcopy(body)
    place.of(changed).update(added)
    return changed
