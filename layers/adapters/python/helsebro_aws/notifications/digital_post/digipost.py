"""Digipost, Norway: one signed message by its REST interface, version 8.

Sources, read on 29 November 2026: the signature and headers,
https://digipost.github.io/digipost-technical-docs/api-spec (``header.html``, ``response-codes.html``) and
https://www.digipost.no/plattform/api/v8/sikkerhet; the multipart request,
https://www.digipost.no/plattform/api/v7/referanse/send; the schema ``api_v8.xsd`` and the error codes,
github.com/digipost/digipost-api-client-java at 646ebf8.
"""

from __future__ import annotations

import hashlib
from base64 import b64encode
from datetime import datetime
from email.utils import format_datetime
from xml.etree import ElementTree

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa

from helsebro_aws.notifications.digital_post.credentials import Credentials
from helsebro_aws.notifications.digital_post.provider_call import Provider
from helsebro_aws.notifications.outgoing import NotSent, Rendered, Undeliverable
from helsebro_aws.notifications.outlets.provider_faults import OutcomeUnknown
from helsebro_aws.webhooks.safe_call import CallAnswer

SCHEMA = "http://api.digipost.no/schema/v8"
MEDIA = "vnd.digipost-v8+xml"
PATH = "/messages"
NO_MAILBOX = frozenset({"UNKNOWN_RECIPIENT", "MISSING_RECIPIENT"})
SENT_BEFORE = frozenset({"DUPLICATE_MESSAGE", "DIGIPOST_MESSAGE_ALREADY_DELIVERED", "MESSAGE_ALREADY_SENT"})
"""The id of the message was used before: an earlier attempt has arrived, and nothing is sent twice."""


def send(
    provider: Provider,
    known_by: Credentials,
    message_uuid: str,
    rendered: Rendered,
    recipient: tuple[str, str],
    at: datetime,
) -> str:
    """Sends a message and returns its id, which is the same for each attempt.

    ``recipient`` is the element that names the recipient (``personal-identification-number`` or
    ``organisation-number``) and its number. ``at`` is real time: Digipost refuses a date that is off by five
    minutes. Raises ``Undeliverable`` for a recipient without a mailbox, ``NotSent``, ``OutcomeUnknown``.
    """
    message = _message(message_uuid, rendered, recipient)
    body = _multipart(message_uuid, message, rendered.text.encode())
    headers = {
        "accept": f"application/{MEDIA}",
        "content-type": f"multipart/{MEDIA}; boundary={message_uuid}",
        **signed("POST", PATH, body, known_by, at),
    }
    answer = provider.post(PATH, body, headers)
    if answer.status in (200, 201):
        return message_uuid
    code = _code(answer)
    if code in SENT_BEFORE:
        return message_uuid
    if answer.status >= 500:
        raise OutcomeUnknown(code)
    if answer.status == 404 or code in NO_MAILBOX:
        raise Undeliverable(code)
    raise NotSent(code)


def signed(method: str, path: str, body: bytes, known_by: Credentials, at: datetime) -> dict[str, str]:
    """Returns the headers that sign a request without parameters."""
    date = format_datetime(at, usegmt=True)
    digest = b64encode(hashlib.sha256(body).digest()).decode()
    to_sign = canonical(method, path, date, digest, known_by.account)
    key = serialization.load_pem_private_key(known_by.key.encode(), None)
    assert isinstance(key, rsa.RSAPrivateKey)
    signature = key.sign(to_sign.encode(), padding.PKCS1v15(), hashes.SHA256())
    return {
        "Date": date,
        "X-Content-SHA256": digest,
        "X-Digipost-UserId": known_by.account,
        "X-Digipost-Signature": b64encode(signature).decode(),
    }


def canonical(method: str, path: str, date: str, digest: str, account: str) -> str:
    """Returns the text that is signed: each line ends with a line feed, the last one is the parameters'."""
    lines = (
        method.upper(),
        path.lower(),
        f"date: {date}",
        f"x-content-sha256: {digest}",
        f"x-digipost-userid: {account}",
        "",
    )
    return "".join(f"{line}\n" for line in lines)


def _message(message_uuid: str, rendered: Rendered, recipient: tuple[str, str]) -> bytes:
    ElementTree.register_namespace("", SCHEMA)
    message = ElementTree.Element(_name("message"))
    _add(message, "message-id", message_uuid)
    element, number = recipient
    _add(_add(message, "recipient"), element, number)
    document = _add(message, "primary-document")
    _add(document, "uuid", message_uuid)
    _add(document, "subject", rendered.subject[:255])
    _add(document, "file-type", "txt")
    _add(document, "authentication-level", "TWO_FACTOR")
    # The sender is a health insurer: subject and sender show only after the login.
    _add(document, "sensitivity-level", "SENSITIVE")
    written: bytes = ElementTree.tostring(message, encoding="utf-8", xml_declaration=True)
    return written


def _multipart(message_uuid: str, message: bytes, text: bytes) -> bytes:
    parts = ((f"application/{MEDIA}", "message", message), ("text/plain", message_uuid, text))
    written = [
        f"--{message_uuid}\r\nContent-Type: {kind}\r\n"
        f'Content-Disposition: attachment; filename="{name}"\r\n\r\n'.encode()
        + content
        + b"\r\n"
        for kind, name, content in parts
    ]
    return b"".join([*written, f"--{message_uuid}--\r\n".encode()])


def _code(answer: CallAnswer) -> str:
    """Returns the code of an error; its text may quote the request and is never kept."""
    try:
        found = ElementTree.fromstring(answer.body).findtext(_name("error-code"))
    except ElementTree.ParseError:
        found = None
    return found or str(answer.status)


def _add(parent: ElementTree.Element, name: str, text: str | None = None) -> ElementTree.Element:
    made = ElementTree.SubElement(parent, _name(name))
    made.text = text
    return made


def _name(name: str) -> str:
    return f"{{{SCHEMA}}}{name}"
