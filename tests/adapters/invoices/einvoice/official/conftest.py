from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders.clinics.rule_folder import RuleFolder


@pytest.fixture
def rule_folder(tmp_path: Path) -> RuleFolder:
    return RuleFolder(tmp_path)
