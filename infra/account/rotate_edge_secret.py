"""``make rotate-edge-secret STAGE=dev``: makes a new secret of the edge; ``make deploy`` then sends it.

The functions go on accepting the secret before it, so that no request is refused meanwhile.
"""

from __future__ import annotations

import os
import sys

from infra.account import edge_secret
from infra.account.account import account_stage_of, client
from infra.account.command import command


@command
def main() -> int:
    """Stores a new secret beside the newest one, and shows neither."""
    to = account_stage_of(os.environ)
    edge_secret.rotate(to, client(to, "ssm"))
    print(f"A new secret is stored. It is sent and accepted after: make deploy STAGE={to.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
