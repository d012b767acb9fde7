"""``make rotate-edge-secret STAGE=dev``: makes a new secret of the edge; ``make deploy`` then sends it.

The functions go on accepting the secret before it, so that no request is refused meanwhile.
"""

from __future__ import annotations

import os
import sys

from infra.account import edge_secret
from infra.account.account import client, stage_of
from infra.stage import ForeignRegion, UnknownStage


def main() -> int:
    """Stores a new secret beside the newest one, and shows neither."""
    try:
        to = stage_of(os.environ)
    except (UnknownStage, ForeignRegion) as fault:
        print(fault, file=sys.stderr)
        return 2
    edge_secret.rotate(to, client("ssm", region_name=to.region))
    print(f"A new secret is stored. It is sent and accepted after: make deploy STAGE={to.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
