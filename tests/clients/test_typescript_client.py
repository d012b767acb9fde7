"""The TypeScript client compiles strictly, and its own tests pass."""

from __future__ import annotations

import subprocess
from pathlib import Path

from infra.cli.node import node
from local.clients.generators import TYPESCRIPT
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


def test_the_example_of_the_readme_is_plain_javascript(tmp_path: Path) -> None:
    [example] = built.examples(TYPESCRIPT, "ts")
    module = tmp_path / "example.mjs"
    module.write_text(example)
    done = subprocess.run([str(node()), "--check", str(module)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
