"""The content of the page of a policy: for the policyholder, or for the payer's underwriting (R-1402)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from helsebro.notifications.contact_record import Language
from helsebro.notifications.preferences import FIELD_OF
from local.mailbox.portal.person_page import addresses
from local.mailbox.portal.portal_frame import part, record, words


def title(language: Language) -> str:
    """Returns the title of the page."""
    return str(words(language)["policy"])


def content(answers: Sequence[Any], language: Language) -> str:
    """Returns the content for the API's answers: a policy, its contact and its messages.

    The contact and the messages are None where the API refuses them.
    """
    policy, contact, sent = answers
    known, premium, term = words(language), policy["premium"], policy["term"]
    parts = [
        part(known["number"], [policy["number"]]),
        part(known["policyholder"], [policy["policyholder"]["name"]]),
        part(known["product"], [policy["product"]]),
        part(known["term"], [f"{term['from']} – {term['until']}"] if term else []),
        part(known["ends"], [policy["endsOn"] or ""]),
        part(known["changes"], [_change(each, known) for each in policy["changes"]]),
        part(known["nextDue"], [premium["nextDueOn"] or ""]),
        part(known["reminders"], [_reminder(each, known) for each in premium["reminders"]]),
        part(known["status"], [known["suspended"]] if premium["suspended"] else []),
        part(known["contact"], addresses(contact, known)) if contact else "",
        part(known["sent"], [_message(each, known) for each in sent["items"]]) if sent else "",
    ]
    return record(policy["policyId"], parts)


def _change(change: Mapping[str, Any], known: Mapping[str, Any]) -> str:
    return str(known["endsOn" if change["ends"] else "changesOn"]).format(day=change["effectiveOn"])


def _reminder(reminder: Mapping[str, Any], known: Mapping[str, Any]) -> str:
    return str(known["paid" if reminder["paidOn"] else "reminder"]).format(**reminder)


def _message(sent: Mapping[str, Any], known: Mapping[str, Any]) -> str:
    channel = known["channels"][FIELD_OF[sent["channel"]]]
    return f"{sent['plannedAt'][:10]} {sent['kind']}, {channel}: {known['sentStates'][sent['state']]}"
