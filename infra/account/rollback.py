"""``make rollback STAGE=dev``: every function runs the code from before the last deployment, at once.

It changes no data, no route and no right. The next ``make deploy`` deploys the checkout again.
"""

from __future__ import annotations

import os
import sys

from infra.account import lock, releases
from infra.account.account import client, stage_of
from infra.stage import ForeignRegion, UnknownStage


def main() -> int:
    """Moves the functions back and prints each. Returns 2 when there is nothing to take back."""
    try:
        to = stage_of(os.environ)
        lock.must_be_idle(to, client("cloudformation", region_name=to.region))
        moved = releases.take_back(
            to, client("lambda", region_name=to.region), client("ssm", region_name=to.region)
        )
    except (UnknownStage, ForeignRegion, lock.DeploymentRuns, releases.NothingToTakeBack) as fault:
        print(fault, file=sys.stderr)
        return 2
    for name, (until_now, from_now) in sorted(moved.items()):
        print(f"{name:<24} version {until_now} → {from_now}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
