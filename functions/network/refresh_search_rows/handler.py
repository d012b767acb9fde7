"""Writes what the search shows of practitioners again after they, their clinic or their calendar changed.

Trigger: its queue, fed by the bus with events of practitioners, slots and bookings {practitionerId} and of
clinics {clinicId}, with ``ReportBatchItemFailures``. All is read as it is now, so an event that is delivered
twice, late or out of order changes nothing wrongly.
"""

from __future__ import annotations

import json
from typing import Any

from aws_lambda_powertools.utilities.batch import process_partial_response
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord

from helsebro.ids import ClinicId, PractitionerId
from helsebro_aws.calendars.search_refresh import SearchRefresh
from helsebro_aws.network.dynamo_practitioners import DynamoPractitioners
from helsebro_aws.outbox.message_batch import MessageBatch
from helsebro_aws.platform import clock
from helsebro_aws.platform.log import done

practitioners, search = DynamoPractitioners(), SearchRefresh()
processor = MessageBatch()


def refresh(record: SQSRecord) -> None:
    """Refreshes the search rows of one message's practitioner, or of all practitioners of its clinic."""
    data = json.loads(record.body)["data"]
    named = data.get("practitionerId")
    about = [PractitionerId(named)] if named else _of_clinic(ClinicId(data["clinicId"]))
    changed = [search.run(practitioner_id, clock.now()) for practitioner_id in about]
    done("search-rows.refreshed", practitioners=len(about), rows=sum(changed))


def _of_clinic(clinic_id: ClinicId) -> list[PractitionerId]:
    return [practitioner.practitioner_id for practitioner in practitioners.of_clinic(clinic_id)]


def handler(event: dict[str, Any], context: Any) -> Any:
    """Returns the messages that must come again."""
    return process_partial_response(event, refresh, processor, context)
