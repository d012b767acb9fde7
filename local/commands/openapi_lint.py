"""Checks the committed OpenAPI document by the rules of ``local/openapi/lint``, with no warning allowed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from infra.cli import node
from local.home import HOME
from local.openapi.document import COMMITTED

PINNED = Path(__file__).parents[1] / "openapi" / "lint"


def main(document: Path = COMMITTED) -> int:
    """Returns the exit code of the linter; prints its findings."""
    tool = node.packages(PINNED, HOME / "openapi-lint") / "@redocly" / "cli" / "bin" / "cli.js"
    done = subprocess.run(
        [str(node.node()), str(tool), "lint", "--config", str(PINNED / "redocly.yaml"), str(document)],
        env={"REDOCLY_TELEMETRY": "off", "REDOCLY_SUPPRESS_UPDATE_NOTICE": "true", "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        print(done.stdout + done.stderr, file=sys.stderr)
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
