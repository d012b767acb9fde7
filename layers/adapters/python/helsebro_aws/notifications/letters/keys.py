"""The keys of letters in the ``cases`` table, and of the print queues."""

from __future__ import annotations

from helsebro.errors import NotFound
from helsebro.notifications.notification import LetterState
from helsebro_aws.dynamodb.keys import Key


def letter_key(payer: str, letter_id: str) -> Key:
    """Returns the key of a payer's letter. Raises ``NotFound`` for any id that is not a letter's."""
    if not letter_id.startswith("ltr_"):
        raise NotFound()
    return f"{payer}#{letter_id}", "LETTER"


def letters_in(payer: str, state: LetterState) -> str:
    """Returns the partition of the listing of a payer's letters in a state, the longest in it first."""
    return f"{payer}#letters#{state}"
