"""Deciding an extension: stores task, extension, extended guarantee and reservation in one commit.

The guarantee is valid for the further sessions from that commit on; ``extend`` then prints its new paper and
notifies the clinic.
"""

from __future__ import annotations

from helsebro.claims.claim import ClaimChanged
from helsebro.claims.consent import must_be_in_force
from helsebro.claims.consenting.passing_on import is_told
from helsebro.errors import BadInput
from helsebro.events import Event
from helsebro.guarantees.extension import Extension
from helsebro.guarantees.guarantee import Guarantee
from helsebro.guarantees.prices import promised_money
from helsebro.ids import ExtensionId
from helsebro.local_day import local_day
from helsebro.tasks import news
from helsebro.tasks.staff_decision import StaffDecision
from helsebro.tasks.subject import ExtensionReview
from helsebro.tasks.task import ProposalOutdated, Record, Task
from helsebro_aws.benefits.dynamo_benefits import LedgerChanged
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.dynamodb.retry import retry_on_conflict
from helsebro_aws.dynamodb.tables import Operation, Tables, tables
from helsebro_aws.guarantees import dynamo_references, frame
from helsebro_aws.guarantees.dynamo_courses import DynamoCourses
from helsebro_aws.guarantees.dynamo_extensions import DynamoExtensions
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees
from helsebro_aws.guarantees.reserve import BenefitGrants
from helsebro_aws.payments.ledger.dynamo_ledger import DynamoLedger
from helsebro_aws.payments.ledger.entries import entry_operations
from helsebro_aws.policies.cover_versions import unchanged
from helsebro_aws.tasks.dynamo_tasks import DynamoTasks


class ExtensionDecisions:
    """Decides extensions: approves or denies them, or asks the member, which leaves them open."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on
        self.tasks, self.extensions = DynamoTasks(on), DynamoExtensions(on)
        self.courses, self.money = DynamoCourses(on), DynamoLedger(on)
        self.claims, self.guarantees, self.benefits = (
            DynamoClaims(on),
            DynamoGuarantees(on),
            BenefitGrants(on),
        )

    def decide(self, task: Task, decision: StaffDecision, record: Record) -> Task:
        """Returns the decided task; an approval extends the guarantee and reserves its further sessions.

        Raises ``AlreadyDecided``, ``BadInput`` (``BenefitExceeded`` for a cap), ``Refused``,
        ``ConsentMissing``, ``Conflict``.
        """
        if decision.decision == "clarify":
            if faults := decision.faults_in_words:
                raise BadInput(faults)
            return self._ask_the_member(task, decision, record)
        changed = (LedgerChanged, ClaimChanged)
        return retry_on_conflict(lambda: self._decide(task, decision, record), changed)

    def _ask_the_member(self, task: Task, decision: StaffDecision, record: Record) -> Task:
        """Stores the question and returns the task, which stays open; its time stands still."""
        before = self._subject(task)
        after = task.asked(decision.at)
        asked = before.asked(decision.question or "", decision.at)
        operations = [self.tasks.replacement(task, after), self.extensions.replacement(before, asked)]
        events = [news.question_asked(after, decision.at)]
        self.tables.commit(operations, events=events, receipt=record(after))
        return after

    def _decide(self, task: Task, decision: StaffDecision, record: Record) -> Task:
        after, before = task.decide(decision), self._subject(task)
        guarantee = self.guarantees.find(before.guarantee_id)
        decided, extended = before.decided(decision, task.answer, guarantee)
        operations: list[Operation] = [
            self.tasks.replacement(task, after),
            *unchanged(before.payer, before.person_id, task.cover_version, ProposalOutdated(), self.tables),
            self.extensions.replacement(before, decided),
            *self.claims.end_of_delay(task),
        ]
        if extended is not guarantee:
            operations += self._extending(guarantee, extended, before.extension_id, decision)
        data = {**before.named(), "outcome": decided.status}
        event = Event("extension.decided", decision.at, before.payer, data, before.clinic_id)
        events = [news.decided(after, decision), event, *self._denied(decided, guarantee, decision)]
        self.tables.commit(operations, events=events, receipt=record(after))
        return after

    def _denied(self, decided: Extension, guarantee: Guarantee, decision: StaffDecision) -> list[Event]:
        """Returns the event to the clinic whose wish was denied, while the client is still the clinic's."""
        asked_by = decided.clinic_id
        if decided.status != "denied" or asked_by is None or asked_by != guarantee.clinic_id:
            return []
        told = is_told(self.claims.find(decided.claim_id), asked_by)
        if told is None:
            return []
        return [Event("guarantee.extension-denied", decision.at, decided.payer, decided.named(), told)]

    def _extending(
        self, guarantee: Guarantee, extended: Guarantee, extension_id: ExtensionId, decision: StaffDecision
    ) -> list[Operation]:
        claim = self.claims.find(guarantee.claim_id)
        must_be_in_force(claim)
        on = local_day(decision.at, guarantee.country)
        entries = self.money.of_case(guarantee.claim_id)
        promised = promised_money.of_extension(extended, entries, extension_id, decision.at)
        return [
            frame.widened(self.guarantees.table, guarantee, extended),
            dynamo_references.widened(self.guarantees.table, guarantee, extended),
            self.courses.resumption(guarantee.guarantee_id),
            *self.benefits.of_extension(claim, extended, extension_id, on),
            *entry_operations(promised, self.tables),
        ]

    def _subject(self, task: Task) -> Extension:
        assert isinstance(task.subject, ExtensionReview)
        return self.extensions.find(task.subject.extension_id)
