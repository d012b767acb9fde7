"""The verdict of GuardDuty Malware Protection for S3, which it writes as a tag on the version it scanned.

Source: Amazon GuardDuty User Guide, "Monitoring S3 object scans with GuardDuty managed tags". Only
GuardDuty's role may set a tag in the bucket (``infra/platform/protection/malware_scan.py``).
"""

from __future__ import annotations

from collections.abc import Mapping

from helsebro.documents.scan import Scan, ScanVerdict
from helsebro_aws.documents.quarantine import Quarantine

TAG = "GuardDutyMalwareScanStatus"
VERDICTS: Mapping[str, ScanVerdict] = {
    "NO_THREATS_FOUND": ScanVerdict.CLEAN,
    "THREATS_FOUND": ScanVerdict.THREAT,
    "UNSUPPORTED": ScanVerdict.UNSCANNABLE,
    "ACCESS_DENIED": ScanVerdict.UNSCANNABLE,
    "FAILED": ScanVerdict.UNSCANNABLE,
}
"""All values of the tag. GuardDuty does not scan an object again, so the last three never become clean."""


class NoVersions(Exception):
    """An error in ``infra``: without versions the tag and the bytes may belong to two different uploads."""


class GuardDutyTag:
    """Reads the tag of a file; the file itself can be read only once the tag says that it is clean."""

    def __init__(self, quarantine: Quarantine) -> None:
        self.quarantine = quarantine

    def scan(self, key: str) -> Scan | None:
        """Returns the scan of the newest file, None when there is none. Raises ``NoVersions``."""
        found = self.quarantine.tags(key)
        if found is None:
            return None
        tags, version = found
        if version is None:
            raise NoVersions()
        value = tags.get(TAG)
        verdict = ScanVerdict.PENDING if value is None else VERDICTS.get(value, ScanVerdict.UNSCANNABLE)
        return Scan(verdict, version)
