"""Attached file: what became of a file inside an accepted invoice (F2-13, promise 18).

It is never the basis of payment, so an invoice stays accepted whatever its files are. Its name is not kept:
a clinic may have written a person into it, and the number of the file says which one it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from helsebro.documents.rejection import RejectionReason
from helsebro.errors import Conflict
from helsebro.ids import InvoiceId

MOST_FILES = 10
"""Each is scanned and written anew by a process of its own; most systems attach one."""

AttachmentStatus = Literal["checking", "kept", "dropped"]
DropReason = Literal[RejectionReason, "too-many-files"]


@dataclass(frozen=True)
class AttachedFile:
    """A file by its ``number``, its place among the files of the document, from 1.

    ``digest`` is the SHA-256 (hex) of the bytes as sent, which the locked document repeats. ``content_type``
    and ``size``, in bytes, are those of the clean copy. ``reason`` is why a file was dropped.
    """

    invoice_id: InvoiceId
    number: int
    status: AttachmentStatus = "checking"
    digest: str | None = None
    content_type: str | None = None
    size: int | None = None
    reason: DropReason | None = None
    checked_at: datetime | None = None

    @property
    def is_decided(self) -> bool:
        """Whether it was kept or dropped, so that nothing needs the file as it was sent."""
        return self.status != "checking"

    def must_be_kept(self) -> None:
        """Raises ``Conflict`` unless there is a clean copy: only such a file is shown (promise 18)."""
        if self.status != "kept":
            raise Conflict("attachment-not-kept", attachmentStatus=self.status)


def undecided(invoice_id: InvoiceId, number: int) -> AttachedFile:
    """Returns a file before its check; only the first ``MOST_FILES`` of a document are checked."""
    if number > MOST_FILES:
        return AttachedFile(invoice_id, number, "dropped", reason="too-many-files")
    return AttachedFile(invoice_id, number)
