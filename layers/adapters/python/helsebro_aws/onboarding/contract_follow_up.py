"""After a contract was sent: it expires on its last day, and its workflow goes on once it has an end.

A token is gone when its execution has ended. Then the workflow starts again, finds the contract as it is and
goes on; its steps repeat no effect. After a signature no step is left, so nothing starts again.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from helsebro.ids import ClinicId
from helsebro.onboarding.contract import ContractChanged
from helsebro_aws.dynamodb.retry import retry_on_conflict
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.onboarding.contract_papers import ContractPapers
from helsebro_aws.onboarding.dynamo_contracts import DynamoContracts, happened
from helsebro_aws.onboarding.signatory_check import settling
from helsebro_aws.platform import clock
from helsebro_aws.tasks.follow_ups import FollowUps
from helsebro_aws.tasks.workflow import WaitingWorkflows

FollowedUp = Literal[
    "contract.expired", "contract.has-ended", "workflow.resumed", "workflow.started-again", "workflow.gone"
]


@dataclass(frozen=True)
class ContractFollowUp:
    """Ends contracts that no one signed, and resumes the workflows of those that have an end.

    The PDF of a contract that was declined or has expired is removed, and so is what no contract names.
    """

    contracts: DynamoContracts = field(default_factory=DynamoContracts)
    papers: ContractPapers = field(default_factory=ContractPapers)
    workflows: WaitingWorkflows = field(default_factory=WaitingWorkflows)
    follow_ups: FollowUps = field(default_factory=FollowUps)
    on: Tables = tables

    def expire(self, clinic_id: ClinicId) -> FollowedUp:
        """Stores that an open contract can no longer be signed, with its event; run again it does nothing."""
        return retry_on_conflict(lambda: self._expire(clinic_id), ContractChanged)

    def resume(self, clinic_id: ClinicId) -> FollowedUp:
        """Hands what became of the contract to its workflow. Raises ``Unavailable``."""
        known = self.contracts.waiting(clinic_id)
        if known is None or known.contract.is_open or known.is_resumed:
            return "contract.has-ended"
        self.papers.remove_unneeded(known.contract)
        outcome: FollowedUp = "workflow.resumed"
        if not self.workflows.resume(known.token, {"contract": known.contract.status}):
            outcome = "workflow.gone"
            if known.contract.status != "signed":
                self.workflows.start(known.started_by)
                outcome = "workflow.started-again"
        self.contracts.resume(clinic_id)
        return outcome

    def _expire(self, clinic_id: ClinicId) -> FollowedUp:
        before = self.contracts.known(clinic_id)
        if before is None or not before.is_open:
            return "contract.has-ended"
        after = before.expired()
        closing, closed = settling(self.follow_ups, before, clock.now())
        self.on.commit(
            [self.contracts.change(before, after), *closing],
            events=[happened("contract.expired", after), *closed],
        )
        return "contract.expired"
