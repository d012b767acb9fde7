from __future__ import annotations

import os
import sys
from pathlib import Path

from local.stack.child import Child
from local.stack.run_lock import began

STARTS_ANOTHER = """
import signal, subprocess, sys, time
from pathlib import Path
ignores = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN)"
stubborn = f"{ignores}; print(flush=True); time.sleep(600)"
other = subprocess.Popen([sys.executable, "-c", stubborn], stdout=subprocess.PIPE)
other.stdout.readline()
Path(sys.argv[1]).write_text(str(other.pid))
time.sleep(600)
"""


def test_what_a_part_started_ends_with_it(tmp_path: Path) -> None:
    written = tmp_path / "pid"
    command = [sys.executable, "-c", STARTS_ANOTHER, str(written)]
    child = Child("part", command, log=tmp_path / "log", environment=dict(os.environ), folder=tmp_path)
    child.wait_until(lambda: written.exists() and bool(written.read_text()))
    other = int(written.read_text())
    assert began(other)
    child.end()
    assert not child.is_running
    assert not began(other)


def test_a_part_that_has_ended_is_ended_again_without_effect(tmp_path: Path) -> None:
    child = Child("part", [sys.executable, "-c", ""], log=tmp_path / "log", environment={}, folder=tmp_path)
    while child.is_running:
        pass
    child.end()
    child.end()
