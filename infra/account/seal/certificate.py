"""``make seal-certificate``: checks the certificate chain of a stage's seal and stores it for the functions.

    STAGE=dev AWS_REGION=eu-north-1 FILE=chain.pem make seal-certificate

The file is PEM: the seal's own certificate first, then its issuers'. A chain with a fault is not stored.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from helsebro.errors import Unavailable
from helsebro_aws.papers.certificate_chain import BadChain, chain_of
from helsebro_aws.papers.seal import KmsKey
from helsebro_aws.platform import clients, clock
from infra.account.account import account_stage_of
from infra.account.command import CommandFault, command
from infra.account.seal.request import AWS_IS_SILENT, key_of_seal
from infra.platform.protection.seal_names import certificate_parameter, key_alias


@command
def main(environment: Mapping[str, str] = os.environ) -> int:
    """Stores the chain, or prints every fault; returns 0, or 2 when nothing was stored."""
    if not environment.get("FILE") or not environment.get("STAGE"):
        raise CommandFault("Settings are missing: make seal-certificate STAGE=dev FILE=chain.pem")
    to, text = account_stage_of(environment), _read(Path(environment["FILE"]))
    parameter = certificate_parameter(to)
    try:
        ends = store(text, parameter, key_of_seal(key_alias(to), to.region, environment))
    except BadChain as bad:
        raise CommandFault("\n".join([*bad.faults, "Nothing was stored."])) from None
    except Unavailable:
        raise CommandFault(AWS_IS_SILENT) from None
    print(f"Stored in {parameter}; renew it before {ends}.")
    print("A function that is running uses it after its next start, within a few hours.")
    return 0


def store(text: str, parameter: str, key: KmsKey) -> str:
    """Stores a valid chain and returns the day on which the first of it ends. Raises ``BadChain``."""
    chain = chain_of(text, key.public_key, clock.real_now())
    clients.client("ssm", key.settings).put_parameter(
        Name=parameter, Value=text, Type="String", Tier="Advanced", Overwrite=True
    )
    return min(certificate.not_valid_after_utc for certificate in chain).date().isoformat()


def _read(file: Path) -> str:
    try:
        return file.read_text("ascii")
    except OSError:
        raise CommandFault(f"The file {file} cannot be read.") from None
    except UnicodeDecodeError:
        raise CommandFault(
            f"The file {file} is not PEM; a trust service also offers its certificates as PEM."
        ) from None


if __name__ == "__main__":
    sys.exit(main())
