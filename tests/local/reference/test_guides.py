"""What the guides say is what the code does: generated parts, samples and code that can be run."""

from __future__ import annotations

import ast
import json
import re
import shlex
import subprocess
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from string import Template
from typing import Any
from xml.etree import ElementTree

import pytest
from typer.main import get_command

from helsebro import events
from helsebro.errors import BadInput
from helsebro.webhooks.delivery import WAITS
from helsebro_aws.calendars.subscriptions.subscription_body import NewCalendarSubscriptionShape
from helsebro_aws.clinic_systems.event_body import DATA, ReportedEvent
from helsebro_aws.http.bodies import parse
from helsebro_aws.network.integrators.installed import INSTALLED
from infra.cli.node import node
from local.cli.app import app
from local.commands import guides
from local.home import HOME
from local.reference import events_guide
from tests.builders.calls import ask
from tests.builders.clinics.payees import DEMO_ACCOUNT, store_payees
from tests.builders.guides import DOCS, block, blocks
from tests.builders.invoice_stage import staged
from tests.builders.invoices import DANISH_CLINIC, DANISH_PAYER

WRITTEN = ("portals.md", "clinics.md", "payers.md", "operators.md")
VECTORS = json.loads((DOCS.parent / "events/outgoing/webhook-vectors.json").read_text("utf-8"))["cases"]
SHARED = [case for case in VECTORS if len(case.get("secrets", ())) == 1 and "until" not in case["secrets"][0]]
LISTS_OF_TYPES = ("events.py", "sent_shape.py", "clocks.py", "of_clinics.py")
"""The files that name every type, also those that are not sent yet."""
OF_OTHER_INVOICES = {"BillingReference", "PayeeParty"}
"""Of a credit note, and of who is paid where that is named beside the clinic."""
UNIT = {"s": 1, "min": 60, "h": 3600}


def test_the_generated_guides_are_those_of_the_code() -> None:
    assert guides.main(["--check"]) == 0


def test_control_a_guide_that_differs_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in guides.GENERATED:
        (tmp_path / name).write_text("old")
    assert guides.main(["--check"], tmp_path) == 1
    assert "events.md, invoice-rules.md" in capsys.readouterr().err


@pytest.mark.parametrize("kind", sorted(DATA))
def test_the_example_of_an_event_of_a_clinic_is_accepted(kind: str) -> None:
    assert parse(ReportedEvent, events_guide.example_of(kind)).type == kind


def test_control_an_example_with_a_wrong_value_is_refused() -> None:
    example = events_guide.example_of("client.contacted")
    with pytest.raises(BadInput):
        parse(ReportedEvent, {**example, "data": {**example["data"], "by": "letter"}})


def test_an_event_that_the_code_publishes_has_a_sample() -> None:
    folders = ("functions", "layers/domain/python/helsebro", "layers/adapters/python/helsebro_aws")
    files = [path for folder in folders for path in (DOCS.parent / folder).rglob("*.py")]
    code = "".join(path.read_text("utf-8") for path in files if path.name not in LISTS_OF_TYPES)
    without = {kind for kind in events.TO_CLINICS if not events_guide.has_sample(kind)}
    assert {kind for kind in without if f'"{kind}"' in code} == set()
    assert '"booking.cancelled"' in code


@pytest.mark.parametrize("guide", WRITTEN)
def test_a_guide_names_no_document_that_its_reader_does_not_have(guide: str) -> None:
    text = (DOCS / guide).read_text("utf-8")
    # The name of an amount that a policy sets is typed as it stands, in quotes or as code.
    assert re.findall(r"(?<![`\"])\b(?:F\d-\d+|R-\d+|Q\d+)\b|api\.md|promise \d+", text) == []


@pytest.mark.parametrize("guide", ["portals.md", "clinics.md"])
def test_every_command_of_helsebro_in_a_guide_exists_with_its_options(guide: str) -> None:
    lines = re.findall(r"helsebro ([a-z][^\n#>&)]*)", "".join(blocks(guide, "sh")))
    assert len(lines) > 3
    for line in lines:
        given = shlex.split(line)
        command: Any = get_command(app)
        while hasattr(command, "commands"):
            assert given[0] in command.commands, line
            command = command.commands[given.pop(0)]
        options = {name for parameter in command.params for name in parameter.opts}
        assert {word for word in given if word.startswith("-")} <= options, line


def test_the_page_that_a_guide_has_its_reader_save_is_ignored_by_git_and_kept_by_a_reset() -> None:
    [folder] = re.findall(r"Save it as `([\w.-]+)/index\.html`", (DOCS / "portals.md").read_text("utf-8"))
    assert f"{folder}/" in (DOCS.parent / ".gitignore").read_text("utf-8").splitlines()
    assert folder != HOME.name


