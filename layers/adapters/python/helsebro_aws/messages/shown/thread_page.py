"""A page of a thread: its messages, and what was asked and answered in its case, newest first."""

from __future__ import annotations

import re
from functools import cache

from helsebro.claims.claim import Claim
from helsebro.errors import BadInput, Fault
from helsebro.messages.asked import AskedEntry
from helsebro.messages.merged_page import MergedPage, ThreadPlace
from helsebro.messages.message import ThreadMessage
from helsebro.messages.thread import Thread
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.messages.dynamo_threads import DynamoThreads
from helsebro_aws.messages.shown.message_view import DueOf, entry_shown, message_shown
from helsebro_aws.messages.shown.writer_names import WriterNames
from helsebro_aws.platform import clock

CURSOR = re.compile(r"([0-9]{1,12}):([0-9]{1,6})")


def page_shown(
    call: Call, threads: DynamoThreads, thread: Thread, due_of: DueOf, claim: Claim | None = None
) -> HttpAnswer:
    """Returns a page of a thread, of a claim or of none; staff also see their notes."""
    due_once = cache(due_of)
    asked = _asked_in(claim)
    page = MergedPage(call.limit(), _place(call.cursor(), thread, len(asked)), asked)
    notes = bool(call.caller.payer)
    messages, read_to = threads.page(thread, page.limit, page.place.number, notes=notes)
    following = page.filled(messages, read_to)
    names = WriterNames(thread, claim, call.caller, call.language).of(page.shown, clock.now())
    items = []
    for each, name in zip(page.shown, names, strict=True):
        if isinstance(each, ThreadMessage):
            is_answer = each.number in page.answering
            items.append(message_shown(each, thread, call, due_once, name, is_answer=is_answer))
        elif claim:
            items.append(entry_shown(each, thread, _words(each, claim, call), call.language, name))
    cursor = f"{following.number}:{following.entries}" if following else None
    return HttpAnswer(200, {"items": items, "nextCursor": cursor})


def _place(cursor: str | None, thread: Thread, entries: int) -> ThreadPlace:
    """Returns where the page begins. Raises ``BadInput`` (400) for a cursor of another list."""
    if not cursor:
        return ThreadPlace(thread.count + 1, entries)
    found = CURSOR.fullmatch(cursor)
    if found is None:
        raise BadInput([Fault("/cursor", "unknown-cursor", "")], malformed=True)
    return ThreadPlace(int(found[1]), min(int(found[2]), entries))


def _asked_in(claim: Claim | None) -> list[AskedEntry]:
    if claim is None:
        return []
    # Here, so that an enquiry loads nothing of cases.
    from helsebro_aws.messages.shown.asked_in_case import asked_in

    return asked_in(claim)


def _words(entry: AskedEntry, claim: Claim, call: Call) -> str:
    if not entry.facts:
        return entry.text
    # Here, so that a case in which no facts were asked for loads no questions of facts.
    from helsebro_aws.messages.shown.asked_words import words_of

    return words_of(entry, claim, call.language)
