"""The TypeScript client compiles strictly, and its own tests pass."""

from __future__ import annotations

import subprocess

from infra.cli.node import node
from tests.clients import built


def test_the_tests_of_the_typescript_client_pass() -> None:
    tests = built.typescript() / "dist-tests" / "client.test.js"
    done = subprocess.run(
        [str(node()), "--test", "--test-reporter=tap", str(tests)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    assert "# pass 10\n" in done.stdout
