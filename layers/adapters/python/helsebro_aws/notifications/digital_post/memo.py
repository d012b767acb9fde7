"""MeMo: the message format of Denmark's Digital Post, version 1.1.

Source: the schema of namespace ``https://DigitalPost.dk/MeMo-1`` as the Agency for Digital Government's own
libraries write it (https://bitbucket.org/nc-dp/memo-lib-java), read on 29 November 2026 from
github.com/itk-dev/serviceplatformen (its client of Digital Post) and github.com/sjkp/digitalpost at 3fcb9fd.
"""

from __future__ import annotations

from base64 import b64encode
from datetime import datetime
from xml.etree import ElementTree

from helsebro.notifications.contact_record import Language
from helsebro_aws.dynamodb.record import instant
from helsebro_aws.notifications.outgoing import Rendered

MEMO = "https://DigitalPost.dk/MeMo-1"
LONGEST_LABEL = 255


def memo(
    message_uuid: str,
    rendered: Rendered,
    language: Language,
    *,
    sender: tuple[str, str],
    recipient: tuple[str, str],
    at: datetime,
) -> bytes:
    """Returns the message as XML.

    ``sender`` is the CVR number and name of who sends it, ``recipient`` the kind (``CPR`` or ``CVR``) and the
    number of who gets it.
    """
    ElementTree.register_namespace("memo", MEMO)
    message = ElementTree.Element(_name("Message"), {"memoVersion": "1.1", "memoSchVersion": "1.1.0"})
    header = _add(message, "MessageHeader")
    _add(header, "messageType", "DIGITALPOST")
    _add(header, "messageUUID", message_uuid)
    _add(header, "label", rendered.subject[:LONGEST_LABEL])
    _add(header, "mandatory", "false")
    _add(header, "legalNotification", "false")
    cvr, name = sender
    _identity(_add(header, "Sender"), "senderID", "CVR", cvr, name)
    kind, number = recipient
    _identity(_add(header, "Recipient"), "recipientID", kind, number)
    body = _add(message, "MessageBody")
    _add(body, "createdDateTime", instant(at))
    file = _add(_add(body, "MainDocument"), "File")
    _add(file, "encodingFormat", "text/plain")
    _add(file, "filename", "message.txt")
    _add(file, "language", language)
    _add(file, "content", b64encode(rendered.text.encode()).decode())
    written: bytes = ElementTree.tostring(message, encoding="utf-8", xml_declaration=True)
    return written


def _identity(of: ElementTree.Element, id_name: str, kind: str, number: str, label: str = "") -> None:
    _add(of, id_name, number)
    _add(of, "idType", kind)
    if label:
        _add(of, "label", label)


def _add(parent: ElementTree.Element, name: str, text: str | None = None) -> ElementTree.Element:
    made = ElementTree.SubElement(parent, _name(name))
    made.text = text
    return made


def _name(name: str) -> str:
    return f"{{{MEMO}}}{name}"
