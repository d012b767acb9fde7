"""The code of the guides, run as it stands there, against the running stack."""

from __future__ import annotations

import json
import re
import secrets
import shutil
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import httpx
import pytest

from infra.cli.node import node
from local.demo import login
from local.stack.stack import Stack
from tests.builders.guides import DOCS, block, blocks

JAVA = shutil.which("java")
NEXT_YEAR = date.today().year + 1
"""Slots are published at most 24 months ahead."""


def of_clinic(stack: Stack) -> tuple[str, str, str]:
    """Returns what the code for clinics takes: the API's address, the clinic's id and its secret."""
    clinic = stack.addresses["demoClinic"]
    return stack.addresses["apiUrl"], clinic["clinicId"], clinic["signingSecret"]


def printed_by(module: Path, code: str) -> Any:
    """Runs a module in Node and returns the JSON that it prints."""
    module.write_text(code)
    done = subprocess.run([str(node()), str(module)], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_the_python_for_clinics_signs_a_get_and_a_report(running_stack: Stack) -> None:
    scope: dict[str, Any] = {}
    exec(block("clinics.md", "python", "def call("), scope)
    known = of_clinic(running_stack)
    assert scope["call"](*known, "GET", f"/v1/clinics/{known[1]}")["clinicId"] == known[1]
    slots = block("clinics.md", "json", '"s-1"').replace("2026-12-01", f"{NEXT_YEAR}-12-01")
    slots = slots.replace("s-1", f"guide-{secrets.token_hex(4)}")
    weekly = block("clinics.md", "json", '"mo-9"').replace('"2027', f'"{NEXT_YEAR}')
    weekly = weekly.replace("mo-9", f"guide-{secrets.token_hex(4)}")
    for sent in (slots, weekly):
        assert scope["call"](*known, "POST", "/v1/clinic-events", sent.encode())["published"]


def test_the_javascript_for_clinics_signs_a_get_and_a_report(running_stack: Stack, tmp_path: Path) -> None:
    code = block("clinics.md", "js", "function call(")
    known = of_clinic(running_stack)
    named = {"name": "Sundhedshuset Vesterport"}
    report = json.dumps({"type": "clinic.changed", "timestamp": "2026-11-21T10:15:00Z", "data": named})
    answers = printed_by(
        tmp_path / "guide.mjs",
        f"""{code}
const known = {json.dumps(known)};
const clinic = await call(...known, "GET", `/v1/clinics/${{known[1]}}`);
const report = await call(...known, "POST", "/v1/clinic-events", {json.dumps(report)});
console.log(JSON.stringify([clinic.clinicId, report.status]));
""",
    )
    assert answers == [known[1], "accepted"]


# The C# of the guide cannot run here, because .NET is missing: it is the only code that no test runs.
@pytest.mark.parametrize("java", [JAVA] if JAVA else [])
def test_the_java_for_clinics_signs_a_get(running_stack: Stack, tmp_path: Path, java: str) -> None:
    source = tmp_path / "ClinicSystem.java"
    source.write_text(block("clinics.md", "java", "class ClinicSystem"))
    known = of_clinic(running_stack)
    options = ("-Xshare:auto", "-XX:TieredStopAtLevel=1")
    done = subprocess.run(
        [java, *options, str(source), *known], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["clinicId"] == known[1]


def test_the_javascript_for_portals_reads_every_page_of_a_list(running_stack: Stack, tmp_path: Path) -> None:
    addresses = running_stack.addresses
    path = f"/v1/practitioners/{addresses['demoClinic']['practitionerId']}/slots"
    whole = block("portals.md", "js", "function everything(")
    by_five = whole.replace("limit: 100", "limit: 5")
    head = f"const apiUrl = {json.dumps(addresses['apiUrl'])};\n"
    tail = (
        f"const found = await everything({json.dumps(login.of_demo_user(addresses, 'anna'))}, '{path}');\n"
        "console.log(JSON.stringify(found.map((slot) => slot.slotId)));\n"
    )
    found = printed_by(tmp_path / "by_five.mjs", head + by_five + tail)
    assert len(found) > 5
    assert len(set(found)) == len(found)
    later = printed_by(tmp_path / "whole.mjs", head + whole + tail)
    assert len(later) > 5
    assert found[-len(later) :] == later, "only slots that have begun since are missing"


def test_the_javascript_for_portals_creates_once_and_throws_the_problem(
    running_stack: Stack, tmp_path: Path
) -> None:
    addresses = running_stack.addresses
    made = printed_by(
        tmp_path / "guide.mjs",
        f"""const apiUrl = {json.dumps(addresses["apiUrl"])};
{block("portals.md", "js", "function create(")}
const token = {json.dumps(login.of_demo_user(addresses, "anna"))};
const claim = {{ cause: "leisure", description: "Knee", condition: {{ category: "injury" }},
  treatment: {{ type: "physiotherapy", cost: {{ amount: "400.00", currency: "DKK" }} }} }};
const {{ claimId }} = await create(token, "/v1/claims", claim);
const problem = await create(token, "/v1/claims", {{}}).catch((fault) => fault);
console.log(JSON.stringify([claimId, problem.status]));
""",
    )
    assert made[0].startswith("clm_")
    assert made[1] == 422


# The least of a page's document that the code for forms needs.
DOCUMENT = """
class Part {
  constructor(tag) { Object.assign(this, { tag, children: [] }); }
  append(child) { this.children.push(child); }
  appendChild(child) { this.append(child); return child; }
}
globalThis.document = { createElement: (tag) => new Part(tag) };
globalThis.Option = class { constructor(text, value) { Object.assign(this, { text, value }); } };
"""


def test_the_javascript_for_portals_draws_the_form_of_every_fact(
    running_stack: Stack, tmp_path: Path
) -> None:
    addresses = running_stack.addresses
    token = login.of_demo_user(addresses, "anna")
    headers = {"Authorization": f"Bearer {token}", "Accept-Language": "en"}
    facts = httpx.get(f"{addresses['apiUrl']}/v1/coverage/facts", headers=headers).json()["facts"]
    code = f"""{DOCUMENT}{block("portals.md", "js", "function fieldOf(")}
console.log(JSON.stringify({json.dumps(facts)}.map(fieldOf)));
"""
    drawn = printed_by(tmp_path / "form.mjs", code)
    assert [field["textContent"] for field in drawn] == [fact["question"] for fact in facts]
    assert all(field["children"] for field in drawn)
    [country] = [field for field in drawn if field["children"][0].get("name") == "treatment.country"]
    assert [part["tag"] for part in country["children"]] == ["input", "select"]


def test_a_user_who_is_new_to_the_local_issuer_gets_the_code_of_the_guide(running_stack: Stack) -> None:
    text = (DOCS / "portals.md").read_text("utf-8")
    [code] = re.findall(r"a user that it does not know.*?\(401 `([\w-]+)`\)", text, re.DOTALL)
    addresses = running_stack.addresses
    token = login.of_demo_user(addresses, "newcomer")
    answer = httpx.get(f"{addresses['apiUrl']}/v1/me", headers={"Authorization": f"Bearer {token}"})
    assert (answer.status_code, answer.json()["code"]) == (401, code)


def test_every_kind_of_code_in_the_guides_has_its_test() -> None:
    known = {"python": 2, "js": 2, "java": 1, "csharp": 1, "xml": 1}
    assert {language: len(blocks("clinics.md", language)) for language in known} == known
    assert (len(blocks("portals.md", "js")), len(blocks("portals.md", "html"))) == (3, 1)
