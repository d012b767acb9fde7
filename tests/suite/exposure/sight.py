"""What a caller gets to see: the keys of an answer against what its role may see of each object in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextvars import ContextVar
from functools import wraps
from typing import Any

from helsebro.caller import Caller
from tests.suite.exposure.seen_by import SEEN_BY, Roles

Schema = Mapping[str, Any]
LAST: ContextVar[Caller | None] = ContextVar("last", default=None)
"""Whom the last request of this context was answered to."""
AS_A_CLINIC: Roles = frozenset({"clinic-system", "clinic-user"})


def note_callers() -> None:
    """Notes from now on to whom each request is answered, where the request line does."""
    from helsebro_aws.http.tracing.request_line import RequestLine

    called_by: Any = RequestLine.called_by
    if hasattr(called_by, "__wrapped__"):
        return

    @wraps(called_by)
    def noted(line: RequestLine, caller: Caller) -> Caller:
        LAST.set(caller)
        answer: Caller = called_by(line, caller)
        return answer

    with_notes: Any = RequestLine
    with_notes.called_by = noted


def held_by(caller: Caller | None) -> Roles:
    """Returns every role that a caller has; a call of nobody in particular is anyone's."""
    held = frozenset(right.value for right in caller.rights) if caller else frozenset[str]()
    return held or frozenset({"anyone"})


def roles_of(caller: Caller | None) -> Roles:
    """Returns the roles in which a caller sees an answer; who acts for a clinic acts in no other."""
    held = held_by(caller)
    return held & AS_A_CLINIC if caller and caller.clinic_id else held


class Sight:
    """Judges answers by the schemas of a document and a table of who sees what."""

    def __init__(self, document: Schema, seen_by: Mapping[str, Mapping[str, Roles]] = SEEN_BY) -> None:
        self._schemas: Mapping[str, Schema] = document["components"]["schemas"]
        self._seen_by = seen_by

    def unseen(self, schema: Schema, value: Any, roles: Roles, at: str = "") -> Iterator[str]:
        """Yields the places of what an answer shows and none of the roles may see."""
        if isinstance(value, list):
            for form in self._forms(schema):
                for index, item in enumerate(value if "items" in form else ()):
                    yield from self.unseen(form["items"], item, roles, f"{at}/{index}")
        if not isinstance(value, dict):
            return
        for name, form in self._named(schema):
            for key, part in value.items():
                if key in form.get("properties", {}):
                    if not roles & self._seen_by.get(name, {}).get(key, roles):
                        yield f"{at}/{key} of {name}"
                    yield from self.unseen(form["properties"][key], part, roles, f"{at}/{key}")

    def _forms(self, schema: Schema) -> Iterator[Schema]:
        yield from (form for _, form in self._named(schema))

    def _named(self, schema: Schema, name: str = "") -> Iterator[tuple[str, Schema]]:
        """Yields the forms of a schema, each with the name of the answer that it is."""
        if "$ref" in schema:
            name = schema["$ref"].rsplit("/", 1)[1]
            yield from self._named(self._schemas[name], name)
        elif choices := schema.get("anyOf") or schema.get("oneOf"):
            for choice in choices:
                yield from self._named(choice, name)
        else:
            yield name, schema
