"""A scanner for the embedded stack, which has no GuardDuty: it finds the harmless test virus EICAR.

``signatures.json`` holds each byte sequence as hexadecimal text, so that no scanner objects to this file. The
deflated form is the one inside ZIP archives and packed PDF streams.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from helsebro.documents.scan import Scan, ScanVerdict
from helsebro_aws.documents.quarantine import Quarantine


class Signatures:
    """Compares a file in quarantine with a list of known byte sequences."""

    def __init__(self, quarantine: Quarantine) -> None:
        self.quarantine = quarantine

    def scan(self, key: str) -> Scan | None:
        """Returns the scan of the newest file, None when there is none."""
        found = self.quarantine.newest(key)
        if found is None:
            return None
        content, version = found
        infected = any(signature in content for signature in signatures().values())
        return Scan(ScanVerdict.THREAT if infected else ScanVerdict.CLEAN, version)


@cache
def signatures() -> dict[str, bytes]:
    """Returns name → byte sequence for every signature."""
    text = Path(__file__).with_name("signatures.json").read_text()
    return {name: bytes.fromhex(sequence) for name, sequence in json.loads(text).items()}
