"""The copy of an accepted document that is locked: without its attachments, and with their digests."""

from __future__ import annotations

from typing import Any

from helsebro_aws.invoices.attachments.embedded_files import content_of, places_of_files
from helsebro_aws.invoices.einvoice.document import opened
from helsebro_aws.invoices.einvoice.leaf import value
from helsebro_aws.invoices.einvoice.names import EMBEDDED_FILE, PREFIXES
from helsebro_aws.platform.stored_file import digest_of

HINTS = (b"schemaLocation", b"noNamespaceSchemaLocation")
SHA_256 = "http://www.w3.org/2001/04/xmlenc#sha256"


def locked_copy(body: bytes) -> bytes:
    """Returns the copy of a valid document; it is the document itself when nothing is taken out.

    The places of schemas (``xsi:schemaLocation``) are, which any text may stand for.

    Instead of an embedded file it holds the file's digest (SHA-256 in hex), as UBL says it of a file
    elsewhere. An embedded text that is no base64 is digested as it stands.
    """
    if EMBEDDED_FILE.encode() not in body and not any(hint in body for hint in HINTS):
        return body
    from lxml import etree

    root = opened(body).root
    for attachment, embedded in places_of_files(root):
        _replace(attachment, embedded, etree.SubElement)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))


def _replace(attachment: Any, embedded: Any, make: Any) -> None:
    elsewhere = attachment.find("cac:ExternalReference", PREFIXES)
    digest = digest_of(content_of(value(embedded)))
    attachment.remove(embedded)
    if elsewhere is not None:
        attachment.remove(elsewhere)
    reference = make(attachment, f"{{{PREFIXES['cac']}}}ExternalReference")
    uri = elsewhere.find("cbc:URI", PREFIXES) if elsewhere is not None else None
    if uri is not None:
        reference.append(uri)
    make(reference, f"{{{PREFIXES['cbc']}}}DocumentHash").text = digest
    make(reference, f"{{{PREFIXES['cbc']}}}HashAlgorithmMethod").text = SHA_256
