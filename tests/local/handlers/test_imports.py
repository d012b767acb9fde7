"""Before changed code is pushed it is imported: a fault names its file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from local.handlers.imports import fault_of, faults_of
from local.stack.assembly import functions


@pytest.mark.parametrize(
    "code, said",
    [
        ("def handler(:\n", ":1: SyntaxError"),
        ("\nfrom helsebro.money import NoSuchName\n", "ImportError: cannot import name 'NoSuchName'"),
        ("\n\nraise RuntimeError('at import')\n", "RuntimeError: at import"),
    ],
)
def test_a_handler_that_does_not_import_is_named_with_its_fault(code: str, said: str, tmp_path: Path) -> None:
    handler = tmp_path / "handler.py"
    handler.write_text(code)
    assert said in fault_of(handler)


def test_every_handler_imports() -> None:
    assert faults_of(functions()) == []
