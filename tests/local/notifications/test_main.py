from __future__ import annotations

from pathlib import Path

import pytest

from local.notifications.__main__ import main


def test_the_check_writes_nothing(tmp_path: Path) -> None:
    assert main(["--check"], folder=tmp_path / "page") == 0
    assert not (tmp_path / "page").exists()


def test_the_command_says_where_the_page_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([], folder=tmp_path / "page") == 0
    assert (tmp_path / "page" / "index.html").as_uri() in capsys.readouterr().out


def test_a_faulty_template_fails_and_stops_the_page(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "templates"
    empty.mkdir()
    assert main([], folder=tmp_path / "page", templates=empty) == 1
    assert "claim-received.json: the template of this kind is missing" in capsys.readouterr().err
    assert not (tmp_path / "page").exists()