@pytest.mark.parametrize("guide", WRITTEN)
def test_every_json_and_python_of_a_guide_can_be_read(guide: str) -> None:
    for code in blocks(guide, "json"):
        json.loads(code)
    for code in blocks(guide, "python"):
        ast.parse(code)


def test_the_message_in_a_dialect_and_the_calendar_of_the_guide_are_accepted() -> None:
    sent = INSTALLED.dialect_of("compugroup").translated(
        json.loads(block("clinics.md", "json", "resourceType"))
    )
    assert parse(ReportedEvent, sent.event).type == "session.held"
    given = json.loads(block("clinics.md", "json", "icsUrl"))
    assert len(parse(NewCalendarSubscriptionShape, given).times) == 2


def test_the_guide_names_every_integrator_and_its_media_type() -> None:
    text = (DOCS / "clinics.md").read_text("utf-8")
    plain = text.lower().replace(" ", "-")
    assert [name for name in INSTALLED.names if name not in plain] == []
    assert [name for name in INSTALLED.names if INSTALLED.dialect_of(name).media_type not in text] == []


@pytest.mark.parametrize("guide", WRITTEN)
def test_every_command_of_a_guide_can_be_read_by_the_shell(guide: str) -> None:
    for code in blocks(guide, "sh"):
        subprocess.run(["bash", "-n"], input=code, text=True, check=True)


def test_the_invoice_of_the_guide_passes_every_rule(aws: dict[str, Any]) -> None:
    from functions.invoices.preflight_invoice.handler import handler

    assert aws
    stage = staged()
    store_payees(stage.clinic_id, DEMO_ACCOUNT)
    session = stage.sessions[0]
    [template] = blocks("clinics.md", "xml")
    invoice = Template(template).substitute(
        invoiceNumber="2026-1001",
        today="2026-11-21",
        dueDate="2026-12-21",
        sessionDay=session.on,
        orderReference=stage.guarantee.number,
        buyerReference=stage.guarantee.case_reference,
        cvr=DANISH_CLINIC.company_number,
        clinicName="Klinik Nord",
        endpointScheme=DANISH_PAYER.scheme,
        endpointId=DANISH_PAYER.endpoint,
        insurerName=DANISH_PAYER.name,
        bookingId=session.booking_id,
        service=session.service,
        fee=f"{session.price:.2f}",
    )
    answer = ask(handler, stage.sent("/v1/invoices/preflight", invoice.encode()))
    assert (answer.status, answer.body["status"], answer.body["findings"]) == (200, "accepted", [])


def test_the_fields_that_the_guide_lists_are_in_its_invoice() -> None:
    [template] = blocks("clinics.md", "xml")
    written = {element.tag.partition("}")[2] for element in ElementTree.fromstring(template).iter()}
    section = (DOCS / "clinics.md").read_text("utf-8").partition("## Invoices")[2].partition("```xml")[0]
    named = set(re.findall(r"c[ab]c:(\w+)", section)) - OF_OTHER_INVOICES
    assert named - written == set()


def test_the_waits_that_the_guide_lists_are_those_of_a_delivery() -> None:
    text = (DOCS / "clinics.md").read_text("utf-8")
    [listed] = re.findall(r"try again after ([^|]*?), each a tenth", text)
    waits = [(int(number), UNIT[unit]) for number, unit in re.findall(r"(\d+) (s|min|h)\b", listed)]
    assert [timedelta(seconds=number * unit) for number, unit in waits] == list(WAITS)


@pytest.mark.parametrize("case", SHARED, ids=lambda case: str(case["name"]))
def test_the_verification_in_python_judges_a_message_as_the_vectors_do(case: Mapping[str, Any]) -> None:
    scope: dict[str, Any] = {}
    exec(block("clinics.md", "python", "def is_genuine"), scope)
    [secret] = [known["secret"] for known in case["secrets"]]
    found = scope["is_genuine"](secret, case["headers"], case["body"].encode(), lambda: case["verifiedAt"])
    assert found is case["valid"]


def test_the_verification_in_javascript_judges_every_message_as_the_vectors_do(tmp_path: Path) -> None:
    module = tmp_path / "guide.mjs"
    module.write_text(f"""{block("clinics.md", "js", "isGenuine")}
const cases = {json.dumps(SHARED)};
console.log(JSON.stringify(cases.map(({{ secrets, headers, body, verifiedAt }}) =>
  isGenuine(secrets[0].secret, headers, Buffer.from(body), verifiedAt))));
""")
    done = subprocess.run([str(node()), str(module)], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == [case["valid"] for case in SHARED]
