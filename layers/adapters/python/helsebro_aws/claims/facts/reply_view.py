"""Reply view: a member's answer to a question of the staff, as answers show it."""

from __future__ import annotations

from typing import Any

from helsebro.claims.facts.case_fact import MemberReply
from helsebro_aws.dynamodb.record import to_item


def reply_shown(reply: MemberReply) -> dict[str, Any]:
    """Returns an answer to a question of the staff, and the paper that answers, if one does."""
    shown = {"question": reply.question, "text": reply.text, "at": to_item(reply.at), "by": reply.by}
    return {**shown, **({"documentId": reply.document_id} if reply.document_id else {})}
