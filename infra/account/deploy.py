"""``make deploy STAGE=dev``: deploys a stage to the account of the caller's credentials.

The edge follows the other stacks, and the pages of the reference follow the edge. The settings are variables;
the command names every one that is missing or wrong. The home region and
``us-east-1`` must be bootstrapped for CDK once: ``make bootstrap STAGE=dev``. ``CHECK=1`` stops before the
first call of AWS.
"""

from __future__ import annotations

import getpass
import json
import os
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from infra import build_layers, cdk
from infra.account import edge_secret, lock, releases
from infra.account.account import RULES, account_stage_of, client
from infra.account.command import command
from infra.account.settings import SettingsWrong, operator_settings
from infra.account.switch import is_on
from infra.function_folders import function_folders
from infra.platform.invoice_rules import RulesNotUsable, declared_files, not_in_force_in
from infra.reference.place import first_page
from infra.reference.publish import publish
from infra.reference.site import build
from infra.stage import BUILT_LAYERS, ForeignRegion, Stage, UnknownStage

Values = Mapping[str, str]


@command
def main() -> int:
    """Deploys the stage. Prints what is wrong and returns 2 when it cannot begin."""
    checks = is_on("CHECK", os.environ.get("CHECK"))
    to, given = what_to_deploy(os.environ)
    build_layers.main()
    made = synthesize(to)
    if checks:
        print(f"{to.name} in {to.region} can be deployed: {len(cdk.templates_in(made))} stacks.")
        return 0
    return _deploy(to, made, given)


def what_to_deploy(environment: Values) -> tuple[Stage, Values]:
    """Returns the stage and its settings.

    Raises ``SettingsWrong`` with the first fault of the stage, all of the settings and of the invoice rules.
    """
    faults: list[str] = []
    to, given = None, {}
    try:
        to = account_stage_of(environment)
    except (UnknownStage, ForeignRegion) as fault:
        faults.append(str(fault))
    try:
        given = operator_settings(environment)
    except SettingsWrong as fault:
        faults.append(str(fault))
    if environment.get(RULES):
        rules = Path(environment[RULES]).resolve()
        try:
            declared_files(rules)
            for line in not_in_force_in(rules, datetime.now(UTC).date()):
                print(line)
        except RulesNotUsable as fault:
            faults.append(str(fault))
    if to is None or faults:
        raise SettingsWrong("\n".join(faults))
    return to, given


def synthesize(to: Stage) -> Path:
    """Synthesizes the stage and returns the folder of its templates. Raises ``CdkFailed``."""
    folder = BUILT_LAYERS.parent / "assembly" / to.name
    context = {"stage": to.name, "region": str(to.region), "layers": str(to.layers)}
    if to.rules:
        context["rules"] = str(to.rules)
    cdk.run(["synth", "--quiet", *cdk.in_context(context), "--output", str(folder)], {})
    return folder


def _deploy(to: Stage, made: Path, given: Values) -> int:
    parameters, awslambda = client(to, "ssm"), client(to, "lambda")
    lock.must_be_idle(to, client(to, "cloudformation"), parameters)
    with lock.held(to, parameters, getpass.getuser(), datetime.now(UTC)):
        valid = edge_secret.known(to, parameters)
        home = {
            **given,
            "EdgeFingerprints": ",".join(map(edge_secret.fingerprint, valid)),
            "ReferenceUrl": first_page(given["PublicUrl"]),
        }
        edge = to.named("edge")
        with releases.remembered(to, function_folders(), awslambda, parameters):
            _run_cdk(to, made, [stack for stack in cdk.templates_in(made) if stack != edge], home)
        outputs = _outputs(to)
        _run_cdk(to, made, [edge], {**given, **edge_parameters(to, outputs), "EdgeSecret": valid[0]})
        edge_secret.note_sent(to, parameters, valid[0])
        pages = build(BUILT_LAYERS.parent / "reference", given["PublicUrl"])
        publish(pages, client(to, "s3"), outputs[to.named("state")]["ReferenceBucket"])
    domain = _outputs(to)[edge]["EdgeDomain"]
    print(f"Now point {urlsplit(given['PublicUrl']).hostname} at {domain} (CNAME, or an alias record).")
    return 0


def edge_parameters(to: Stage, outputs: Mapping[str, Values]) -> dict[str, str]:
    """Returns the edge's parameters that other stacks put out."""
    return {
        "ApiHost": str(urlsplit(outputs[to.named("gateway")]["ApiUrl"]).hostname),
        "EdgeLogBucket": outputs[to.named("state")]["EdgeLogBucket"],
        "ReferenceHost": outputs[to.named("state")]["ReferenceHost"],
    }


def options(to: Stage, made: Path, stacks: Sequence[str], values: Values) -> list[str]:
    """Returns the arguments of ``cdk``: it shows changes of rights and asks before it makes them."""
    chosen = {stack: template for stack, template in cdk.templates_in(made).items() if stack in stacks}
    return [
        "deploy",
        *stacks,
        *("--app", str(made)),
        *("--require-approval", "any-change"),
        *("--outputs-file", str(_outputs_file(to))),
        *cdk.with_parameters(chosen, values),
    ]


def _run_cdk(to: Stage, made: Path, stacks: Sequence[str], values: Values) -> None:
    if cdk.run_as_caller(options(to, made, stacks, values)):
        raise cdk.CdkFailed(
            "The deployment stopped. A stack that failed is as it was before; stacks before it are deployed. "
            f"Run it again, or take the code back: make rollback STAGE={to.name}"
        )


def _outputs(to: Stage) -> dict[str, dict[str, str]]:
    return dict(json.loads(_outputs_file(to).read_text()))


def _outputs_file(to: Stage) -> Path:
    return BUILT_LAYERS.parent / f"outputs-{to.name}.json"


if __name__ == "__main__":
    sys.exit(main())
