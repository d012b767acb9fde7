"""``make prove-any-order`` (promise 30): the whole suite as badly as a machine can treat it.

In any order, a day after its collection, on one core, beside four busy loops; then, with the true clock, the
tests of the running stack, whose processes cannot be moved in time. ``SEED`` repeats an order.
"""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

BUSY_LOOPS = 4
LOOP = "import os; parent = os.getppid()\nwhile os.getppid() == parent: pass"
"""Never rests, and ends with the process that started it."""
RUNS: tuple[tuple[str, dict[str, str]], ...] = (
    ("not stack", {"HELSEBRO_TEST_AHEAD": "86400"}),
    ("stack", {}),
)


@contextmanager
def busy_machine() -> Iterator[None]:
    """Four loops that never rest, on the one core that the tests have too (where the system can pin them)."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    loops = [subprocess.Popen([sys.executable, "-c", LOOP]) for _ in range(BUSY_LOOPS)]
    try:
        yield
    finally:
        for loop in loops:
            loop.kill()
            loop.wait()


def main() -> int:
    """The first exit code that is not 0, or 0."""
    seed = os.environ.get("SEED") or secrets.token_hex(4)
    sys.stdout.write(f"SEED={seed}\n")
    sys.stdout.flush()
    with busy_machine():
        codes = [
            subprocess.run(
                [sys.executable, "-m", "pytest", "-m", tests, "--durations=10", *sys.argv[1:]],
                env={**os.environ, "HELSEBRO_TEST_ORDER": seed, **environment},
                check=False,
            ).returncode
            for tests, environment in RUNS
        ]
    return next(filter(None, codes), 0)


if __name__ == "__main__":
    raise SystemExit(main())
