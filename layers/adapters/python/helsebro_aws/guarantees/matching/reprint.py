"""After a match and after its end: prints the guarantee's papers again, which name its clinic.

Stopped at any point and run again, it ends with the papers of the guarantee as it is (promise 4).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from helsebro.errors import Conflict
from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import GuaranteeId
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.dynamodb.retry import retry_on_conflict
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.guarantees import frame
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees, GuaranteeChanged
from helsebro_aws.guarantees.issue import GuaranteeIssue
from helsebro_aws.http.problems import LANGUAGES

ATTEMPTS = 4
"""Each attempt prints the papers again."""


@dataclass(frozen=True)
class GuaranteeReprint:
    """Prints papers again; ``issue`` prints them as it printed the first ones."""

    on: Tables = tables
    guarantees: DynamoGuarantees = field(default_factory=DynamoGuarantees)
    claims: DynamoClaims = field(default_factory=DynamoClaims)
    issue: GuaranteeIssue = field(default_factory=GuaranteeIssue)

    def run(self, guarantee_id: GuaranteeId) -> Guarantee:
        """Prints the papers of a guarantee and returns it; a revoked one keeps its last papers.

        Raises ``NotFound``, ``Conflict``, ``Unavailable``.
        """
        return retry_on_conflict(lambda: self._run(guarantee_id), Conflict, attempts=ATTEMPTS)

    def _run(self, guarantee_id: GuaranteeId) -> Guarantee:
        guarantee = self.guarantees.find(guarantee_id)
        if guarantee.status == "revoked":
            return guarantee
        self.issue.print_papers(guarantee, self.claims.find(guarantee.claim_id))
        self.on.commit([frame.printed(self.guarantees.table, guarantee, LANGUAGES)])
        now = self.guarantees.find(guarantee_id)
        # Another match may have been printed meanwhile, and then replaced by this older one.
        if (now.clinic_id, now.practitioner_id) != (guarantee.clinic_id, guarantee.practitioner_id):
            raise GuaranteeChanged()
        return guarantee
