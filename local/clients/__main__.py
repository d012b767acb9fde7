"""``make clients``: generates the TypeScript and the Python client from the OpenAPI document."""

from __future__ import annotations

import sys

from infra.cli.node import NodeCannotStart, NpmFailed
from local.clients import generators
from local.clients.generators import GENERATED, GeneratorFailed


def main() -> int:
    """Writes the generated parts of both clients; returns the exit code."""
    try:
        for name, generate in generators.EACH.items():
            generate(GENERATED[name])
    except (GeneratorFailed, NodeCannotStart, NpmFailed) as fault:
        print(fault, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
