"""``make unlock STAGE=dev``: removes the lock that a killed deployment left."""

from __future__ import annotations

import os
import sys

from infra.account import lock
from infra.account.account import client, stage_of
from infra.stage import ForeignRegion, UnknownStage


def main() -> int:
    """Removes the lock, unless CloudFormation still changes a stack."""
    try:
        to = stage_of(os.environ)
        lock.must_be_idle(to, client("cloudformation", region_name=to.region))
    except (UnknownStage, ForeignRegion, lock.DeploymentRuns) as fault:
        print(fault, file=sys.stderr)
        return 2
    parameters = client("ssm", region_name=to.region)
    try:
        parameters.delete_parameter(Name=lock.name_of(to))
    except parameters.exceptions.ParameterNotFound:
        print(f"{to.name} has no lock.")
        return 0
    print(f"The lock of {to.name} is removed.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
