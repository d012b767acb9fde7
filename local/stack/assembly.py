"""The assembly: the synthesized CDK app, which is synthesized again only when its sources change."""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from helsebro.invoices.declared_rules import XSL
from helsebro.local_day import local_day
from helsebro.webhooks.endpoint import TO_DELIVERIES
from helsebro_aws.platform.clock import real_now
from infra import cdk
from infra.function_folders import function_folders
from infra.platform.invoice_rules import RulesNotUsable, declared_files, not_in_force_in
from infra.platform.routes import routes
from infra.stage import LAYERS_ALWAYS, LAYERS_EXTRA, LOCAL
from local.home import HOME, REGION, ROOT

ASSEMBLIES = HOME / "assembly"
SAMPLE_RULES = """[[sets]]
set = "peppol"
release = "sample"
validFrom = 2026-01-01
file = "sample.xslt"
sha256 = "{digest}"
documents = ["peppol/invoice"]
"""
SOURCES = ("infra", "cdk.json", "requirements.lock")
"""The sources of a synth, beside the functions' routes and the types of webhook events.

A synth also copies the code of the functions, but a deployment updates changed code itself.
"""


@dataclass(frozen=True)
class Assembly:
    """A folder for ``cdk deploy --app``; ``fresh`` when this run synthesized it."""

    folder: Path
    fresh: bool

    @property
    def templates(self) -> dict[str, dict[str, Any]]:
        """The CloudFormation template of each stack."""
        return cdk.templates_in(self.folder)

    @property
    def code(self) -> dict[str, str]:
        """The code of each function at the synth: function → fingerprint of its folder."""
        return dict(json.loads((self.folder / "functions.json").read_text()))


def of_stage(stage: str) -> Assembly:
    """Returns the assembly of a stage, such as ``local``; two processes never make it at once."""
    folder = ASSEMBLIES / stage
    with _locked(stage):
        wanted = _fingerprint_of_sources(stage)
        marker = folder / "made-from.txt"
        if marker.exists() and marker.read_text() == wanted:
            return Assembly(folder, fresh=False)
        marker.unlink(missing_ok=True)
        code = {name: fingerprint(folder) for name, folder in function_folders().items()}
        shutil.rmtree(folder, ignore_errors=True)
        context = {"stage": stage, "region": REGION, "layers": str(_sample_layers())}
        if rules := _rules_of(stage):
            context["rules"] = str(rules)
        cdk.run(["synth", "--quiet", *cdk.in_context(context), "--output", str(folder)], {})
        (folder / "functions.json").write_text(json.dumps(code))
        marker.write_text(wanted)
        return Assembly(folder, fresh=True)


def _sample_layers() -> Path:
    """Returns a folder of empty layers: a template that is only read needs their names, not the packages."""
    for name in (*LAYERS_ALWAYS, *LAYERS_EXTRA):
        inside = ASSEMBLIES / "sample-layers" / name / "python"
        inside.mkdir(parents=True, exist_ok=True)
        (inside / "empty.txt").write_text("for reading the template only\n")
    return ASSEMBLIES / "sample-layers"


def _rules_of(stage: str) -> Path | None:
    """Returns the folder of official invoice rules: a sample in a template that is only read."""
    if stage == LOCAL:
        named = os.environ.get("INVOICE_RULES")
        return _checked(Path(named).resolve()) if named else None
    rules = ASSEMBLIES / "sample-rules"
    rules.mkdir(parents=True, exist_ok=True)
    # For reading the template only.
    stylesheet = f'<stylesheet version="2.0" xmlns="{XSL}"><template match="/"/></stylesheet>'.encode()
    (rules / "sample.xslt").write_bytes(stylesheet)
    (rules / "rules.toml").write_text(SAMPLE_RULES.format(digest=hashlib.sha256(stylesheet).hexdigest()))
    return rules


def _checked(rules: Path) -> Path:
    """Returns the folder, when its rules can be used; else one line for each fault ends the command."""
    try:
        declared_files(rules)
    except RulesNotUsable as fault:
        raise SystemExit(str(fault)) from None
    for line in not_in_force_in(rules, local_day(real_now(), "DK")):
        print(line)
    return rules


def made_so_far(stage: str) -> str:
    """Says how far the synth of a stage is: it copies the functions' code, then it writes the templates."""
    folder = ASSEMBLIES / stage
    copied = sum(1 for path in folder.glob("asset.*") if path.is_dir())
    written = len(list(folder.glob("*.template.json")))
    return f"{copied} functions copied, {written} templates written"


def is_current(stage: str) -> bool:
    """Returns whether the assembly of a stage is made from the sources as they are now."""
    marker = ASSEMBLIES / stage / "made-from.txt"
    return marker.exists() and marker.read_text() == _fingerprint_of_sources(stage)


def functions() -> list[str]:
    """Returns the names of the functions: the folders ``functions/<context>/<function>`` with a handler."""
    return list(function_folders())


def fingerprint(folder: Path) -> str:
    """Returns a hash of the files of a folder, by name and content."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            digest.update(f"{path.relative_to(folder)}\0".encode() + path.read_bytes() + b"\0")
    return digest.hexdigest()


def _fingerprint_of_sources(stage: str) -> str:
    declared = [f"{route} {door.name}" for found in routes().values() for route, door in found.items()]
    rules = _rules_of(stage)
    laid_down = f"{rules} {fingerprint(rules)}" if rules else "no rules"
    parts = [stage, laid_down, *functions(), *declared, *sorted(TO_DELIVERIES)]
    for name in SOURCES:
        path = ROOT / name
        parts.append(fingerprint(path) if path.is_dir() else hashlib.sha256(path.read_bytes()).hexdigest())
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


@contextmanager
def _locked(stage: str) -> Iterator[None]:
    ASSEMBLIES.mkdir(parents=True, exist_ok=True)
    with (ASSEMBLIES / f"{stage}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
