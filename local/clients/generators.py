"""The generated parts of the clients, as the public generators write them from the OpenAPI document."""

from __future__ import annotations

import fcntl
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from infra.cli import node
from local.clients import codes
from local.home import HOME, ROOT
from local.openapi.document import COMMITTED

TYPESCRIPT = ROOT / "clients" / "typescript"
PYTHON = ROOT / "clients" / "python"
TYPESCRIPT_PACKAGES = HOME / "clients" / "typescript"
GENERATED = {
    "typescript": TYPESCRIPT / "src" / "generated",
    "python": PYTHON / "helsebro_client" / "generated",
}


class GeneratorFailed(Exception):
    """A generator stopped or warned; the message is its output."""


def typescript_packages() -> Path:
    """Returns the ``node_modules`` of the TypeScript client. Raises as ``infra.cli.node``."""
    TYPESCRIPT_PACKAGES.parent.mkdir(parents=True, exist_ok=True)
    with TYPESCRIPT_PACKAGES.with_suffix(".lock").open("w") as lock:
        # Two processes must not install at once.
        fcntl.flock(lock, fcntl.LOCK_EX)
        return node.packages(TYPESCRIPT, TYPESCRIPT_PACKAGES)


def typescript(into: Path, document: Path = COMMITTED) -> None:
    """Writes ``schema.ts`` and ``codes.ts``. Raises ``GeneratorFailed``, or as ``infra.cli.node``."""
    into.mkdir(parents=True, exist_ok=True)
    tool = typescript_packages() / "openapi-typescript" / "bin" / "cli.js"
    # A field with a default need not be sent.
    options = ("--root-types", "--root-types-no-schema-prefix", "--default-non-nullable", "false")
    said = _run([node.node(), tool, document, "--output", into / "schema.ts", *options], into)
    if "warn" in said.lower() or "⚠" in said:
        raise GeneratorFailed(said)
    (into / "codes.ts").write_text(codes.written(json.loads(document.read_text("utf-8"))), "utf-8")


def python(into: Path, document: Path = COMMITTED) -> None:
    """Writes the package ``generated``. Raises ``GeneratorFailed``, also when something is left out."""
    options = ("--config", PYTHON / "generator.yaml", "--meta", "none", "--overwrite", "--fail-on-warning")
    into.parent.mkdir(parents=True, exist_ok=True)
    tool = [sys.executable, "-m", "openapi_python_client"]
    _run([*tool, "generate", "--path", document, *options, "--output-path", into], into.parent)


EACH = {"typescript": typescript, "python": python}


def different(committed: Path, fresh: Path) -> list[Path]:
    """Returns the files that only one of the two folders has, or that differ."""
    return sorted(
        path
        for path in _sources(committed) | _sources(fresh)
        if not all((folder / path).exists() for folder in (committed, fresh))
        or (committed / path).read_bytes() != (fresh / path).read_bytes()
    )


def _sources(folder: Path) -> set[Path]:
    """Returns the paths of the files below a folder, without compiled ones."""
    found = (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc")
    return {path.relative_to(folder) for path in found}


def _run(command: Sequence[str | Path], where: Path) -> str:
    """Returns what the command says."""
    # The Python generator formats with the ruff beside this Python.
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    done = subprocess.run(
        [str(part) for part in command],
        cwd=where,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise GeneratorFailed(done.stdout + done.stderr)
    return done.stdout + done.stderr
