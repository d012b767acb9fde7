"""The ids that the logs are searched for: only those of our own forms, never a free text.

A text that a person types could be a name or a national number, and a search is itself logged by AWS.
"""

from __future__ import annotations

import re

from infra.account.command import CommandFault

EXACT = (
    re.compile(r"[a-z]{3}_[0-9a-v]{26}"),
    re.compile(r"[0-9A-Fa-f]{8}-([0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}"),
)
"""The ids in the order of time (of events, deliveries) and UUIDs: no other text looks like these."""
OTHERS = (
    re.compile(r"[a-z]{2,5}_(?=[a-z0-9-]*[a-z])[a-z0-9-]{2,80}"),
    re.compile(r"(?=[^=]*[A-Za-z])[A-Za-z0-9_-]{15}="),
)
"""The other ids of the API, and the request ids of API Gateway, which are the correlation ids of calls that
bring none."""
NUMBER_OF_A_PERSON = re.compile(r"\d{6}-?\d{4,5}")


def wanted_id(text: str) -> str:
    """Returns the id. Raises ``CommandFault``, whose text does not repeat what was typed."""
    is_exact = any(form.fullmatch(text) for form in EXACT)
    is_other = any(form.fullmatch(text) for form in OTHERS) and not NUMBER_OF_A_PERSON.search(text)
    if is_exact or is_other:
        return text
    raise CommandFault(
        "ID is not an id of ours: write ID=clm_…, tsk_…, evt_…, another id of the API, or a correlation id "
        "that is a UUID or came from the API. Names and national numbers are in no log."
    )
