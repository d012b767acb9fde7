"""Where the embedded stack stores its files: all under ``.local``, none of them in git."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parent.parent
HOME = ROOT / ".local"
STACK_FILE = HOME / "stack.json"
RUN_LOCK = HOME / "run.lock"
LAYERS = (ROOT / "layers" / "domain" / "python", ROOT / "layers" / "adapters" / "python")
REGION = "eu-north-1"
ACCOUNT = "000000000000"
