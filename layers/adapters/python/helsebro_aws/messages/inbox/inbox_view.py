"""The inbox in answers: a case with who works on it, and what became of one subject of many."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from helsebro.ids import EnquiryId
from helsebro.messages.thread import Thread
from helsebro_aws.dynamodb.record import instant
from helsebro_aws.http.problems import texts
from helsebro_aws.messages.shown.message_view import subject_shown
from helsebro_aws.policies.enrolled.registered_names import NamedPerson, RegisteredNames

if TYPE_CHECKING:
    from helsebro_aws.messages.inbox.answering_many import SubjectResult
    from helsebro_aws.messages.inbox.inbox_answer import InboxEntryAnswer, SubjectResultAnswer


def entries_shown(threads: Sequence[Thread]) -> list[InboxEntryAnswer]:
    """Returns cases and enquiries as the staff see them in the inbox, with the names of their persons."""
    people = [NamedPerson(each.person_id, each.payer, each.policy_id) for each in threads]
    names = RegisteredNames().of(people)
    return [{**entry_kept(thread), "personName": names.get(thread.person_id)} for thread in threads]


def entry_kept(thread: Thread) -> InboxEntryAnswer:
    """Returns a case or an enquiry without a name, as the receipt of a call keeps it."""
    shown: InboxEntryAnswer = {
        "threadId": thread.thread_id,
        "personId": thread.person_id,
        "queue": thread.queue,
        "language": thread.language,
        "waitsSince": instant(thread.waits_since) if thread.waits_since else None,
        "need": thread.need,
        "changedAt": instant(thread.changed_at),
        "assignee": subject_shown(thread.assignee) if thread.assignee else None,
        "messages": thread.count,
        "unread": thread.count - thread.read_up_to("staff"),
    }
    if thread.is_enquiry:
        shown["enquiryId"] = EnquiryId(thread.thread_id)
    else:
        shown["claimId"] = thread.claim_id
    return shown


def result_shown(result: SubjectResult, language: str) -> SubjectResultAnswer:
    """Returns what became of one subject, in a language."""
    if result.code:
        title = texts().get(result.code, {}).get(language, [result.code])[0]
        return {"subject": result.subject, "sent": False, "code": result.code, "title": title}
    shown: SubjectResultAnswer = {"subject": result.subject, "sent": True, "taskClosed": result.closed}
    if result.message_id:
        shown["messageId"] = result.message_id
    return shown
