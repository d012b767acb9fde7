"""Sender: which party sends a notice, and which notices a caller may send (R-1403–R-1412)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from helsebro.caller import Caller
from helsebro.errors import BadInput, Fault, NotAllowed
from helsebro.notices.notice import SENT_BY, Notice, NoticeKind, NoticeParty


def party_of(caller: Caller, kind: NoticeKind) -> NoticeParty:
    """Returns the default sender: for an employer itself, for staff the usual party of that kind."""
    return SENT_BY[kind][0] if caller.payer else "policyholder"


def must_be_own(caller: Caller, notice: Notice, today: date) -> None:
    """Raises unless the caller may send the notice. Underwriting also stores notices that came on paper.

    An employer sends its own notices, dated today. Raises ``NotAllowed`` for a notice of the other party,
    ``BadInput`` for one of another day.
    """
    if caller.payer:
        return
    if notice.by != "policyholder" or notice.by not in SENT_BY[notice.kind] or notice.kind == "agreed":
        raise NotAllowed("notice-of-the-other-party")
    if notice.sent_on != today:
        raise BadInput([Fault("/sentOn", "sent-today", today.isoformat())])


def answered(earlier: Iterable[Notice], notice_id: str | None) -> Notice | None:
    """Returns the earlier notice that a notice answers, None when ``notice_id`` is None.

    Raises ``BadInput`` when there is no such notice about the policy.
    """
    if notice_id is None:
        return None
    known = next((notice for notice in earlier if notice.notice_id == notice_id), None)
    if known is None:
        raise BadInput([Fault("/noticeId", "notice-unknown", "")])
    return known
