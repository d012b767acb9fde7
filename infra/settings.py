"""Settings: what every function reads from its environment."""

from __future__ import annotations

from infra.parameters import StackParameters
from infra.stacks.state import StateStack


def environment(state: StateStack, parameters: StackParameters) -> dict[str, str]:
    """Returns the environment of every function: names only. The function's role says what it may use."""
    return {
        **{f"HELSEBRO_{name.upper()}_TABLE": table.table_name for name, table in state.tables},
        **{f"HELSEBRO_{_upper(name)}_BUCKET": bucket.bucket_name for name, bucket in state.buckets},
        "HELSEBRO_BUS": state.bus.events.event_bus_name,
        "HELSEBRO_FIELD_KEY": state.keys.fields.key_arn,
        "HELSEBRO_PUBLIC_URL": parameters["PublicUrl"],
        "HELSEBRO_MEMBER_ISSUER": parameters["MemberIssuer"],
        "HELSEBRO_MEMBER_CLIENT": parameters["MemberClient"],
        "HELSEBRO_MEMBER_DIALECT": parameters["MemberDialect"],
        "HELSEBRO_FURTHER_BROKERS": parameters["FurtherBrokers"],
        "HELSEBRO_TEST_PEOPLE": parameters["TestPeople"],
        "HELSEBRO_STAFF_ISSUER": parameters["StaffIssuer"],
        "HELSEBRO_STAFF_CLIENT": parameters["StaffClient"],
        "HELSEBRO_SUPPORT_EMAIL": parameters["SupportEmail"],
        "HELSEBRO_SUPPORT_PHONE": parameters["SupportPhone"],
        "HELSEBRO_EDGE_SECRET_HASHES": parameters["EdgeFingerprints"],
        "HELSEBRO_MALWARE_SCAN": "signatures" if state.stage.local else "guardduty",
    }


def _upper(name: str) -> str:
    return name.upper().replace("-", "_")
