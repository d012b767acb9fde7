"""``make docs``: serves the reference, the guides and the error codes on loopback, until Ctrl-C."""

from __future__ import annotations

import json
import os
import sys

from infra.account.command import command
from infra.reference.site import build
from local.home import HOME, STACK_FILE
from local.reference.server import server
from local.stack import deploy
from local.stack.ports import Ports, listens


@command
def main() -> int:
    """Serves the pages, or says where the running stack of this checkout already does."""
    if STACK_FILE.exists():
        address = json.loads(STACK_FILE.read_text("utf-8"))["referenceUrl"]
        print(f"`make run` serves it already: {address}/")
        return 0
    ports = Ports.wanted(os.environ)
    if listens(ports.reference):
        other = f"REFERENCE_PORT={ports.reference + 1000} make docs"
        print(f"Port {ports.reference} is taken; choose another: {other}", file=sys.stderr)
        return 1
    pages = build(HOME / "reference", deploy.api_url(ports))
    print(f"The reference: {ports.url('reference')}/  (Ctrl-C ends it)")
    with server(ports.reference, pages) as running:
        try:
            running.serve_forever()
        except KeyboardInterrupt:
            print()
    return 0


if __name__ == "__main__":
    sys.exit(main())
