"""``make clients``: generates the TypeScript and the Python client from the OpenAPI document.

``--check`` fails when the committed clients differ from the document.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from infra.cli.node import NodeCannotStart, NpmFailed
from local.clients import generators
from local.clients.generators import GENERATED, GeneratorFailed

WRITERS = {"typescript": generators.typescript, "python": generators.python}


def main(arguments: list[str]) -> int:
    """Writes or checks the generated parts of both clients; returns the exit code."""
    try:
        differs = _check() if "--check" in arguments else _write()
    except (GeneratorFailed, NodeCannotStart, NpmFailed) as fault:
        print(fault, file=sys.stderr)
        return 1
    for path in differs:
        print(f"{path} differs from the OpenAPI document; run: make clients", file=sys.stderr)
    return 1 if differs else 0


def _write() -> list[Path]:
    for name, write in WRITERS.items():
        write(GENERATED[name])
    return []


def _check() -> list[Path]:
    found: list[Path] = []
    with TemporaryDirectory() as scratch:
        for name, write in WRITERS.items():
            fresh = Path(scratch) / name / "generated"
            write(fresh)
            found += different(GENERATED[name], fresh)
    return found


def different(committed: Path, fresh: Path) -> list[Path]:
    """Returns the files that only one of the folders has, or that differ."""
    return sorted(
        committed / path
        for path in sources(committed) | sources(fresh)
        if not all((folder / path).exists() for folder in (committed, fresh))
        or (committed / path).read_bytes() != (fresh / path).read_bytes()
    )


def sources(folder: Path) -> set[Path]:
    """Returns the paths of the files below a folder, without compiled ones."""
    found = (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc")
    return {path.relative_to(folder) for path in found}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
