"""What clinics report of a course, in the ``cases`` table beside the guarantee it is about.

``CONTACT#{guaranteeId}``, ``COURSE#{guaranteeId}`` and ``REFERRAL#{guaranteeId}`` are written once,
``EXTENSION#{extensionId}`` once a request.
"""

from __future__ import annotations

from helsebro.course import ClientContact, CourseEnd, ExtensionRequest, Report
from helsebro.errors import Conflict, NotFound
from helsebro.events import Event
from helsebro.guarantee import Guarantee
from helsebro.receipt import Receipt
from helsebro_aws import clock
from helsebro_aws.dynamo_guarantees import partition
from helsebro_aws.record import to_item
from helsebro_aws.table import Check, Put, Tables, tables


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

        Raises ``NotFound`` when the guarantee is no longer for that clinic.
        """
        kind, sort_key = _named(report)
        pk = partition(guarantee.guarantee_id)
        item = {"pk": pk, "sk": sort_key, **to_item(report)}
        clinics_own = Check(
            self.table,
            pk,
            f"GUARANTEE#{guarantee.guarantee_id}",
            "#clinicId = :clinic",
            {":clinic": report.clinic_id},
            NotFound(),
        )
        data = {"guaranteeId": guarantee.guarantee_id, "claimId": guarantee.claim_id}
        if isinstance(report, ExtensionRequest):
            data["extensionId"] = report.extension_id
        event = Event(kind, clock.now(), guarantee.payer, data, report.clinic_id)
        try:
            put = Put(self.table, item, otherwise=ReportedBefore())
            self.tables.commit([put, clinics_own], events=[event], receipt=receipt)
        except ReportedBefore:
            self.tables.commit([clinics_own], receipt=receipt)


def _named(report: Report) -> tuple[str, str]:
    if isinstance(report, ClientContact):
        return "client.contacted", f"CONTACT#{report.guarantee_id}"
    if isinstance(report, CourseEnd):
        return "course.ended", f"COURSE#{report.guarantee_id}"
    if isinstance(report, ExtensionRequest):
        return "extension.requested", f"EXTENSION#{report.extension_id}"
    return "client.referred-on", f"REFERRAL#{report.guarantee_id}"
