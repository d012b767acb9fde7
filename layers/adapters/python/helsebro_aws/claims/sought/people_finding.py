"""Finds the persons of one payer by what a caller can say: a number, a phone number, a name, a case."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import islice

from helsebro import ids
from helsebro.errors import NotFound
from helsebro.ids import PersonId
from helsebro.policies.insured import Insured
from helsebro.policies.sought.name_words import name_words
from helsebro.policies.sought.phone_digits import phone_digits, stated_code
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.dynamodb.tables import Item, Tables, tables
from helsebro_aws.identity import pseudonym
from helsebro_aws.policies.dynamo_insured import DynamoPeople
from helsebro_aws.policies.keys import sought_among_contacts, sought_at
from helsebro_aws.policies.sought.sought_rows import is_of_country, name_digest, phone_digest

MOST_FOUND = 20
MOST_ROWS = 1000
"""The most rows that are read for one search: a name that more persons share needs a date of birth."""
PAGE = 200


@dataclass(frozen=True)
class FoundPeople:
    """The latest enrolment of each person who was found, and whether no one was left out."""

    people: tuple[Insured, ...]
    is_complete: bool = True


class PeopleFinding:
    """Finds persons at one payer; a person whom only another payer insures is never found."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables, self.people, self.claims = on, DynamoPeople(on), DynamoClaims(on)

    def by_number(self, payer: str, country: str, number: str, born_on: date | None) -> FoundPeople:
        """Returns the person of a CPR number or fødselsnummer. Raises ``Unavailable``."""
        return self._insured(payer, [pseudonym.person_id(country, number)], born_on)

    def by_case(self, payer: str, number: str, born_on: date | None) -> FoundPeople:
        """Returns the person of a case, by the number in its letters or by its id."""
        try:
            claim_id = ids.claim_numbered(payer, number)
            found = [self.claims.find(claim_id).person_id] if ids.payer_of(claim_id) == payer else []
        except NotFound:
            found = []
        return self._insured(payer, found, born_on)

    def by_phone(self, payer: str, phone: str, born_on: date | None) -> FoundPeople:
        """Returns those who have entered a phone number, or whose enrolment names it.

        A number with the code of a country finds those of that country, one without any.
        """
        digits = phone_digits(phone)
        if digits is None:
            return FoundPeople(())
        digest, code = phone_digest(digits), stated_code(phone)
        read = [self._rows(sought_at(payer, digest)), self._rows(sought_among_contacts(digest))]
        whole = max(map(len, read)) < MOST_ROWS
        enrolled, entered = ([row for row in rows if is_of_country(row, code)] for rows in read)
        of_payer = [row for row in enrolled if born_on is None or row["bornOn"] == born_on.isoformat()]
        # Whoever entered it may be insured elsewhere: that costs a read for each, so there are fewer.
        named = [*_people(of_payer), *islice(_people(entered), MOST_FOUND * 2)]
        return self._insured(payer, named, born_on, whole)

    def by_name(self, payer: str, name: str, born_on: date | None) -> FoundPeople:
        """Returns those whose name has all these words, or words that begin so."""
        asked = name_words(name)
        if not asked.words:
            return FoundPeople(())
        rows = self._rows(sought_at(payer, name_digest(payer, asked.narrowest)))
        meant = [
            row
            for row in rows
            if asked.are_in(name_words(row["name"]))
            and (born_on is None or row["bornOn"] == born_on.isoformat())
        ]
        return self._insured(payer, _people(meant), born_on, len(rows) < MOST_ROWS)

    def _rows(self, partition: str) -> list[Item]:
        table = self.tables.settings.people_table
        return list(islice(self.tables.query_all(table, partition, page_size=PAGE), MOST_ROWS))

    def _insured(
        self, payer: str, named: Iterable[PersonId], born_on: date | None, is_complete: bool = True
    ) -> FoundPeople:
        """Returns those whom the payer insures, by name; one more than are shown says that some are not."""
        found: list[Insured] = []
        for person_id in dict.fromkeys(named):
            if len(found) > MOST_FOUND:
                break
            places = self.people.insured(payer, person_id)
            latest = max(places, key=lambda place: place.enrolled_on, default=None)
            if latest and born_on in (None, latest.born_on):
                found.append(latest)
        shown = sorted(found[:MOST_FOUND], key=lambda each: (each.name, each.person_id))
        return FoundPeople(tuple(shown), is_complete and len(found) <= MOST_FOUND)


def _people(rows: Iterable[Item]) -> list[PersonId]:
    return [PersonId(row["personId"]) for row in rows]
