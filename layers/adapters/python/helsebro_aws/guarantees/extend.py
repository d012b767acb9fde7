"""After an approved extension: replaces the guarantee's papers with new ones, then notifies the clinic.

Stopped at any point and run again, it ends with the papers of the current guarantee and one event (promise
4): the commit that stores ``toldAt`` also stores the event, and fails when the guarantee is no longer the
printed one.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from helsebro.claims.claim import Claim
from helsebro.claims.consenting.passing_on import is_told
from helsebro.errors import Conflict
from helsebro.events import Event
from helsebro.guarantees.extension import Extension
from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import ExtensionId
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.dynamodb.retry import retry_on_conflict
from helsebro_aws.dynamodb.tables import Operation, Tables, tables
from helsebro_aws.guarantees import frame
from helsebro_aws.guarantees.dynamo_extensions import DynamoExtensions
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees
from helsebro_aws.guarantees.issue import GuaranteeIssue
from helsebro_aws.http.problems import LANGUAGES
from helsebro_aws.platform import clock

ATTEMPTS = 4
"""Each attempt prints the paper again."""


@dataclass(frozen=True)
class GuaranteeExtension:
    """Prints the papers of extended guarantees; ``issue`` prints each as it printed the first one."""

    on: Tables = tables
    extensions: DynamoExtensions = field(default_factory=DynamoExtensions)
    guarantees: DynamoGuarantees = field(default_factory=DynamoGuarantees)
    claims: DynamoClaims = field(default_factory=DynamoClaims)
    issue: GuaranteeIssue = field(default_factory=GuaranteeIssue)

    def run(self, extension_id: ExtensionId) -> Guarantee:
        """Prints an extended guarantee, notifies its clinic and returns it.

        Raises ``NotFound``, ``Conflict``, ``Unavailable``.
        """
        return retry_on_conflict(lambda: self._run(extension_id), Conflict, attempts=ATTEMPTS)

    def _run(self, extension_id: ExtensionId) -> Guarantee:
        extension = self.extensions.find(extension_id)
        guarantee = self.guarantees.find(extension.guarantee_id)
        if extension.told_at or extension.status != "approved":
            return guarantee
        claim = self.claims.find(extension.claim_id)
        self.issue.print_papers(guarantee, claim)
        operations: list[Operation] = [
            self.claims.unchanged(claim),
            self.extensions.replacement(extension, extension.notified(clock.now())),
            frame.printed(self.guarantees.table, guarantee, LANGUAGES),
        ]
        self.on.commit(operations, events=_events(extension, guarantee, claim))
        return guarantee


def _events(extension: Extension, guarantee: Guarantee, claim: Claim) -> list[Event]:
    """Returns the event of the extension; none for a guarantee that has been revoked since.

    It is for the clinic too while the consent is in force.
    """
    if guarantee.status == "revoked":
        return []
    told = is_told(claim, guarantee.clinic_id)
    return [Event("guarantee.extended", clock.now(), guarantee.payer, extension.named(), told)]
