"""Encrypted fields: the kinds of values that functions encrypt with the field key, or decrypt."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class EncryptedField:
    """A kind of encrypted field: its name, and the context that its ciphertext is bound to (promise 21)."""

    name: str
    bound_to: tuple[str, ...]


NUMBER = EncryptedField("number", ("table", "field", "person"))
"""A person's CPR number."""
ACCOUNT = EncryptedField("payTo", ("table", "field", "person", "account"))
"""The bank account that a member's refunds are paid to."""
HOLDER = EncryptedField("holder", ("table", "field", "mandate"))
"""The name and address of a mandate's holder; only caseworkers and people of the case may read them."""
DRAFT = EncryptedField("draft", ("table", "field", "person", "draft"))
"""What a person has written of a report and not sent."""
DRAFT_ANSWER = EncryptedField("draftAnswer", ("table", "field", "record"))
"""The answer to a new draft, with the faults of what was written, kept for a repeated call."""
MESSAGE = EncryptedField("message", ("table", "field", "thread"))
"""The text of a message between a member and the staff."""
CLINIC_SECRET = EncryptedField("signingSecrets", ("table", "field", "clinic"))
"""The secrets that a clinic's system signs its calls with."""
SHOWN_SIGNING_SECRET = EncryptedField("signingSecret", ("table", "field", "record"))
"""A clinic's signing secret that is returned once, kept in the answer that a repeated call gets."""
ENDPOINT_SECRET = EncryptedField("endpointSecrets", ("table", "field", "clinic", "endpoint"))
"""The secrets that we sign webhooks with."""
UNSUBSCRIBE = EncryptedField("unsubscribe", ("table", "field"))
"""The token of an unsubscribe link: whose e-mail of which kind it turns off."""
SHOWN_SECRET = EncryptedField("secret", ("table", "field", "record"))
"""A secret that is returned once, kept in the answer that a repeated call gets."""
SHOWN_FEED = EncryptedField("address", ("table", "field", "record"))
"""The address of a calendar feed that is returned once, kept in the answer that a repeated call gets."""
SHOWN_HEALTH = EncryptedField("health", ("table", "field", "record"))
"""What an answer tells of someone's health, kept for a repeated call."""
CALENDAR_ADDRESS = EncryptedField("icsUrl", ("table", "field", "practitioner"))
"""The private address of a practitioner's own calendar."""
