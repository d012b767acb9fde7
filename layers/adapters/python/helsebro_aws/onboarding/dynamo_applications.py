"""Applications in the ``network`` table: ``{clinicId}`` / ``APPLICATION``, beside the clinic itself."""

from __future__ import annotations

from helsebro.errors import NotFound
from helsebro.events import Event
from helsebro.ids import ClinicId
from helsebro.network.clinic import Clinic
from helsebro.onboarding.application import Application
from helsebro.receipt import Receipt
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.record import from_item, to_item
from helsebro_aws.dynamodb.tables import Put, Tables, tables
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from helsebro_aws.onboarding.keys import application_key


class DynamoApplications:
    """Applications in the ``network`` table."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables, self.clinics = on, DynamoClinics(on)

    def find(self, clinic_id: ClinicId) -> Application:
        """Returns the application of a clinic. Raises ``NotFound``."""
        item = self.tables.get(self.tables.settings.network_table, *application_key(clinic_id))
        if item is None:
            raise NotFound()
        return from_item(Application, item)

    def receive(self, clinic: Clinic, application: Application, receipt: Receipt) -> None:
        """Stores a new clinic with its application and the event ``clinic.applied`` in one commit."""
        clinic_id = clinic.clinic_id
        item = {**as_attributes(application_key(clinic_id)), **to_item(application)}
        event = Event("clinic.applied", application.applied_at, "", {"clinicId": clinic_id}, clinic_id)
        self.tables.commit(
            [*self.clinics.creation(clinic), Put(self.tables.settings.network_table, item)],
            events=[event],
            receipt=receipt,
        )
