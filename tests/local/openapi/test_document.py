"""The OpenAPI document is valid, and says nothing that only this checkout explains."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from local.openapi.document import COMMITTED
from local.openapi.texts import ID_OF_OURS, IDS_IN_BRACKETS, READ_BY_PEOPLE


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    return dict(json.loads(COMMITTED.read_text("utf-8")))


def test_the_document_is_valid(document: dict[str, Any]) -> None:
    assert [str(fault) for fault in OpenAPIV31SpecValidator(document).iter_errors()] == []


def test_control_a_reference_to_nothing_is_found(document: dict[str, Any]) -> None:
    dangling = {"type": "object", "properties": {"a": {"$ref": "#/components/schemas/Nowhere"}}}
    schemas = {**document["components"]["schemas"], "Dangling": dangling}
    broken = {**document, "components": {**document["components"], "schemas": schemas}}
    with pytest.raises(Exception, match="Nowhere"):
        list(OpenAPIV31SpecValidator(broken).iter_errors())


def test_no_text_names_a_rule_or_a_promise(document: dict[str, Any]) -> None:
    assert [text for text in _texts(document) if re.search(ID_OF_OURS, text)] == []


def _texts(value: Any, name: str = "") -> Iterator[str]:
    """Yields every text of the document that people read."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield from _texts(part, key)
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)
    elif name in READ_BY_PEOPLE and isinstance(value, str):
        yield value


@pytest.mark.parametrize(
    "text, public",
    [
        ("Lists the slots, earliest first (F0-13).", "Lists the slots, earliest first."),
        ("In one commit (promise 1).", "In one commit."),
        ("Stores a notice (R-1403–R-1412), and more.", "Stores a notice, and more."),
        ("From 1 to 100 (inclusive).", "From 1 to 100 (inclusive)."),
    ],
)
def test_ids_in_brackets_are_left_out(text: str, public: str) -> None:
    assert IDS_IN_BRACKETS.sub("", text) == public
