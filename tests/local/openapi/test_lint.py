"""The linter of the document finds what a reader would miss; `make check` runs it on the committed one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from local.commands.openapi_lint import main
from local.openapi.document import COMMITTED


def test_control_an_operation_without_description_and_a_wrong_example_are_found(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = json.loads(COMMITTED.read_text("utf-8"))
    del document["paths"]["/v1/me"]["get"]["description"]
    document["components"]["schemas"]["Money"]["properties"]["amount"]["examples"] = [850]
    broken = tmp_path / "openapi.json"
    broken.write_text(json.dumps(document), "utf-8")
    assert main(broken) == 1
    found = capsys.readouterr().err
    assert "operation-description" in found
    assert "no-invalid-schema-examples" in found
