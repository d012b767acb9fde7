from __future__ import annotations

from helsebro.network.team.clinic_change import OF_PRACTITIONER
from helsebro_aws.network.practitioner_body import PractitionerShape


def test_every_field_that_a_clinic_reports_about_a_practitioner_is_compared() -> None:
    assert set(PractitionerShape.model_fields) == set(OF_PRACTITIONER)
