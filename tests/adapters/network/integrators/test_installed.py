from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import helsebro_aws
from helsebro.errors import BadInput
from helsebro_aws.clinic_systems.event_body import ReportedEvent
from helsebro_aws.clinic_systems.session_data import SessionReported
from helsebro_aws.http.bodies import parse
from helsebro_aws.network.integrators.dialect import OURS
from helsebro_aws.network.integrators.installed import INSTALLED, Integrators
from tests.adapters.network.integrators import one_more

HERE = Path(__file__).parent
FIXTURES = HERE / "fixtures"
ONE_MORE = Integrators(HERE / "one_more", one_more.__name__)


def test_the_integrators_are_the_folders() -> None:
    assert INSTALLED.names == ["cliniccare-web", "compugroup", "terapeutbooking", "other"]


def test_another_folder_is_another_integrator() -> None:
    dialect = ONE_MORE.dialect_of("nordic-pulse")
    done = dialect.translated({"held": "bkg_x", "when": "2026-11-29T12:00:00Z"})

    assert ONE_MORE.names == ["nordic-pulse"]
    assert dialect.media_type == "application/vnd.nordic-pulse+json"
    assert parse(ReportedEvent, done.event).data == SessionReported.model_validate({"bookingId": "bkg_x"})


def test_a_system_that_is_not_installed_sends_our_events() -> None:
    assert ONE_MORE.dialect_of("compugroup").media_type == OURS
    assert INSTALLED.dialect_of("../compugroup").media_type == OURS


def test_the_faults_of_another_dialect_have_its_pointers() -> None:
    done = ONE_MORE.dialect_of("nordic-pulse").translated({"held": 7})
    with pytest.raises(BadInput) as bad, done.faults_in_message():
        parse(ReportedEvent, done.event)

    assert {fault.pointer for fault in bad.value.faults} == {"/held", "/when"}


def test_the_document_names_the_media_type_of_every_dialect() -> None:
    document = json.loads((Path(helsebro_aws.__file__).parent / "openapi.json").read_text("utf-8"))
    content = document["paths"]["/v1/clinic-events"]["post"]["requestBody"]["content"]

    assert {*content} == {OURS, *INSTALLED.schemas()}
    assert {*INSTALLED.schemas()} == {"application/fhir+json"}
    for media, schema in INSTALLED.schemas().items():
        Draft202012Validator.check_schema(schema)
        assert content[media]["schema"]["required"] == schema["required"]


def test_every_fixture_of_a_dialect_fits_what_the_document_says() -> None:
    for name in INSTALLED.names:
        validator = Draft202012Validator(INSTALLED.dialect_of(name).schema)
        for path in sorted((FIXTURES / name.replace("-", "_")).glob("*.json")):
            validator.validate(json.loads(path.read_text("utf-8")))


@pytest.mark.parametrize("name", INSTALLED.names)
def test_every_integrator_has_fixtures_with_their_source_and_each_is_an_event(name: str) -> None:
    folder = FIXTURES / name.replace("-", "_")
    dialect = INSTALLED.dialect_of(name)
    found = sorted(folder.glob("*.json"))

    assert found
    assert (folder / "README.md").read_text("utf-8").startswith("# Fixtures of ")
    for path in found:
        sent: Any = json.loads(path.read_text("utf-8"))
        assert parse(ReportedEvent, dialect.translated(sent).event).type.replace(".", "_") == path.stem
