"""``make seal-certificate``: checks the certificate chain of a stage's seal and stores it for the functions.

    STAGE=dev AWS_REGION=eu-north-1 FILE=chain.pem make seal-certificate

The file is PEM: the seal's own certificate first, then its issuers'. A chain with a fault is not stored.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from botocore.exceptions import BotoCoreError, ClientError

from helsebro_aws.guarantees.pdf.certificate_chain import BadChain, chain_of
from helsebro_aws.guarantees.pdf.seal import KmsKey
from helsebro_aws.platform import clients, clock
from helsebro_aws.platform.settings import Settings
from infra.platform.protection.seal_names import certificate_parameter, key_alias

NEEDED = ("STAGE", "AWS_REGION", "FILE")


def main(environment: Mapping[str, str] = os.environ) -> int:
    """Stores the chain, or prints every fault; returns 0, or 2 when nothing was stored."""
    missing = [name for name in NEEDED if not environment.get(name)]
    if missing:
        return _refuse([f"Settings are missing: {'=… '.join(missing)}=… make seal-certificate"])
    file, stage = Path(environment["FILE"]), environment["STAGE"]
    try:
        text = file.read_text("ascii")
        ends = store(text, stage, Settings(environment))
    except OSError:
        return _refuse([f"The file {file} cannot be read."])
    except UnicodeDecodeError:
        return _refuse([f"The file {file} is not PEM; a trust service also offers its certificates as PEM."])
    except BadChain as bad:
        return _refuse([*bad.faults, "Nothing was stored."])
    except (ClientError, BotoCoreError) as error:
        return _refuse([f"AWS refused: {error}", "Nothing was stored."])
    print(f"Stored in {certificate_parameter(stage)}; renew it before {ends}.")
    print("A function that is running uses it after its next start, within a few hours.")
    return 0


def store(text: str, stage: str, settings: Settings) -> str:
    """Stores a valid chain and returns the day on which the first of it ends. Raises ``BadChain``."""
    chain = chain_of(text, KmsKey(settings, key_alias(stage)).public_key, clock.now())
    clients.client("ssm", settings).put_parameter(
        Name=certificate_parameter(stage), Value=text, Type="String", Tier="Advanced", Overwrite=True
    )
    return min(certificate.not_valid_after_utc for certificate in chain).date().isoformat()


def _refuse(faults: list[str]) -> int:
    print("\n".join(faults), file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
