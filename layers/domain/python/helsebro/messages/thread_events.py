"""The events of a thread: a message received or sent, an answer that stops the clock, a hand-over."""

from __future__ import annotations

from datetime import datetime

from helsebro.claims.urgent.staff_call import staff_called
from helsebro.events import Event
from helsebro.messages.message import ThreadMessage
from helsebro.messages.thread import Thread

RECEIVED = {False: "message.received", True: "enquiry.received"}
SENT = {False: "message.sent", True: "enquiry.sent"}
ANSWERED = {False: "message.answered", True: "enquiry.answered"}
"""The types of the events of a case, and of an enquiry before one."""


def of_message(before: Thread, after: Thread, message: ThreadMessage) -> list[Event]:
    """Returns the events of a new message; a note among the staff has none.

    ``message.received`` begins the clock when it is the ``first`` that waits. What the staff send is
    ``message.sent``; it answers what waited before. Those of an enquiry are ``enquiry.received``, and so on.
    Words that suggest an acute need call the staff at once, and the event says that they are ``called``. Who
    wrote under a mandate is told of the answer.
    """
    if message.note:
        return []
    data = {**after.named(), "messageId": message.message_id}
    if message.side == "member":
        first = "yes" if after.waits_for == message.message_id else "no"
        # Also when another message waits already: these words cannot (F3-22). No one is mailed twice.
        called = [staff_called(after.payer, after.named(), message.at)] if message.need else []
        mailed = {"called": "yes"} if called else {}
        told = {**data, "first": first, **mailed}
        received = Event(RECEIVED[after.is_enquiry], message.at, after.payer, told)
        return [received, *called]
    # The member has no page of an enquiry by its id: who is told of an answer is the person.
    reader: dict[str, str] = {"personId": after.person_id} if after.is_enquiry else {}
    if before.holder_id:
        reader = {**reader, "holderId": before.holder_id, "also": "holder"}
    return [
        Event(SENT[after.is_enquiry], message.at, after.payer, {**data, **reader}),
        *of_answer(before, after, message.at),
    ]


def of_answer(before: Thread, after: Thread, at: datetime) -> list[Event]:
    """Returns the event that ends the clock of the message that waited, if it does not wait any more."""
    if before.waits_for is None or after.waits_for is not None:
        return []
    data = {**after.named(), "messageId": before.waits_for}
    return [Event(ANSWERED[after.is_enquiry], at, after.payer, data)]


def handed_over(after: Thread, at: datetime) -> Event:
    """Returns the event that a case has moved to other staff, who are told by mail.

    It names the message that waits, whose clock goes with it.
    """
    about = {"about": "enquiry" if after.is_enquiry else "case"}
    waits = {"messageId": after.waits_for} if after.waits_for else {}
    return Event("thread.handed-over", at, after.payer, {**after.named(), **about, **waits})
