"""``make unlock STAGE=dev``: removes the lock that a killed deployment left."""

from __future__ import annotations

import os
import sys

from infra.account import lock
from infra.account.account import account_stage_of, client
from infra.account.command import command


@command
def main() -> int:
    """Removes the lock, unless CloudFormation still changes a stack."""
    to = account_stage_of(os.environ)
    parameters = client(to, "ssm")
    lock.must_be_idle(to, client(to, "cloudformation"), parameters)
    try:
        parameters.delete_parameter(Name=lock.name_of(to))
    except parameters.exceptions.ParameterNotFound:
        print(f"{to.name} has no lock.")
        return 0
    print(f"The lock of {to.name} is removed.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
