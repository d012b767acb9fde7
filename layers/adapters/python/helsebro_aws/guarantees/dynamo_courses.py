"""The clinics' reports of courses, in the ``cases`` table beside their guarantee.

``CONTACT#{guaranteeId}``, ``COURSE#{guaranteeId}`` and ``REFERRAL#{guaranteeId}`` are written once; an
extension deletes the end of a course, and a match deletes all three. The referral of a clinic that treated
the client before is ``REFERRAL#{guaranteeId}#{clinicId}``: it is not that of the clinic that treats now.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from helsebro.claims.claim import ClaimChanged
from helsebro.claims.triage import Triage
from helsebro.errors import Conflict, NotFound
from helsebro.events import Event
from helsebro.guarantees.course import ClientContact, CourseEnd, OnwardReferral, Report
from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import GuaranteeId
from helsebro.local_day import local_day
from helsebro.receipt import Receipt
from helsebro.tasks.task import AlreadyDecided
from helsebro_aws.benefits.dynamo_benefits import DynamoBenefits, LedgerChanged
from helsebro_aws.dynamodb.keys import Key, as_attributes
from helsebro_aws.dynamodb.record import from_item, instant, to_item
from helsebro_aws.dynamodb.retry import retry_on_conflict
from helsebro_aws.dynamodb.tables import Check, Delete, Operation, Put, Tables, Update, tables
from helsebro_aws.guarantees import dynamo_references
from helsebro_aws.guarantees.dynamo_guarantees import GuaranteeChanged, same_version
from helsebro_aws.guarantees.keys import contact_key, course_end_key, guarantee_key, referral_key
from helsebro_aws.platform import clock

if TYPE_CHECKING:
    from helsebro.tasks.referred_on import ReferredOn
    from helsebro.tasks.task import Task


class ReportedBefore(Conflict):
    """The clinic has reported the same before; the first report counts."""


class ReferralChanged(Conflict):
    """The referral has changed since it was read: read it again."""


class DynamoCourses:
    """Reports of courses in the ``cases`` table."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    @property
    def table(self) -> str:
        """The table's name."""
        return self.tables.settings.cases_table

    def record(self, report: Report, guarantee: Guarantee, receipt: Receipt) -> None:
        """Stores a report with its event, in one commit; a repeated report changes nothing.

        What a later referral says is added to its open task, or opens another once that is decided.

        The end of a course is stored in the person's benefit ledger too, because a wait begins (R-822). A
        client who was referred on gets a task, and a triage of the case begins (F1-30).
        Raises ``GuaranteeChanged`` when the guarantee was matched, extended or freed since it was read.
        """
        again = (ClaimChanged, LedgerChanged, ReferralChanged, AlreadyDecided)
        retry_on_conflict(lambda: self._record(report, guarantee, receipt), again)

    def _record(self, report: Report, guarantee: Guarantee, receipt: Receipt) -> None:
        event_type, key = _type_and_key(report, guarantee)
        item = {**as_attributes(key), **to_item(report)}
        key_of, (when, own) = guarantee_key(guarantee.guarantee_id), _as_read(guarantee)
        same_clinic = Check(self.table, *key_of, when, own, GuaranteeChanged())
        of_guarantee: Operation = same_clinic
        if isinstance(report, CourseEnd):
            # No session is booked under it any more.
            of_guarantee = Update(
                self.table,
                *key_of,
                set={"courseEndedAt": instant(report.ended_at)},
                when=when,
                values=own,
                otherwise=GuaranteeChanged(),
            )
        data: dict[str, str] = {"claimId": guarantee.claim_id}
        if not _is_of_former(report, guarantee):
            # The clocks of the guarantee are those of the clinic that treats the client now.
            data["guaranteeId"] = guarantee.guarantee_id
        event = Event(event_type, clock.now(), guarantee.payer, data, report.clinic_id)
        try:
            put = Put(self.table, item, otherwise=ReportedBefore())
            tasks, opened = self._triage(report, guarantee, event.at)
            operations = [put, of_guarantee, *self._ended(report, guarantee), *tasks]
            self.tables.commit(operations, events=[event, *opened], receipt=receipt)
        except ReportedBefore:
            change, opened = self._more(report, guarantee, event)
            self.tables.commit([same_clinic, *change], events=opened, receipt=receipt)

    def _ended(self, report: Report, guarantee: Guarantee) -> list[Operation]:
        """Returns what the end of a course changes in the ledger, and in the public check."""
        if not isinstance(report, CourseEnd):
            return []
        benefits, ended_on = DynamoBenefits(self.tables), local_day(report.ended_at, guarantee.country)
        before = benefits.ledger(guarantee.payer, guarantee.person_id)
        after = before.end_course(guarantee.guarantee_id, ended_on)
        shown = dynamo_references.course(self.table, guarantee, ended=True)
        return [*benefits.replacement(before, after), shown]

    def _triage(
        self, report: Report, guarantee: Guarantee, at: datetime
    ) -> tuple[list[Operation], list[Event]]:
        """Returns what opens the task of the staff, and the triage on the claim, after an onward referral."""
        if not isinstance(report, OnwardReferral):
            return [], []
        # Here, so that no read of a course loads the code of tasks.
        from helsebro_aws.claims.dynamo_claims import DynamoClaims
        from helsebro_aws.tasks.follow_ups import FollowUps

        task = self._task(report, guarantee, at)
        creation, opened = FollowUps(self.tables).opening(task)
        creation = replace(creation, otherwise=ReportedBefore())
        claims = DynamoClaims(self.tables)
        before = claims.find(guarantee.claim_id)
        after = Triage(task.task_id, at, task.due_at).begun_on(before)
        return [creation, *claims.replacement(before, after)], [opened]

    def _more(
        self, report: Report, guarantee: Guarantee, event: Event
    ) -> tuple[list[Operation], list[Event]]:
        """Returns what adds a later report to a referral; nothing when it says nothing more."""
        if not isinstance(report, OnwardReferral):
            return [], []
        from helsebro_aws.tasks.dynamo_tasks import DynamoTasks

        _, key = _type_and_key(report, guarantee)
        item = self.tables.get(self.table, *key)
        if item is None:
            # Its task was opened while the client was still here, or a match deletes it right now.
            return [], []
        known, tasks = from_item(OnwardReferral, item), DynamoTasks(self.tables)
        if not report.says_more_than(known):
            return [], []
        task = tasks.find(self._task(known, guarantee, event.at).task_id)
        if task.status == "open":
            after = known.with_more(report)
            add = tasks.new_referral(task, task.referred(self._named(after)))
            return [self._replacement(key, known, after), add], [event]
        after = known.anew(report)
        creation, opened = self._triage(after, guarantee, event.at)
        return [self._replacement(key, known, after), *creation], [event, *opened]

    def _replacement(self, key: Key, before: OnwardReferral, after: OnwardReferral) -> Put:
        item = {**as_attributes(key), **to_item(after)}
        when, values = "attribute_not_exists(#to)", {}
        if before.to is not None:
            when, values = "#to = :before", {":before": before.to}
        return Put(self.table, item, when, values, ReferralChanged())

    def _task(self, report: OnwardReferral, guarantee: Guarantee, at: datetime) -> Task:
        from helsebro.tasks.follow_up import follow_up
        from helsebro.tasks.subject import ClaimReview
        from helsebro_aws.tasks.reviews import REVIEWS

        about = f"{guarantee.guarantee_id}#{report.clinic_id}#{instant(report.referred_at)}"
        return follow_up(
            "claims",
            ClaimReview(guarantee.claim_id),
            "referred-on",
            f"{about}#{report.earlier}" if report.earlier else about,
            at,
            REVIEWS["claims"].within,
            referral=self._named(report),
        )

    def _named(self, report: OnwardReferral) -> ReferredOn:
        """Returns the referral with the names of who referred, which staff cannot look up by their ids."""
        from helsebro.tasks.referred_on import ReferredOn
        from helsebro_aws.network.dynamo_clinics import DynamoClinics
        from helsebro_aws.network.dynamo_practitioners import DynamoPractitioners

        treats = None
        if report.practitioner_id:
            with suppress(NotFound):
                treats = DynamoPractitioners(self.tables).find(report.practitioner_id).name
        return ReferredOn(
            report.guarantee_id,
            report.to,
            report.clinic_id,
            DynamoClinics(self.tables).find(report.clinic_id).name,
            report.practitioner_id,
            treats,
        )

    def has_ended(self, guarantee_id: GuaranteeId) -> bool:
        """Returns whether the clinic has reported the end of the course under a guarantee."""
        return self.tables.get(self.table, *course_end_key(guarantee_id)) is not None

    def resumption(self, guarantee_id: GuaranteeId) -> Delete:
        """Returns the operation that resumes an ended course; the clinic reports its end again."""
        return Delete(self.table, *course_end_key(guarantee_id), when=None)

    def begun_anew(self, guarantee_id: GuaranteeId) -> list[Delete]:
        """Returns the operations with which a course begins anew at another clinic, which reports itself."""
        keys = contact_key(guarantee_id), course_end_key(guarantee_id), referral_key(guarantee_id)
        return [Delete(self.table, *key, when=None) for key in keys]


def _is_of_former(report: Report, guarantee: Guarantee) -> bool:
    """Returns whether a clinic reports whose client is treated at another one now."""
    return guarantee.clinic_id not in (None, report.clinic_id)


def _as_read(guarantee: Guarantee) -> tuple[str, dict[str, Any]]:
    """Returns the condition that the guarantee has its version and its clinic still."""
    when, values = f"attribute_exists(#pk) AND {same_version(guarantee)}", {":version": guarantee.version}
    if guarantee.clinic_id is None:
        return f"{when} AND attribute_not_exists(#clinicId)", values
    return f"{when} AND #clinicId = :clinic", {**values, ":clinic": guarantee.clinic_id}


def _type_and_key(report: Report, guarantee: Guarantee) -> tuple[str, Key]:
    if isinstance(report, ClientContact):
        return "client.contacted", contact_key(report.guarantee_id)
    if isinstance(report, CourseEnd):
        return "course.ended", course_end_key(report.guarantee_id)
    former = report.clinic_id if _is_of_former(report, guarantee) else None
    return "client.referred-on", referral_key(report.guarantee_id, former)
