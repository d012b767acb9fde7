"""Writes the template for ``sam local invoke``: a real account's, with the settings of the running stack.

    python -m local.commands.sam_template

SAM passes only settings in the template to a container, and resolves no references in them. The template has
only functions and layers, without what refers to other resources, so ``sam validate --lint`` accepts it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from typing import Any

from infra import cdk
from infra.account.command import command
from infra.stage import BUILT_LAYERS, PRODUCTION
from local.home import HOME, REGION, STACK_FILE
from local.stack.assembly import functions
from local.stack.live_code import STAGE
from local.stack.running_stack import client

FOLDER = HOME / "sam"
FUNCTION, LAYER = "AWS::Lambda::Function", "AWS::Lambda::LayerVersion"
USED = {
    *("FunctionName", "Code", "Layers", "Handler", "Environment"),
    *("Runtime", "Architectures", "MemorySize", "Timeout"),
}
"""The properties of a function that ``sam local`` uses."""
ROLE = "arn:aws:iam::000000000000:role/sam-local"
"""CloudFormation requires a role; ``sam local`` uses the caller's credentials."""


@command
def main() -> int:
    """Writes the template beside its code and layers, and prints its path."""
    if not BUILT_LAYERS.exists():
        print("Build the layers first: make layers", file=sys.stderr)
        return 1
    settings = settings_of_running_stack()
    context = cdk.in_context({"stage": PRODUCTION, "region": REGION})
    cdk.run(["synth", "--quiet", *context, "--output", str(FOLDER)], {})
    made = [json.loads(path.read_text()) for path in sorted(FOLDER.glob("*.template.json"))]
    written = FOLDER / "template.json"
    written.write_text(json.dumps(with_settings(functions_of(made), settings), indent=1))
    print(written)
    return 0


def settings_of_running_stack() -> dict[str, dict[str, str]]:
    """Returns function → settings, with the emulator's address. Raises ``NoRunningStack``."""
    awslambda = client("lambda")
    endpoint = json.loads(STACK_FILE.read_text())["awsEndpoint"]
    found = {}
    for name in functions():
        answer = awslambda.get_function_configuration(FunctionName=STAGE.named(name))
        found[name] = {**answer["Environment"]["Variables"], "AWS_ENDPOINT_URL": endpoint}
    return found


def functions_of(templates: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Returns one template with the functions of all, and the layers, which every stack has alike."""
    resources = {name: each for template in templates for name, each in template["Resources"].items()}
    functions = {name: _function(each) for name, each in resources.items() if each["Type"] == FUNCTION}
    layers = {name: each for name, each in resources.items() if each["Type"] == LAYER}
    return {"Resources": {**functions, **layers}}


def _function(resource: Mapping[str, Any]) -> dict[str, Any]:
    used = {name: each for name, each in resource["Properties"].items() if name in USED}
    return {"Type": FUNCTION, "Properties": {**used, "Role": ROLE}, "Metadata": resource.get("Metadata", {})}


def with_settings(template: Mapping[str, Any], settings: Mapping[str, Mapping[str, str]]) -> dict[str, Any]:
    """Returns the template with these settings in place of the functions' own."""
    resources = {
        logical_id: _set(resource, settings) for logical_id, resource in template["Resources"].items()
    }
    return {**template, "Resources": resources}


def _set(resource: Mapping[str, Any], settings: Mapping[str, Mapping[str, str]]) -> Mapping[str, Any]:
    properties = resource.get("Properties", {})
    name = str(properties.get("FunctionName", "")).rpartition("-")[2]
    if resource["Type"] != FUNCTION or name not in settings:
        return resource
    return {**resource, "Properties": {**properties, "Environment": {"Variables": dict(settings[name])}}}


if __name__ == "__main__":
    sys.exit(main())
