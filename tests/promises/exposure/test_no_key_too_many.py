"""Promise 15, second half: an answer holds only keys that the document declares and its caller may see.

Every answer in every test is judged so (``tests/suite/contract.py``). Here stands that the document leaves
nothing open, and which pairs of an operation and a role the tests must have seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from helsebro.field_names import camel
from tests.promises.exposure.described import DOCUMENT, Schema, operations
from tests.promises.idempotent_routes import all_routes
from tests.suite.exposure.recorder import RECORDER

OPEN = {
    "CaseFact.confirmedValue": "the value of a fact, of the type that its `answerKind` says",
    "CaseFact.value": "the value of a fact, of the type that its `answerKind` says",
    "Change.value": "the value of a fact",
    "Flip.value": "the value of a fact",
    "NextStep.value": "the value of a fact",
    "Draft.report": "what its author sent, and no one else sees",
    "OpenApiDocument": "the public document itself",
    "Policy.parameters": "the terms' own parameters by name, which the body of the policy checks",
    "PolicyChange.parameters": "the same",
    "TrailRow.facts": "the facts that a rule read, by path",
    "TrailStep.facts": "the facts that a rule read, by path",
    "UploadForm.fields": "the fields of a form of S3",
}
"""What the document leaves open in answers, and why."""


VALUES = frozenset({"type", "anyOf", "oneOf", "const", "enum"})
"""What says of a schema which values it has."""


def open_places(schema: Schema, name: str, known: set[str]) -> Iterator[str]:
    """Yields the places of an answer that may hold what no schema names."""
    if "$ref" in schema:
        called = schema["$ref"].rsplit("/", 1)[1]
        if called not in known:
            known.add(called)
            yield from open_places(DOCUMENT["components"]["schemas"][called], called, known)
        return
    is_map = schema.get("type") == "object" and "properties" not in schema
    if is_map or schema.get("additionalProperties") or not VALUES & schema.keys():
        yield name
        return
    items = [schema["items"]] if "items" in schema else []
    for part in schema.get("anyOf") or schema.get("oneOf") or items:
        yield from open_places(part, name, known)
    for key, part in schema.get("properties", {}).items():
        yield from open_places(part, f"{name}.{key}", known)


def test_the_document_leaves_nothing_open_but_what_is_listed() -> None:
    known: set[str] = set()
    answers = [operation.answer for operation in operations() if operation.answer]
    assert {place for answer in answers for place in open_places(answer, "", known)} == OPEN.keys()


def test_every_operation_is_seen_in_every_role_that_may_call_it() -> None:
    """The recorder compares at the end of the run; a new route is one that it has to see."""
    names = {
        re.sub(r"<(\w+)>", lambda found: f"{{{camel(found[1])}}}", route.name): route
        for route, _ in all_routes()
    }
    assert names.keys() == {operation.name for operation in operations()}
    RECORDER.expect((name, right.value) for name, route in names.items() for right in route.allows)
