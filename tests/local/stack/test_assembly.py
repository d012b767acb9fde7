from __future__ import annotations

from pathlib import Path

from local.stack.assembly import fingerprint


def test_a_fingerprint_changes_only_with_a_name_or_a_content(tmp_path: Path) -> None:
    (tmp_path / "handler.py").write_text("a")
    before = fingerprint(tmp_path)
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "handler.pyc").write_text("compiled")
    assert fingerprint(tmp_path) == before
    (tmp_path / "handler.py").write_text("b")
    changed = fingerprint(tmp_path)
    (tmp_path / "handler.py").rename(tmp_path / "other.py")
    assert len({before, changed, fingerprint(tmp_path)}) == 3
