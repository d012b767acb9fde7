"""Finds the national number of a guarantee's person in a document, by comparing pseudonyms.

The number itself is stored nowhere, so each number in the document is made a pseudonym and compared with the
person's. No finding tells a found number from one that only looks like it, and one document compares only so
many: who sends invoices cannot use them to guess at the number of a client.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from helsebro.identity.person_numbers import candidates
from helsebro.ids import PersonId
from helsebro.invoices.invoice import Passage

MOST_NUMBERS = 2_000
"""Different numbers with a birthday in them: 90 lines that each give a day and an hour have about 400."""


def named_at(
    passages: Sequence[Passage], person_id: PersonId, person_of: Callable[[str, str], PersonId]
) -> frozenset[str] | None:
    """Returns the places that hold the person's number; None when the document has too many numbers.

    ``person_of`` returns the id of the person with a country's number. Raises what it raises.
    """
    compared: dict[tuple[str, str], bool] = {}
    found = set()
    for passage in passages:
        for candidate in candidates(passage.text):
            if candidate not in compared:
                if len(compared) == MOST_NUMBERS:
                    return None
                compared[candidate] = person_of(*candidate) == person_id
            if compared[candidate]:
                found.add(passage.location)
    return frozenset(found)
