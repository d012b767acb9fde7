"""The clean copy of a file: what is kept of it, written anew from what can be read in it (promise 18)."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field

from helsebro.documents.file_content import fault_in
from helsebro.documents.referral_hint import UNREADABLE, ReferralHint
from helsebro_aws.documents.rewriting import bounded_process
from helsebro_aws.documents.rewriting.unwritable import Unwritable

PDF = "application/pdf"
WRITTEN_AS = {PDF: PDF, "image/png": "image/png", "image/jpeg": "image/jpeg", "image/heic": "image/jpeg"}
"""The type of the copy by the type of the file: few programs open a HEIC."""


Read = Callable[[str, bytes, str], bytes]
"""Does a task with the bytes of a file of a type, as ``bounded_process.read``."""


@dataclass(frozen=True)
class CleanCopy:
    """The bytes of a file written anew, their type, and whether they hold text that a machine reads."""

    content: bytes
    content_type: str
    has_text: bool
    read: Read = field(default=bounded_process.read, repr=False, compare=False)

    def referral_hint(self) -> ReferralHint:
        """Returns what a referral seems to lack; of a PDF that cannot be read, that it cannot."""
        if not self.has_text:
            return UNREADABLE
        try:
            found = json.loads(self.read("hint", self.content, PDF))
        except Unwritable:
            return UNREADABLE
        return ReferralHint(found["readable"], tuple(found["absent"]), found["little"])


def written_anew(content: bytes, content_type: str, read: Read = bounded_process.read) -> CleanCopy:
    """Returns the clean copy of a file of an announced type. Raises ``Unwritable``."""
    reason = fault_in(content, content_type)
    if reason:
        raise Unwritable(reason)
    written = read("copy", content, content_type)
    has_text = written[:1] == bounded_process.WITH_TEXT
    return CleanCopy(written[1:], WRITTEN_AS[content_type], has_text, read)
