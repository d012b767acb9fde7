"""Messages: words between members and staff, the staff's inbox, and canned answers."""

from __future__ import annotations

from infra import grants
from infra.areas import Area
from infra.parts import Parts
from infra.platform.protection.encrypted_fields import HOLDER, MESSAGE
from infra.small_function import SmallFunction

AREA = Area.CASES


def add_functions(parts: Parts) -> None:
    """Only these functions encrypt and decrypt the text of a message."""
    cases, people = parts.tables.cases, parts.tables.people
    messages = parts.function("messages")
    # A message may answer a question about the case, a refund or an extension, whose papers it may name.
    grants.items(parts, messages, cases, "get", "get-many", "query", "put", "update")
    # A holder who wrote has the name that is in the mandate.
    grants.decrypt_field(parts, messages, HOLDER)
    # The cover, for what the claim needs after the answer.
    grants.items(parts, messages, people, "get-many", "query")
    _reads_and_writes(parts, messages)

    enquiries = parts.function("enquiries")
    grants.items(parts, enquiries, cases, "get", "query", "put")
    # Which payers insure the member.
    grants.items(parts, enquiries, people, "get-many", "query")
    _reads_and_writes(parts, enquiries)

    inbox = parts.function("inbox")
    # A follow-up task that is answered is closed in the same step. The query names the colleagues.
    grants.items(parts, inbox, cases, "get", "get-many", "list", "put", "query", "update")
    # The names of the persons who write.
    grants.items(parts, inbox, people, "get-many", "query")
    _writes(parts, inbox)

    canned = parts.function("canned_answers")
    grants.identify_members(parts, canned)
    grants.items(parts, canned, cases, "get", "query", "list", "put")


def _reads_and_writes(parts: Parts, function: SmallFunction) -> None:
    _writes(parts, function)
    grants.decrypt_field(parts, function, MESSAGE)


def _writes(parts: Parts, function: SmallFunction) -> None:
    grants.identify_members(parts, function)
    # A canned answer names its payer.
    grants.payers(parts, function, "get")
    grants.store_events(parts, function)
    grants.keep_answers(parts, function, of_health=True)
    grants.encrypt_field(parts, function, MESSAGE)
