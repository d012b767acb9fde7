"""The generated parts of the clients: what the public generators write from the committed document."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from local.clients import codes, generators
from local.clients.generators import GENERATED, GeneratorFailed
from local.openapi.document import COMMITTED


@pytest.mark.parametrize("client", ["typescript", "python"])
def test_a_client_is_what_its_generator_writes_without_a_warning(client: str, tmp_path: Path) -> None:
    generators.EACH[client](tmp_path / "generated")
    assert generators.different(GENERATED[client], tmp_path / "generated") == []


def test_control_a_changed_a_missing_and_a_new_file_differ(tmp_path: Path) -> None:
    for folder, texts in (("old", {"a.py": "1", "b.py": "2"}), ("new", {"b.py": "3", "c.py": "4"})):
        (tmp_path / folder).mkdir()
        for name, text in texts.items():
            (tmp_path / folder / name).write_text(text)
    found = generators.different(tmp_path / "old", tmp_path / "new")
    assert [path.name for path in found] == ["a.py", "b.py", "c.py"]


def test_control_a_body_that_a_generator_cannot_read_is_a_failure(tmp_path: Path) -> None:
    document = json.loads(COMMITTED.read_text("utf-8"))
    operation = document["paths"]["/v1/claims"]["post"]
    operation["requestBody"]["content"] = {"image/png": {"schema": {"type": "string"}}}
    document["paths"] = {"/v1/claims": {"post": operation}}
    (tmp_path / "document.json").write_text(json.dumps(document))
    with pytest.raises(GeneratorFailed, match="Unsupported content type image/png"):
        generators.python(tmp_path / "generated", tmp_path / "document.json")


def test_the_codes_of_an_operation_are_listed_by_status_also_those_of_shared_answers() -> None:
    document = {
        "paths": {
            "/v1/bookings": {
                "post": {
                    "responses": {
                        "201": {},
                        "409": {"x-codes": ["conflict", "slot-taken"]},
                        "503": {"$ref": "#/components/responses/Busy"},
                    }
                }
            }
        },
        "components": {"responses": {"Busy": {"x-codes": ["busy"]}}},
    }
    assert codes.written(document).endswith(
        '  "POST /v1/bookings": {\n    409: "conflict" | "slot-taken";\n    503: "busy";\n  };\n}\n'
    )
