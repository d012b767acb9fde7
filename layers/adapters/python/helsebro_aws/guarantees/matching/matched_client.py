"""The client of a match, as the clinic that staff chose reads them (F1-10, F1-19, F1-20)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from helsebro.claims.claim import Claim
from helsebro.errors import NotFound
from helsebro.guarantees.client_here import ClientHere
from helsebro.guarantees.guarantee import Guarantee
from helsebro.policies.insured import Insured
from helsebro_aws.dynamodb.record import to_item
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.guarantees.matching.match_warnings import warnings_about
from helsebro_aws.guarantees.matching.treated_problem import problem_of
from helsebro_aws.platform import clock
from helsebro_aws.policies.dynamo_insured import DynamoPeople
from helsebro_aws.policies.dynamo_payers import DynamoPayers

if TYPE_CHECKING:
    from typing import Literal

    from helsebro_aws.guarantees.matching.match_answer import (
        InsurerAnswer,
        MatchedClientAnswer,
        MatchWarningAnswer,
    )


class ReachedBy(Protocol):
    """How a client is reached; the context of notifications stores it."""

    @property
    def phone(self) -> str | None:
        """The phone number, if it is known."""

    @property
    def email(self) -> str | None:
        """The e-mail address, if it is known."""

    @property
    def language(self) -> Literal["da", "nb", "en"]:
        """The language that the person is written to in."""

    @property
    def of(self) -> Literal["client", "guardian"]:
        """Whose addresses these are: those of the client, or of a guardian of a child under 15."""


ReachedByOf = Callable[[Claim, Sequence[Insured]], ReachedBy]
"""Returns how the client of a case, with these enrolments at its payer, is reached."""


class MatchedClients:
    """Reads clients; ``reached_by`` returns how one is reached."""

    def __init__(self, reached_by: ReachedByOf, on: Tables = tables) -> None:
        self.reached_by, self.people, self.payers = reached_by, DynamoPeople(on), DynamoPayers(on)

    def of(self, here: ClientHere, claim: Claim, language: str) -> dict[str, Any]:
        """Returns ``client``, ``insurer`` and ``warnings`` for the matched clinic.

        Nothing for another, or when it ended: with the course there, the guarantee or the consent.
        ``language`` is that of the warnings.
        """
        if not here.shows_client(claim, clock.now()):
            return {}
        places = self.people.insured(claim.payer, claim.person_id)
        if not places:
            raise NotFound()
        reached = self.reached_by(claim, places)
        shown = {"client": _client(claim, places, reached), "insurer": self._insurer(here.guarantee)}
        return {**shown, "warnings": warnings_about(reached, language)}

    def warnings(self, claim: Claim, language: str) -> list[MatchWarningAnswer]:
        """Returns what would keep a clinic from contacting the client of a claim in time."""
        places = self.people.insured(claim.payer, claim.person_id)
        return warnings_about(self.reached_by(claim, places), language)

    def _insurer(self, guarantee: Guarantee) -> InsurerAnswer:
        payer = self.payers.find(guarantee.payer)
        contact: Any = to_item(guarantee.contact)
        return {"payer": payer.slug, "name": payer.name, "contact": contact}


def _client(claim: Claim, places: Sequence[Insured], reached: ReachedBy) -> MatchedClientAnswer:
    own = next((place for place in places if place.policy_id == claim.policy_id), places[0])
    client: MatchedClientAnswer = {
        "name": own.name,
        "problem": problem_of(claim),
        "language": reached.language,
    }
    if reached.phone:
        client["phone"], client["phoneOf"] = reached.phone, reached.of
    return client
