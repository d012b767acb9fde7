"""The parameters of the stacks: what an operator sets at a deployment.

They are parameters of CloudFormation, so that one template serves every deployment. Each stack has those that
it uses.
"""

from __future__ import annotations

from collections.abc import Mapping

from aws_cdk import CfnParameter, Fn, Stack
from constructs import Construct

HOME: Mapping[str, str] = {
    "MemberIssuer": "Issuer of members' tokens (MitID, BankID broker)",
    "MemberClient": "Client id that members' tokens are made for",
    "StaffIssuer": "Issuer of staff tokens (the payers' directory)",
    "StaffClient": "Client id that staff tokens are made for",
    "PublicUrl": "Address that members and clinics know the API by, without a slash at its end",
    "PortalOrigins": "Origins of the portals that call the API from a browser, with commas between them",
    "SupportEmail": "Where portals and clinic systems get help",
    "SupportPhone": "Where portals and clinic systems get help",
    "AlarmEmail": "Where alarms are sent",
    "EdgeFingerprints": "SHA-256 of the secrets that the edge may send, with commas between them",
}
"""Name → meaning."""

EDGE: Mapping[str, str] = {
    "PublicUrl": HOME["PublicUrl"],
    "EdgeCertificate": "ARN of the certificate of that address's domain, in us-east-1",
    "AlarmEmail": HOME["AlarmEmail"],
    "MonthlyBudget": "US dollars a month after which a mail is sent to that address",
    "ApiHost": "Host of the API, from the gateway's output ApiUrl",
    "EdgeLogBucket": "ARN of the bucket for the edge's log, an output of the state stack",
    "EdgeSecret": "The secret that the edge sends with each request",
}
"""The parameters of the edge stack."""

TYPES = {"PortalOrigins": "CommaDelimitedList", "MonthlyBudget": "Number"}
"""The types of those parameters that are not text."""
SECRET = frozenset({"EdgeSecret"})
"""Parameters that CloudFormation shows to no one."""

FINGERPRINTS = r"[0-9a-f]{64}(,[0-9a-f]{64})?"
"""The form that CloudFormation demands of ``EdgeFingerprints`` outside the embedded stack, which has no edge:
the value ``local`` would let every call past the web ACL."""

GIVEN_BY_THE_DEPLOYMENT = frozenset({"ApiHost", "EdgeLogBucket", "EdgeSecret", "EdgeFingerprints"})
"""Parameters that the deployment itself fills in; an operator sets the others."""

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
