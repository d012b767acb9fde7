"""The text of a message, encrypted and bound to its thread and its own id (promise 21)."""

from __future__ import annotations

import json

from helsebro.ids import MessageId, ThreadId
from helsebro_aws.platform import field_encryption


def sealed(thread_id: ThreadId, message_id: MessageId, text: str) -> str:
    """Returns the encrypted text. Raises ``Unavailable``.

    The messages of a thread have one context, so that a page of them needs one client of KMS; the id inside
    says whose text it is.
    """
    plain = json.dumps({"messageId": message_id, "text": text}, ensure_ascii=False)
    return field_encryption.encrypt(plain, **_context(thread_id))


def opened(thread_id: ThreadId, message_id: MessageId, sealed_text: str) -> str:
    """Returns the text. Raises ``Unavailable``, ``EncryptionRefused`` for that of another message."""
    read = json.loads(field_encryption.decrypt(sealed_text, **_context(thread_id)))
    if read["messageId"] != message_id:
        raise field_encryption.EncryptionRefused("another message")
    return str(read["text"])


def _context(thread_id: ThreadId) -> dict[str, str]:
    return {"table": "cases", "field": "message", "thread": thread_id}
