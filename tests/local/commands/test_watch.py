from __future__ import annotations

import pytest
from watchfiles import Change

from local.commands.watch import is_source, touched
from local.home import ROOT
from local.stack.assembly import functions


def test_a_change_in_one_function_concerns_that_function() -> None:
    assert touched({(Change.modified, str(ROOT / "functions/platform/help/handler.py"))}) == ["help"]


def test_a_change_in_a_layer_concerns_them_all() -> None:
    changed = {(Change.modified, str(ROOT / "layers/domain/python/helsebro/money.py"))}
    assert touched(changed) == functions()


def test_a_folder_that_is_not_deployed_yet_is_left_alone() -> None:
    assert touched({(Change.added, str(ROOT / "functions/platform/not_there/handler.py"))}) == []


@pytest.mark.parametrize(
    "name, is_one", [("a.py", True), ("a.typ", True), ("a.pyc", False), ("a.swp", False)]
)
def test_what_python_or_an_editor_leaves_behind_is_no_source(name: str, is_one: bool) -> None:
    assert is_source(Change.modified, name) is is_one
