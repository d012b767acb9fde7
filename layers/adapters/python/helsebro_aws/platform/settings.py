"""The settings that a function reads from its environment variables."""

from __future__ import annotations

import os
from collections.abc import Mapping


class MissingSetting(Exception):
    """The function was deployed without a setting that its code reads: an error in ``infra``."""


class Setting:
    """One required setting: ``cases_table`` is read from ``HELSEBRO_CASES_TABLE``."""

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = f"HELSEBRO_{name.upper()}"

    def __get__(self, settings: Settings, owner: type | None = None) -> str:
        try:
            return settings.environment[self.name]
        except KeyError:
            raise MissingSetting(self.name) from None


class Settings:
    """The settings of this function; each is required only when it is read."""

    cases_table = Setting()
    people_table = Setting()
    network_table = Setting()
    money_table = Setting()
    outbox_table = Setting()
    idempotency_table = Setting()
    audit_table = Setting()
    uploads_bucket = Setting()
    documents_bucket = Setting()
    guarantees_bucket = Setting()
    receiving_bucket = Setting()
    invoices_bucket = Setting()
    attachments_bucket = Setting()
    letters_bucket = Setting()
    payment_files_bucket = Setting()
    webhooks_queue = Setting()
    deadlines_group = Setting()
    fall_due_arn = Setting()
    failed_schedules_arn = Setting()
    schedules_role = Setting()
    bus = Setting()
    field_key = Setting()
    public_url = Setting()
    reference_url = Setting()
    member_issuer = Setting()
    member_client = Setting()
    staff_issuer = Setting()
    staff_client = Setting()
    support_email = Setting()
    support_phone = Setting()
    pseudonym_key_copy = Setting()
    portal_url = Setting()
    mail_from = Setting()
    mail_configuration = Setting()

    def __init__(self, environment: Mapping[str, str] = os.environ) -> None:
        self.environment = environment

    @property
    def endpoint_url(self) -> str | None:
        """The address of the embedded stack, None on AWS itself."""
        return self.environment.get("AWS_ENDPOINT_URL") or None

    @property
    def edge_secret_hashes(self) -> str:
        """The setting of ``http.edge``; empty when it is not set, which refuses every call."""
        return self.environment.get("HELSEBRO_EDGE_SECRET_HASHES", "")

    @property
    def member_dialect(self) -> str:
        """The dialect of the first member issuer (``identity.brokers``)."""
        return self.environment.get("HELSEBRO_MEMBER_DIALECT", "helsebro")

    @property
    def further_brokers(self) -> str:
        """The other member issuers, as ``identity.brokers.configured`` reads them."""
        return self.environment.get("HELSEBRO_FURTHER_BROKERS", "none")

    @property
    def takes_test_people(self) -> bool:
        """Whether Norwegian numbers of people who do not exist are accepted; not unless it is set."""
        return self.environment.get("HELSEBRO_TEST_PEOPLE") == "accepted"

    @property
    def function_name(self) -> str:
        """The name of the function, as Lambda gives it; empty where none runs."""
        return self.environment.get("AWS_LAMBDA_FUNCTION_NAME", "")

    @property
    def region(self) -> str:
        """The region the function runs in."""
        return (
            self.environment.get("AWS_REGION") or self.environment.get("AWS_DEFAULT_REGION") or "eu-north-1"
        )


settings = Settings()
"""The running function's own settings; code that can be tested takes a ``Settings`` as an argument."""
