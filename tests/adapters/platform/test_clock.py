"""Business time and real time: which functions read which is decided at every call, and only the embedded
stack moves one of them.
"""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[3]
CLOCK = ROOT / "layers/adapters/python/helsebro_aws/platform/clock.py"
CODE = ("layers", "functions", "local")
READ = frozenset({"now", "utcnow", "today", "time", "time_ns", "gmtime", "localtime", "ctime"})
"""The functions of ``datetime`` and ``time`` that read a clock; ``monotonic`` and ``sleep`` know no date."""
CLOCKS = frozenset({"datetime", "date", "time"})
SHOWN = """
import json, sys
from datetime import timedelta
from pathlib import Path
from helsebro_aws.platform import clock

def days_ahead():
    return round((clock.now() - clock.real_now()) / timedelta(days=1))

seen = [days_ahead()]
if clock.FILE:
    Path(clock.FILE).write_text(str(400 * 86_400.0))
    seen.append(days_ahead())
print(json.dumps([seen, "helsebro_aws.platform.moved_clock" in sys.modules]))
"""
"""Prints how many days business time is ahead, then again with 400 days in the file; and what is loaded."""


def clock_reads(source: str) -> Iterator[int]:
    """Yields the lines that read the clock of Python itself: ``datetime.now()``, ``time.time``."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute) and node.attr in READ:
            of = node.value.attr if isinstance(node.value, ast.Attribute) else getattr(node.value, "id", "")
            if of in CLOCKS:
                yield node.lineno
        elif isinstance(node, ast.ImportFrom) and node.module == "time":
            yield from (node.lineno for name in node.names if name.name in READ)


def shown_by_a_process(environment: Mapping[str, str]) -> Any:
    """Returns what ``SHOWN`` prints with these settings."""
    done = subprocess.run(
        [sys.executable, "-c", SHOWN],
        env={"PYTHONPATH": os.pathsep.join(sys.path), **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)


def test_only_one_module_reads_the_clock_so_every_other_chooses_one_of_its_two_times() -> None:
    files = [path for folder in CODE for path in (ROOT / folder).rglob("*.py") if path != CLOCK]
    assert len(files) > 300
    found = {str(path.relative_to(ROOT)): list(clock_reads(path.read_text("utf-8"))) for path in files}
    assert {path: lines for path, lines in found.items() if lines} == {}
    assert list(clock_reads(CLOCK.read_text("utf-8"))) != []


@pytest.mark.parametrize(
    "source, lines",
    [
        ("datetime.now(UTC)", [1]),
        ("import datetime\ndatetime.datetime.now()", [2]),
        ("datetime.utcnow()", [1]),
        ("date.today()", [1]),
        ("def f(clock=time.time): ...", [1]),
        ("time.time_ns()", [1]),
        ("from time import monotonic, time", [1]),
        ("clock.now()\nclock.real_now()\nstack.today()", []),
        ("time.monotonic()\ntime.sleep(1)\nfrom time import monotonic", []),
        ("datetime.fromisoformat('2026-12-01')", []),
    ],
)
def test_control_a_read_of_the_clock_is_found(source: str, lines: list[int]) -> None:
    assert list(clock_reads(source)) == lines


def test_without_a_clock_file_business_time_is_real_time_and_no_code_of_a_moved_clock_is_loaded() -> None:
    assert shown_by_a_process({}) == [[0], False]


def test_a_clock_file_moves_business_time_of_a_process_that_is_already_running(tmp_path: Path) -> None:
    file = tmp_path / "clock"
    file.write_text("0.0", "ascii")
    assert shown_by_a_process({"HELSEBRO_CLOCK_FILE": str(file)}) == [[0, 400], True]
