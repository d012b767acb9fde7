"""Denmark's Digital Post: one MeMo by its REST interface.

Only public senders may use it (the act on Digital Post from public senders), so only a municipality as payer.
An insurer's letters would go to e-Boks or mit.dk by private agreement; neither publishes an interface for
senders.

Source: "Digital Post - Technical Integration" 1.43, https://digitaliser.dk/digital-post/vejledninger, as the
client generated from its OpenAPI document has it (github.com/sjkp/digitalpost at 3fcb9fd, ``SendMemoAsync``),
read on 29 November 2026: POST ``memos/?memo-message-uuid=``, the account as Basic authorization and our
certificate by TLS; 201 with a receipt, 400, 401 and 403 with an error, 503 with a receipt.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Mapping
from typing import Any

from helsebro_aws.notifications.digital_post.credentials import Credentials
from helsebro_aws.notifications.digital_post.provider_call import Provider
from helsebro_aws.notifications.outgoing import NotSent, Undeliverable
from helsebro_aws.notifications.outlets.provider_faults import OutcomeUnknown
from helsebro_aws.webhooks.safe_call import CallAnswer

REFUSED = frozenset({"INVALID", "NOT_ALLOWED"})
"""The states of a receipt whose message was not taken."""


def send(provider: Provider, known_by: Credentials, message_uuid: str, message: bytes) -> str:
    """Sends a MeMo and returns the id of its transmission.

    Raises ``Undeliverable`` when the recipient is refused, ``NotSent``, ``OutcomeUnknown``.
    """
    account = b64encode(f"{known_by.account}:{known_by.secret}".encode()).decode()
    headers = {
        "content-type": "application/xml",
        "accept": "application/json",
        "authorization": f"Basic {account}",
    }
    answer = provider.post(f"/memos/?memo-message-uuid={message_uuid}", message, headers)
    if answer.status >= 500 and answer.status != 503:
        raise OutcomeUnknown(str(answer.status))
    said = _json(answer)
    if answer.status == 201 and said.get("receiptStatus") not in REFUSED:
        return str(said.get("transmissionId") or message_uuid)
    code = str(said.get("errorCode") or said.get("code") or answer.status)
    if answer.status in (201, 400) and _is_about_recipient(code, said):
        raise Undeliverable("recipient-refused")
    raise NotSent(code)


def _is_about_recipient(code: str, said: Mapping[str, Any]) -> bool:
    fields = [str(fault.get("field", "")) for fault in said.get("fieldErrors") or ()]
    return any("recipient" in name.lower() for name in (code, *fields))


def _json(answer: CallAnswer) -> Mapping[str, Any]:
    try:
        read = json.loads(answer.body)
    except ValueError:
        return {}
    return read if isinstance(read, dict) else {}
