"""Scan: what a malware scanner says about one version of an uploaded file (promise 18)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from helsebro.documents.rejection import RejectionReason


class ScanVerdict(StrEnum):
    """Only ``pending`` changes later; ``unscannable`` is a file that the scanner could not open."""

    CLEAN = "clean"
    THREAT = "threat"
    UNSCANNABLE = "unscannable"
    PENDING = "pending"


REJECTIONS: Mapping[ScanVerdict, RejectionReason] = {
    ScanVerdict.THREAT: "file-harmful",
    ScanVerdict.UNSCANNABLE: "file-not-scanned",
}
"""Why a document is rejected for its verdict. A clean file still has to be written anew."""

LONGEST_WAIT_SECONDS = 60


@dataclass(frozen=True)
class Scan:
    """A verdict and the version of the file that it is about.

    ``version`` is the storage's own id; None when the bucket keeps no versions. A file uploaded later under
    the same name has another version, which this verdict says nothing about.
    """

    verdict: ScanVerdict
    version: str | None


def seconds_to_wait(looks: int) -> int:
    """Returns the seconds until the next look at a pending scan, after so many looks: 5, 10, 15 … 60.

    Most scans end within seconds, so the member waits little; later looks are a minute apart.
    """
    return min(5 * looks, LONGEST_WAIT_SECONDS)
