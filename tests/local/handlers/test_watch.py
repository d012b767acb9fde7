from __future__ import annotations

import pytest
from watchfiles import Change

from local.handlers.watch import is_source, touched
from local.home import ROOT
from local.stack.assembly import functions


def test_a_change_in_a_function_updates_that_function() -> None:
    assert touched({(Change.modified, str(ROOT / "functions/platform/help/handler.py"))}) == ["help"]


def test_a_change_in_a_layer_updates_all_functions() -> None:
    changed = {(Change.modified, str(ROOT / "layers/domain/python/helsebro/money.py"))}
    assert touched(changed) == functions()


def test_a_folder_that_is_not_deployed_is_ignored() -> None:
    assert touched({(Change.added, str(ROOT / "functions/platform/not_there/handler.py"))}) == []


@pytest.mark.parametrize(
    "name, expected", [("a.py", True), ("a.typ", True), ("a.pyc", False), ("a.swp", False)]
)
def test_files_that_python_or_an_editor_writes_are_no_sources(name: str, expected: bool) -> None:
    assert is_source(Change.modified, name) is expected
