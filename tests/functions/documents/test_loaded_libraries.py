"""No function loads the libraries that parse a member's files: only the bounded process does."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
LIBRARIES = frozenset({"pikepdf", "PIL", "pillow_heif", "pypdf"})
REWRITING = ROOT / "layers" / "adapters" / "python" / "helsebro_aws" / "documents" / "rewriting"
CHECKS = ("documents.check_upload", "invoices.keep_attachments")


def importing() -> set[Path]:
    """The files of ours that import one of the libraries, anywhere in them."""
    files = [*(ROOT / "layers").rglob("*.py"), *(ROOT / "functions").rglob("*.py")]
    return {file for file in files if LIBRARIES & set(_imported(file))}


def _imported(file: Path) -> list[str]:
    found: list[str] = []
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found += [name.name.split(".")[0] for name in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.append(node.module.split(".")[0])
    return found


def test_only_the_bounded_process_imports_them() -> None:
    found = importing()
    assert found
    assert {file.parent for file in found} == {REWRITING}


@pytest.mark.parametrize("function", CHECKS)
def test_a_function_that_checks_files_itself_loads_none_of_them(function: str) -> None:
    loading = f"import functions.{function}.handler, sys; print(*sys.modules)"
    path = ":".join(place for place in sys.path if place)
    ran = subprocess.run(
        [sys.executable, "-c", loading],
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = set(ran.stdout.split())
    assert "helsebro_aws.documents.rewriting.clean_copy" in loaded
    assert loaded.isdisjoint(LIBRARIES)
