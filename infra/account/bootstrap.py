"""``make bootstrap STAGE=dev``: prepares the home region and ``us-east-1`` for CDK, once an account."""

from __future__ import annotations

import os
import sys

from infra import cdk
from infra.account.account import account_stage_of, client
from infra.account.command import command
from infra.stage import EDGE_REGION


@command
def main() -> int:
    """Runs ``cdk bootstrap`` for both regions and returns its exit code."""
    to = account_stage_of(os.environ)
    account = client(to, "sts").get_caller_identity()["Account"]
    targets = [f"aws://{account}/{region}" for region in (to.region, EDGE_REGION)]
    return cdk.run_as_caller(["bootstrap", *targets])


if __name__ == "__main__":
    sys.exit(main())
