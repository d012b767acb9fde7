"""What the parameters of the stacks mean: what an operator sets at a deployment, and what it fills in itself.

The operator's commands read these tables, so that they need no CDK.
"""

from __future__ import annotations

from collections.abc import Mapping

HOME: Mapping[str, str] = {
    "MemberIssuer": "Issuer of members' tokens (MitID, BankID broker)",
    "MemberClient": "Client id that members' tokens are made for",
    "MemberDialect": "How the claims of that issuer are named: by which broker, or as in the contract",
    "FurtherBrokers": "Further issuers of members' tokens, each with its dialect and its client, or none",
    "TestPeople": "Whether Norwegian numbers of people who do not exist are accepted",
    "StaffIssuer": "Issuer of staff tokens (the payers' directory)",
    "StaffClient": "Client id that staff tokens are made for",
    "PublicUrl": "Address that members and clinics know the API by, without a slash at its end",
    "ReferenceUrl": "Address of the first page of the reference, to which GET /v1/docs leads",
    "PortalOrigins": "Origins of the portals that call the API from a browser, with commas between them",
    "SupportEmail": "Mail address where portals and clinic systems get help",
    "SupportPhone": "Telephone number where portals and clinic systems get help",
    "AlarmEmail": "Where alarms are sent",
    "MailFrom": "Mail address that messages to members and clinics come from",
    "PortalUrl": "Address of the members' portal, to which the links in messages lead",
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
    "ReferenceHost": "Host of the bucket of the reference, an output of the state stack",
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

GIVEN_BY_THE_DEPLOYMENT = frozenset(
    {"ApiHost", "EdgeLogBucket", "EdgeSecret", "EdgeFingerprints", "ReferenceHost", "ReferenceUrl"}
)
"""Parameters that the deployment itself fills in; an operator sets the others."""
