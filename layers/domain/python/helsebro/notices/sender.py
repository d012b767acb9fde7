"""Sender: which party sends a notice, and which notices a caller may send (R-1403–R-1412)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from helsebro.caller import Caller
from helsebro.errors import BadInput, Fault, NotAllowed
from helsebro.notices.notice import SENT_BY, Kind, Notice, Side


def side_of(caller: Caller, kind: Kind) -> Side:
    """Returns the party that sends a notice which names none: an employer its own, staff the usual one."""
    return SENT_BY[kind][0] if caller.payer else "policyholder"


def must_be_own(caller: Caller, notice: Notice, today: date) -> None:
    """An employer sends its own notices, today; underwriting also stores what came on paper.

    Raises ``NotAllowed`` for a notice of the other party, ``BadInput`` for one of another day.
    """
    if caller.payer:
        return
    if notice.by != "policyholder" or notice.by not in SENT_BY[notice.kind] or notice.kind == "agreed":
        raise NotAllowed("notice-of-the-other-party")
    if notice.sent_on != today:
        raise BadInput([Fault("/sentOn", "sent-today", today.isoformat())])


def answered(earlier: Iterable[Notice], notice_id: str | None) -> Notice | None:
    """Returns the earlier notice that a notice answers, None for one that answers none.

    Raises ``BadInput`` when there is no such notice about the policy.
    """
    if notice_id is None:
        return None
    known = next((notice for notice in earlier if notice.notice_id == notice_id), None)
    if known is None:
        raise BadInput([Fault("/noticeId", "notice-unknown", "")])
    return known
