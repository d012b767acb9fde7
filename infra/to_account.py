"""``make deploy``: the app to the AWS account of the caller's credentials.

    MEMBER_ISSUER=… MEMBER_CLIENT=… STAFF_ISSUER=… STAFF_CLIENT=… \\
    PUBLIC_URL=… SUPPORT_EMAIL=… SUPPORT_PHONE=… make deploy

The account and region must be bootstrapped for CDK once: ``cdk bootstrap``.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping

from infra import cdk
from infra.parameters import GIVEN


def main() -> int:
    """Deploys, or says which settings are missing."""
    missing = [_variable(name) for name in GIVEN if not os.environ.get(_variable(name))]
    if missing:
        print(f"Say where to and with whom: {'=… '.join(missing)}=… make deploy", file=sys.stderr)
        return 2
    given = [part for name in GIVEN for part in ("--parameters", f"{name}={os.environ[_variable(name)]}")]
    command = [*cdk.command(), "deploy", "--all", "--context", "stage=account", *given]
    return subprocess.run(command, env=_environment(), check=False).returncode


def _environment() -> Mapping[str, str]:
    """The caller's own, credentials and all, with the wheel's Node in front."""
    return {**os.environ, **cdk.with_node_in_front(os.environ.get("PATH", ""))}


def _variable(name: str) -> str:
    """``MemberIssuer`` is given as ``MEMBER_ISSUER``."""
    return "".join(f"_{letter}" if letter.isupper() else letter for letter in name).strip("_").upper()


if __name__ == "__main__":
    sys.exit(main())
