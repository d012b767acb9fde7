"""The OpenAPI document is valid, and says nothing that only this checkout explains."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from local.commands.openapi import COMMITTED, ID_OF_OURS, IDS_IN_BRACKETS


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


def test_no_text_names_a_rule_or_a_promise() -> None:
    assert re.findall(ID_OF_OURS, COMMITTED.read_text("utf-8")) == []


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
