"""A clinic gets ``contact.due`` before its contact duty is missed (F1-10, F1-16)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest

from helsebro.caller import Caller
from helsebro.deadlines.clocks import CLOCKS
from helsebro.deadlines.deadline import Deadline
from helsebro.ids import GuaranteeId
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.deadlines.breaches.contact_reminder import ContactReminder
from helsebro_aws.deadlines.dynamo_deadlines import DynamoDeadlines, key_of
from helsebro_aws.deadlines.engine import DeadlineEngine
from helsebro_aws.dynamodb.tables import Put, tables
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees
from tests.builders.claims import claim_of, consent, outbox_rows
from tests.builders.domain.deadlines import STARTED, running
from tests.builders.domain.guarantees import guarantee
