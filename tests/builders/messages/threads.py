"""Messages of cases and enquiries, the staff's inbox and canned answers, made through the handlers."""

from __future__ import annotations

from typing import Any

from tests.builders.calls import Answered, ask, event, member, staff
from tests.builders.policies import ANNA

BEFORE_A_CASE = "/v1/me/messages"


def caseworker(sub: str = "s-1", **claims: Any) -> dict[str, Any]:
    """Returns the claims of a caseworker at Tryg."""
    return staff("caseworker", sub=sub, **claims)


def of_case(claim_id: str) -> str:
    """Returns the path of the messages of a case."""
    return f"/v1/claims/{claim_id}/messages"


def of_enquiry(enquiry_id: str) -> str:
    """Returns the path of an enquiry, as the staff know it."""
    return f"/v1/enquiries/{enquiry_id}/messages"


def write(
    path: str, text: str | None = "Hvad sker der?", by: Any = None, key: str = "", **more: Any
) -> Answered:
    """Returns the answer to a message, of Anna's by default."""
    body = {**({"text": text} if text is not None else {}), **more}
    return _asked("POST", path, by or member(ANNA), body, key)


def written(path: str, text: str | None = "Hvad sker der?", by: Any = None, **more: Any) -> str:
    """Writes a message and returns its id."""
    answer = write(path, text, by, **more)
    assert answer.status == 201, answer.body
    return str(answer.body["messageId"])


def listed(path: str, by: Any = None) -> Answered:
    """Returns the answer to a list of messages."""
    return _asked("GET", path, by or member(ANNA))


def texts(path: str, by: Any = None) -> list[str]:
    """Returns what stands in a thread, newest first."""
    return [message["text"] for message in listed(path, by).body["items"]]


def read_up_to(path: str, message_id: str, by: Any = None) -> Answered:
    """Returns the answer to reading up to a message."""
    return _asked("PUT", f"{path}/read", by or member(ANNA), {"messageId": message_id})


def inbox(query: str = "", by: Any = None) -> Answered:
    """Returns the inbox of the staff."""
    from functions.messages.inbox.handler import handler

    return ask(handler, event("GET", f"/v1/inbox{query}", by=by or caseworker()))


def waiting(query: str = "", by: Any = None) -> list[str]:
    """Returns the threads of the inbox in their order."""
    return [entry["threadId"] for entry in inbox(query, by).body["items"]]


def in_inbox(what: str, body: Any = None, by: Any = None, key: str = "") -> Answered:
    """Returns the answer to a change in the inbox: ``{threadId}/hand-over``, say."""
    from functions.messages.inbox.handler import handler

    method = "PUT" if what.endswith("/assignee") else "POST"
    return ask(handler, event(method, f"/v1/inbox/{what}", by=by or caseworker(), body=body, key=key))


def set_canned(key: str = "papers", by: Any = None, payer: str = "tryg", **changes: Any) -> Answered:
    """Returns the answer to setting a canned answer."""
    from functions.messages.canned_answers.handler import handler

    texts = {language: f"{language}: {{{{ payer }}}}" for language in ("da", "nb", "en")}
    body = {"title": "Papirer", "texts": texts, **changes}
    path = f"/v1/payers/{payer}/canned-answers/{key}"
    return ask(handler, event("PUT", path, by=by or caseworker(), body=body))


def read_canned(path: str = "", by: Any = None, payer: str = "tryg") -> Answered:
    """Returns a payer's canned answers, or one of them."""
    from functions.messages.canned_answers.handler import handler

    return ask(handler, event("GET", f"/v1/payers/{payer}/canned-answers{path}", by=by or caseworker()))


def _asked(method: str, path: str, by: Any, body: Any = None, key: str = "") -> Answered:
    if path.startswith("/v1/claims/"):
        from functions.messages.messages.handler import handler
    else:
        from functions.messages.enquiries.handler import handler
    return ask(handler, event(method, path, by=by, body=body, key=key))
