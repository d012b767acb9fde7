"""What clinics report of a course, in the ``cases`` table beside the guarantee it is about.

``CONTACT#{guaranteeId}``, ``COURSE#{guaranteeId}`` and ``REFERRAL#{guaranteeId}`` are written once;
an extension lets an ended course go on.
"""

from __future__ import annotations

from helsebro.errors import Conflict, NotFound
from helsebro.events import Event
from helsebro.guarantees.course import ClientContact, CourseEnd, Report
from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import GuaranteeId
from helsebro.local_day import local_day
from helsebro.receipt import Receipt
from helsebro_aws.benefits.dynamo_benefits import DynamoBenefits, LedgerChanged
from helsebro_aws.dynamodb.keys import Key, as_attributes
from helsebro_aws.dynamodb.record import to_item
from helsebro_aws.dynamodb.retry import retry_on_conflict
from helsebro_aws.dynamodb.tables import Check, Delete, Operation, Put, Tables, tables
from helsebro_aws.guarantees.keys import contact_key, course_end_key, guarantee_key, referral_key
from helsebro_aws.platform import clock


class ReportedBefore(Conflict):
    """The clinic has told the same before: the first time counts."""


class DynamoCourses:
    """Courses on DynamoDB."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    @property
    def table(self) -> str:
        """The table's name."""
        return self.tables.settings.cases_table

    def record(self, report: Report, guarantee: Guarantee, receipt: Receipt) -> None:
        """Stores a report with its event, in one commit; the same told again changes nothing.

        The end of a course is told to the person's benefit ledger with it: other waits begin (R-822).
        Raises ``NotFound`` when the guarantee is no longer for that clinic.
        """
        retry_on_conflict(lambda: self._record(report, guarantee, receipt), LedgerChanged)

    def _record(self, report: Report, guarantee: Guarantee, receipt: Receipt) -> None:
        kind, key = _named(report)
        item = {**as_attributes(key), **to_item(report)}
        clinics_own = Check(
            self.table,
            *guarantee_key(guarantee.guarantee_id),
            "#clinicId = :clinic",
            {":clinic": report.clinic_id},
            NotFound(),
        )
        data = {"guaranteeId": guarantee.guarantee_id, "claimId": guarantee.claim_id}
        event = Event(kind, clock.now(), guarantee.payer, data, report.clinic_id)
        try:
            put = Put(self.table, item, otherwise=ReportedBefore())
            operations = [put, clinics_own, *self._benefits(report, guarantee)]
            self.tables.commit(operations, events=[event], receipt=receipt)
        except ReportedBefore:
            self.tables.commit([clinics_own], receipt=receipt)

    def _benefits(self, report: Report, guarantee: Guarantee) -> list[Operation]:
        if not isinstance(report, CourseEnd):
            return []
        benefits, ended_on = DynamoBenefits(self.tables), local_day(report.ended_at, guarantee.country)
        before = benefits.ledger(guarantee.payer, guarantee.person_id)
        return benefits.replacement(before, before.end_course(guarantee.guarantee_id, ended_on))

    def has_ended(self, guarantee_id: GuaranteeId) -> bool:
        """Whether the clinic has told that the course under a guarantee has ended."""
        return self.tables.get(self.table, *course_end_key(guarantee_id)) is not None

    def resumption(self, guarantee_id: GuaranteeId) -> Delete:
        """The operation that lets an ended course go on: the clinic will tell its end anew."""
        return Delete(self.table, *course_end_key(guarantee_id), when=None)


def _named(report: Report) -> tuple[str, Key]:
    if isinstance(report, ClientContact):
        return "client.contacted", contact_key(report.guarantee_id)
    if isinstance(report, CourseEnd):
        return "course.ended", course_end_key(report.guarantee_id)
    return "client.referred-on", referral_key(report.guarantee_id)
