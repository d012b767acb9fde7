"""The templates of production, synthesized once and kept until ``infra/`` changes."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

import pytest

from infra import cdk
from infra.stage import PRODUCTION
from local.stack import assembly
from tests.infra.template import Template

# CDK starts a Node when it is imported: the one of the Python package, so that no other need be installed.
os.environ |= cdk.with_node_in_front(os.environ.get("PATH", ""))

EDGE = f"helsebro-{PRODUCTION}-edge"


@pytest.fixture(scope="session")
def stacks() -> Mapping[str, Mapping[str, Any]]:
    """Returns stack → template."""
    return assembly.of_stage(PRODUCTION).templates


@pytest.fixture(scope="session")
def template(stacks: Mapping[str, Mapping[str, Any]]) -> Template:
    """Returns all stacks of the home region as one template."""
    return Template.of_stacks({name: body for name, body in stacks.items() if name != EDGE})


@pytest.fixture(scope="session")
def edge(stacks: Mapping[str, Mapping[str, Any]]) -> Template:
    return Template(stacks[EDGE])
