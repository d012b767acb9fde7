"""The OpenAPI document is valid, and says nothing that only this checkout explains."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from local.error_codes import problem_codes
from local.openapi.document import COMMITTED
from local.openapi.problems import CODES
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


def test_every_parameter_and_property_has_a_description(document: dict[str, Any]) -> None:
    undescribed = [where for where, part in _described(document) if not {"description", "$ref"} & {*part}]
    assert undescribed == []


def test_every_plain_value_has_an_example(document: dict[str, Any]) -> None:
    assert [where for where, part in _described(document) if _is_plain(part) and not _examples(part)] == []


def test_every_operation_has_a_name_of_its_own_and_a_typed_answer(document: dict[str, Any]) -> None:
    operations = [operation for path in document["paths"].values() for operation in path.values()]
    names = [operation["operationId"] for operation in operations]
    assert len(set(names)) == len(names)
    untyped = [
        operation["operationId"]
        for operation in operations
        for status, response in operation["responses"].items()
        if status in ("200", "201", "202") and not _is_typed(response)
    ]
    assert untyped == []


def _is_typed(response: dict[str, Any]) -> bool:
    contents = response.get("content", {})
    return bool(contents) and all(
        "$ref" in content["schema"] or media != "application/json" for media, content in contents.items()
    )


def _described(document: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yields each parameter and each property of a schema, with where it is."""
    for name, schema in document["components"]["schemas"].items():
        yield from ((f"{name}.{key}", part) for key, part in schema.get("properties", {}).items())
    for path, operations in document["paths"].items():
        for operation in operations.values():
            for part in operation["parameters"]:
                if "name" in part:
                    yield f"{path}?{part['name']}", part


def _is_plain(part: dict[str, Any]) -> bool:
    """Whether it is a text or a number, and not an object or a list of objects."""
    schema = part.get("schema", part)
    return schema.get("type") in ("string", "integer", "number")


def _examples(part: dict[str, Any]) -> bool:
    return "example" in part or bool(part.get("examples")) or bool(part.get("schema", {}).get("examples"))


ANSWERED_BEFORE_A_FUNCTION = {"too-many-requests": 429, "body-too-large": 413}
PROMISED = {"idempotency-in-progress": 409}
"""The contract has it; here the second of two calls waits for the first one's answer."""


def test_each_code_of_a_problem_has_the_status_of_the_error_that_has_it(document: dict[str, Any]) -> None:
    known = {**problem_codes(), **ANSWERED_BEFORE_A_FUNCTION, **PROMISED}
    shared = document["components"]["responses"]
    found = {
        (code, int(status))
        for path in document["paths"].values()
        for operation in path.values()
        for status, response in operation["responses"].items()
        for code in shared.get(response.get("$ref", "").rpartition("/")[2], response).get(CODES, ())
    }
    assert {(code, status) for code, status in found if known.get(code) != status} == set()


def test_a_route_that_takes_the_header_of_a_clinic_has_it_as_a_parameter(
    document: dict[str, Any],
) -> None:
    header = {"$ref": "#/components/parameters/Clinic"}
    for path, method in (("/v1/bookings", "get"), ("/v1/events", "get"), ("/v1/clinic-events", "post")):
        assert header in document["paths"][path][method]["parameters"]
    for path, method in (("/v1/claims", "get"), ("/v1/clinics/{clinicId}/changes", "get")):
        assert header not in document["paths"][path][method]["parameters"]
