"""Where an answer of a POST tells of health, it is a field that the receipt seals."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from helsebro_aws.http.sealed_answer import TELLS_OF_HEALTH
from local.openapi.document import COMMITTED

DOCUMENT: Any = json.loads(COMMITTED.read_text("utf-8"))
KEEPS_NO_ANSWER = {"/v1/coverage/simulate", "/v1/coverage/replay"}
DEEPEST = 6


def places(schema: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Yields where the fields that tell of health stand in a schema."""
    if len(path) > DEEPEST:
        return
    if "$ref" in schema:
        schema = DOCUMENT["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]]
    for name, part in schema.get("properties", {}).items():
        if name in TELLS_OF_HEALTH:
            yield (*path, name)
        else:
            yield from places(part, (*path, name))
    for part in [schema.get("items"), *schema.get("anyOf", []), *schema.get("oneOf", [])]:
        if part:
            yield from places(part, (*path, "*"))


def kept_answers() -> Iterator[tuple[str, Any]]:
    """Yields each path whose answers a receipt keeps, with their schema."""
    for path, methods in DOCUMENT["paths"].items():
        for status, answer in methods.get("post", {}).get("responses", {}).items():
            shape = answer.get("content", {}).get("application/json", {}).get("schema")
            if shape and status.startswith("2") and path not in KEEPS_NO_ANSWER:
                yield path, shape


def test_no_answer_of_a_post_tells_of_health_where_its_receipt_would_not_be_sealed() -> None:
    found = {path: list(places(shape)) for path, shape in kept_answers()}
    telling = {path: at for path, at in found.items() if at}
    # A new draft is sealed as a whole.
    assert {"/v1/claims", "/v1/claims/{claimId}/messages", "/v1/me/drafts"} <= telling.keys()
    assert {path for path, at in telling.items() if any(len(each) > 1 for each in at)} == set()
