"""Suggestions: who may treat a client whom a clinic declined, as the search finds them near that clinic."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace

from helsebro.errors import BadInput, NotFound
from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import ClinicId
from helsebro.network.address import Address
from helsebro.network.matching import Match, SearchCriteria
from helsebro.network.practitioner import FirstFree
from helsebro.network.why import reasons_for, why_sentence
from helsebro.tasks.declined_match import Suggestion
from helsebro_aws.calendars.practitioner_search import PractitionerSearch
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.http.problems import LANGUAGES
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from helsebro_aws.network.dynamo_practitioners import DynamoPractitioners

MOST = 3


class MatchSuggestions:
    """Finds suggestions on DynamoDB."""

    def __init__(self, on: Tables = tables) -> None:
        self.search = PractitionerSearch(on)
        self.clinics, self.practitioners = DynamoClinics(on), DynamoPractitioners(on)

    def instead_of(self, guarantee: Guarantee, refused: Iterable[ClinicId] = ()) -> tuple[Suggestion, ...]:
        """Returns the best three for a guarantee, best first, without those who declined its client, and
        without the clinics that its client ``refused``.
        """
        address = self._address(guarantee)
        postcode = address.postcode if address and address.country == guarantee.country else None
        near = SearchCriteria(
            guarantee.country,
            guarantee.treatment,
            guarantee.match.problem if guarantee.match else None,
            postcode,
            leaves_out=(*guarantee.declined_by, *((each, None) for each in refused)),
        )
        return tuple(_suggestion(found, first, near) for found, first in self._found(near))

    def _found(self, criteria: SearchCriteria) -> list[tuple[Match, FirstFree | None]]:
        with suppress(BadInput):
            return self.search.best(criteria, MOST)
        # No search begins at a postcode that is not known.
        return self.search.best(replace(criteria, postcode=None), MOST)

    def _address(self, guarantee: Guarantee) -> Address | None:
        """Returns where the client was to be treated: near there the client can come."""
        match = guarantee.match
        clinic_id = match.clinic_id if match else guarantee.clinic_id
        practitioner_id = match.practitioner_id if match else guarantee.practitioner_id
        with suppress(NotFound):
            if practitioner_id:
                return self.practitioners.find(practitioner_id).address
            if clinic_id:
                return self.clinics.find(clinic_id).address
        return None


def _suggestion(match: Match, first_free: FirstFree | None, near: SearchCriteria) -> Suggestion:
    reasons = reasons_for(match, near, first_free)
    return Suggestion(
        match.practitioner.practitioner_id,
        match.practitioner.clinic_id,
        match.practitioner.name,
        match.row.clinic_name,
        tuple(reason.code for reason in reasons),
        {language: why_sentence(reasons, language) for language in LANGUAGES},
    )
