"""``make docs``: a fault is one line, never a traceback."""

from __future__ import annotations

import pytest

from local.commands import docs


def test_a_wrong_port_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("REFERENCE_PORT", "abc")
    assert docs.main() == 2
    assert capsys.readouterr().err == "REFERENCE_PORT is 'abc': write a number from 1 to 65535.\n"
