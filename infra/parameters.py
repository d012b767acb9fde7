"""The parameters of the stacks: what an operator sets at a deployment.

They are parameters of CloudFormation, so that one template serves every deployment. Each stack has those that
it uses.
"""

from __future__ import annotations

from collections.abc import Mapping

from aws_cdk import CfnParameter, Fn, Stack
from constructs import Construct

from infra.stacks.parameter_meanings import FINGERPRINTS, SECRET, TYPES

Parameters = Mapping[str, str]


class StackParameters(Construct):
    """The parameters that one stack uses: each is declared when it is first read."""

    def __init__(self, stack: Stack, meanings: Mapping[str, str], *, local: bool = False) -> None:
        super().__init__(stack, "Given")
        self._meanings, self._local = meanings, local

    def __getitem__(self, name: str) -> str:
        return self._declared(name).value_as_string

    def listed(self, name: str) -> list[str]:
        """Returns the value of a list."""
        return self._declared(name).value_as_list

    def number(self, name: str) -> float:
        """Returns the value of a number."""
        return self._declared(name).value_as_number

    def _declared(self, name: str) -> CfnParameter:
        found = self.node.try_find_child(name)
        if isinstance(found, CfnParameter):
            return found
        parameter = CfnParameter(
            self,
            name,
            description=self._meanings[name],
            type=TYPES.get(name, "String"),
            min_length=None if name in TYPES else 1,
            no_echo=True if name in SECRET else None,
            allowed_pattern=FINGERPRINTS if name == "EdgeFingerprints" and not self._local else None,
        )
        parameter.override_logical_id(name)
        return parameter


def host_of(url: str) -> str:
    """Returns the host of a URL without a path; the URL may be a parameter, known only at the deployment."""
    return Fn.select(2, Fn.split("/", url))
