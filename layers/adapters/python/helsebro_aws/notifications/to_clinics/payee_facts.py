"""What a clinic is told about a changed account of it: what happened, and which one it is."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from helsebro.errors import NotFound
from helsebro.ids import ClinicId, PayeeId
from helsebro.notifications.variables import local_minute
from helsebro.occurrence import Occurrence
from helsebro.payments.payment_means import MASK
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from helsebro_aws.notifications.session_facts import Variables
from helsebro_aws.payments.dynamo_payees import DynamoPayees


@dataclass(frozen=True)
class PayeeFacts:
    """Reads the variables of the mails about an account."""

    clinics: DynamoClinics
    payees: DynamoPayees

    def of(self, cause: Occurrence) -> Variables:
        """Returns what happened to the account, from when on it counts, and its last signs. ``NotFound``."""
        clinic_id = ClinicId(str(cause.data["clinicId"]))
        country = self.clinics.find(clinic_id).country
        counts = cause.data.get("inForceFrom")
        when = {"inforce": local_minute(datetime.fromisoformat(counts), country)} if counts else {}
        # What our network team registers for a clinic waits for its signatory.
        is_proposed = cause.data["change"] == "registered" and cause.data.get("by") == "network"
        change = "proposed" if is_proposed else str(cause.data["change"])
        return {"payee": change, **when, **self._last_signs(clinic_id, cause)}

    def _last_signs(self, clinic_id: ClinicId, cause: Occurrence) -> Variables:
        """Returns the last signs of the account, by which a clinic with several knows it."""
        with suppress(NotFound):
            payee = self.payees.find(clinic_id, PayeeId(str(cause.data["payeeId"])))
            last = payee.account.masked.removeprefix(MASK)
            return {"account": last} if last else {}
        return {}
