"""Checks the templates for a real account with cfn-lint, as ``sam validate --lint`` does.

What a template allows stands in its own metadata (``infra/app.py``), where SAM reads it too.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from infra.account.command import command
from infra.stage import PRODUCTION
from local.stack import assembly


@command
def main() -> int:
    """Returns the exit code of cfn-lint."""
    templates = sorted(map(str, assembly.of_stage(PRODUCTION).folder.glob("*.template.json")))
    tool = Path(sys.executable).parent / "cfn-lint"
    return subprocess.run([str(tool), *templates], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
