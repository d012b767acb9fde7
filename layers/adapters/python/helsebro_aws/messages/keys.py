"""The keys of threads, their messages and canned answers in the ``cases`` table, and of the inbox."""

from __future__ import annotations

from helsebro import ids
from helsebro.errors import NotFound
from helsebro.ids import ClaimId, MessageId, ThreadId
from helsebro_aws.claims.keys import claim_partition
from helsebro_aws.dynamodb.keys import LAST, Key, case_partition

MESSAGES = "MESSAGE#"
THREAD = "THREAD"
CANNED = "CANNED#"
LAST_MESSAGE = f"{MESSAGES}{LAST}"
DIGITS = 12
NO_ONE = "none"
"""In the listing by assignee, the cases that no one has taken."""


def thread_partition(thread_id: ThreadId) -> str:
    """Returns the partition of a thread: that of its claim, or one of its own for an enquiry.

    Raises ``NotFound`` for any other id.
    """
    if thread_id.startswith("clm_"):
        return claim_partition(ClaimId(thread_id))
    root = ids.claim_of(thread_id)
    if thread_id != f"enq_{root.removeprefix('clm_')}":
        raise NotFound()
    return case_partition(thread_id)


def thread_key(thread_id: ThreadId) -> Key:
    """Returns the key of a thread."""
    return thread_partition(thread_id), THREAD


def assigned_key(thread_id: ThreadId) -> Key:
    """Returns the key of the item that lists a thread by its assignee."""
    return thread_partition(thread_id), "ASSIGNED"


def message_key(thread_id: ThreadId, message_id: MessageId) -> Key:
    """Returns the key of a message of a thread. Raises ``NotFound`` for an id of another thread."""
    if not message_id.startswith("msg_") or case_partition(message_id) != thread_partition(thread_id):
        raise NotFound()
    return thread_partition(thread_id), message_at(ids.number_of(message_id))


def message_at(number: int) -> str:
    """Returns the sort key of the message with a number."""
    return f"{MESSAGES}{number:0{DIGITS}d}"


def number_at(sort_key: str) -> int:
    """Returns the number of the message with a sort key."""
    return int(sort_key.removeprefix(MESSAGES))


def inbox_of(payer: str, queue: str) -> str:
    """Returns the listing of a queue's threads: what waits first, longest first, then the others."""
    return f"{payer}#inbox#{queue}"


def inbox_of_assignee(payer: str, queue: str, assignee: str | None) -> str:
    """Returns the listing of a queue's threads that someone works on, or no one, in the same order."""
    return f"{payer}#inbox#{queue}#{assignee or NO_ONE}"


def colleagues_of(payer: str) -> str:
    """Returns the partition of the staff of a payer who have worked in its inbox."""
    return f"{payer}#colleagues"


def colleague_key(payer: str, subject: str) -> Key:
    """Returns the key of a colleague."""
    return colleagues_of(payer), f"STAFF#{subject}"


def canned_partition(payer: str) -> str:
    """Returns the partition of a payer's canned answers."""
    return f"{payer}#canned-answers"


def canned_key(payer: str, key: str) -> Key:
    """Returns the key of a canned answer."""
    return canned_partition(payer), f"{CANNED}{key}"


def canned_of_clause(payer: str, clause: str) -> str:
    """Returns the listing of a payer's canned answers for denials that rest on a clause."""
    return f"{payer}#canned-answers#{clause}"
