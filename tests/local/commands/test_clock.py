from __future__ import annotations

import pytest

from infra.stage import IN_AN_ACCOUNT
from local.commands.clock import main


@pytest.mark.parametrize("stage", [*IN_AN_ACCOUNT, "unknown"])
def test_the_clock_of_no_other_stage_can_be_moved(stage: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--at", "+1d", "--stage", stage]) == 2
    assert f"The clock of {stage!r} cannot be moved" in capsys.readouterr().err
