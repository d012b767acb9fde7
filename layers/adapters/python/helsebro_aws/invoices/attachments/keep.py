"""The keeping of an accepted invoice's files: scanned, written anew and kept, or dropped (promise 18).

Killed between any two steps and run again it has the same outcome: a file is put into quarantine once, the
copy is stored before the row that names it, and the file as sent is deleted only after that.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime

from helsebro.documents.file_content import type_named
from helsebro.documents.scan import REJECTIONS, Scan, ScanVerdict
from helsebro.ids import InvoiceId
from helsebro.invoices.attachments.attached_file import AttachedFile, DropReason
from helsebro.invoices.received_invoice import ReceivedInvoice
from helsebro_aws.documents.malware_scan import scan_of
from helsebro_aws.documents.quarantine import Quarantine
from helsebro_aws.documents.rewriting.clean_copy import CleanCopy, written_anew
from helsebro_aws.documents.rewriting.unwritable import Unwritable
from helsebro_aws.invoices.attachments.attachment_files import AttachmentFiles, quarantine_key
from helsebro_aws.invoices.attachments.dynamo_attachments import DecidedBefore, DynamoAttachments
from helsebro_aws.invoices.attachments.embedded_files import EmbeddedFile, embedded_files
from helsebro_aws.invoices.dynamo_invoices import DynamoInvoices
from helsebro_aws.invoices.originals import InvoiceOriginals
from helsebro_aws.platform import clock
from helsebro_aws.platform.stored_file import digest_of


@dataclass(frozen=True)
class AttachmentKeeping:
    """Keeps the files of one invoice after the other; ``now`` is its clock."""

    invoices: DynamoInvoices = field(default_factory=DynamoInvoices)
    originals: InvoiceOriginals = field(default_factory=InvoiceOriginals)
    files: DynamoAttachments = field(default_factory=DynamoAttachments)
    copies: AttachmentFiles = field(default_factory=AttachmentFiles)
    quarantine: Quarantine = field(default_factory=Quarantine)
    scanned: Callable[[str, Quarantine], Scan | None] = scan_of
    write: Callable[[bytes, str], CleanCopy] = written_anew
    now: Callable[[], datetime] = clock.now

    def run(self, invoice_id: InvoiceId) -> tuple[AttachedFile, ...]:
        """Returns the files of the invoice; what is not decided waits for its scan, or for another run.

        A run writes one file anew, which may take as long as the function has. Raises ``NotFound``.
        """
        invoice = self.invoices.find(invoice_id)
        found = self.files.of(invoice)
        if not all(each.is_decided for each in found):
            found = self._checked(invoice, found)
        for each in found:
            if each.is_decided:
                self.quarantine.delete(quarantine_key(invoice_id, each.number))
        return found

    def _checked(self, invoice: ReceivedInvoice, found: tuple[AttachedFile, ...]) -> tuple[AttachedFile, ...]:
        sent = {each.number: each for each in embedded_files(self.originals.as_received(invoice) or b"")}
        waiting = [each for each in found if not each.is_decided]
        # All of them are put there first, so that they are scanned at the same time.
        scans = {each.number: self._scan(each, sent.get(each.number)) for each in waiting}
        after = {each.number: each for each in found}
        for each in waiting:
            scan = scans[each.number]
            after[each.number] = self._decided(each, sent.get(each.number), scan)
            if scan and scan.verdict is ScanVerdict.CLEAN:
                # Another run writes the next one.
                break
        return tuple(after.values())

    def _scan(self, each: AttachedFile, file: EmbeddedFile | None) -> Scan | None:
        """Returns the scan of a file, which it first puts into quarantine; None of one that needs none."""
        content_type = type_named(file.media_type) if file else None
        if file is None or content_type is None:
            return None
        key = quarantine_key(each.invoice_id, each.number)
        found = self.scanned(key, self.quarantine)
        if found is None:
            self.quarantine.put_once(key, file.content, content_type)
            found = self.scanned(key, self.quarantine)
        return found

    def _decided(self, each: AttachedFile, file: EmbeddedFile | None, scan: Scan | None) -> AttachedFile:
        """Returns the file kept or dropped, or as it is while its scan is pending."""
        if file is None:
            return self._dropped(each, "file-missing")
        named = replace(each, digest=file.digest)
        content_type = type_named(file.media_type)
        if content_type is None:
            return self._dropped(named, "content-type-differs")
        if scan is None or scan.verdict is ScanVerdict.PENDING:
            return each
        if scan.verdict is not ScanVerdict.CLEAN:
            return self._dropped(named, REJECTIONS[scan.verdict])
        return self._written(named, scan, content_type)

    def _written(self, named: AttachedFile, scan: Scan, content_type: str) -> AttachedFile:
        # The bytes of the version that was scanned, which must be those of the document.
        content = self.quarantine.content(quarantine_key(named.invoice_id, named.number), scan.version)
        if content is None or digest_of(content) != named.digest:
            return self._dropped(named, "file-missing")
        try:
            copy = self.write(content, content_type)
        except Unwritable as refused:
            return self._dropped(named, refused.reason)
        kept = replace(
            named,
            status="kept",
            content_type=copy.content_type,
            size=len(copy.content),
            checked_at=self.now(),
        )
        # Before the row: a crash in between leaves an unused copy, never a dead link.
        self.copies.keep(kept, copy.content)
        return self._stored(kept)

    def _dropped(self, file: AttachedFile, reason: DropReason) -> AttachedFile:
        return self._stored(replace(file, status="dropped", reason=reason, checked_at=self.now()))

    def _stored(self, decided: AttachedFile) -> AttachedFile:
        with suppress(DecidedBefore):
            self.files.decide(decided)
        return decided
