"""``make rollback STAGE=dev``: every function runs the code from before the last deployment, at once.

It changes no data, no route and no right. The next ``make deploy`` deploys the checkout again.
"""

from __future__ import annotations

import os
import sys

from infra.account import lock, releases
from infra.account.account import account_stage_of, client
from infra.account.command import command


@command
def main() -> int:
    """Moves the functions back and prints each. Returns 2 when there is nothing to take back."""
    to = account_stage_of(os.environ)
    parameters = client(to, "ssm")
    lock.must_be_idle(to, client(to, "cloudformation"), parameters)
    moved = releases.take_back(to, client(to, "lambda"), parameters)
    for name, (until_now, from_now) in sorted(moved.items()):
        print(f"{name:<24} version {until_now} → {from_now}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
