"""Finds the national number of a guarantee's person in a document, by comparing pseudonyms.

The number itself is stored nowhere, so each number in the document is made a pseudonym and compared with the
person's. How often that is done for a clinic is bounded: who sends invoices cannot use them to guess at the
number of a client.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from helsebro.identity.person_numbers import candidates, may_be_someones
from helsebro.ids import PersonId
from helsebro.invoices.client.client_search import (
    MOST_NUMBERS,
    MOST_WRITTEN,
    ClientSearch,
    can_be_searched,
    guesses_in,
)
from helsebro.invoices.invoice import Passage


def search_for(
    passages: Sequence[Passage],
    person_id: PersonId,
    person_of: Callable[[str, str], PersonId],
    may_guess: Callable[[int], bool],
) -> ClientSearch:
    """Returns what the search for the person's number found.

    ``person_of`` returns the id of the person with a country's number, ``may_guess`` whether the clinic may
    have so many more guesses answered. Raises what they raise.
    """
    places: dict[tuple[str, str], set[str]] = {}
    written = 0
    for passage in passages:
        for candidate in candidates(passage.text):
            written += 1
            places.setdefault(candidate, set()).add(passage.location)
        if len(places) > MOST_NUMBERS or written > MOST_WRITTEN:
            return ClientSearch(None)
    if not can_be_searched([number for _, number in places]):
        return ClientSearch(None)
    guesses = guesses_in([number for country, number in places if may_be_someones(country, number)])
    if guesses and not may_guess(guesses):
        return ClientSearch(None, is_withheld=True)
    found = (place for candidate, place in places.items() if person_of(*candidate) == person_id)
    return ClientSearch(frozenset().union(*found), guesses)
