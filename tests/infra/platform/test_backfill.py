"""The function ``backfill`` updates items of whole tables, and reads nothing that is encrypted in them.

It makes the digests of names and phone numbers, for which it reads the pseudonym key.
"""

from __future__ import annotations

from tests.infra.template import Template, as_text, listed


def test_it_scans_and_updates_the_tables_whose_rows_last(template: Template) -> None:
    [on_tables] = [one for one in template.rights_of("backfill") if "dynamodb:Scan" in listed(one["Action"])]
    assert set(on_tables["Action"]) == {"dynamodb:Scan", "dynamodb:UpdateItem"}
    tables = {template.referred(resource) for resource in on_tables["Resource"]}
    assert len(tables) == 5
    assert not [table for table in tables if "outbox" in table.lower() or "idempotency" in table.lower()]


def test_it_uses_the_key_of_the_tables_only_through_dynamodb_and_decrypts_only_the_pseudonym_key(
    template: Template,
) -> None:
    uses = [one for one in template.rights_of("backfill") if "kms:Decrypt" in listed(one["Action"])]
    at_rest, pseudonym = sorted(uses, key=lambda one: "StringEquals" not in one["Condition"])
    through = at_rest["Condition"]["StringEquals"]["kms:ViaService"]
    assert "dynamodb." in as_text(through)
    assert "s3." not in as_text(through)
    bound = pseudonym["Condition"]["ForAllValues:StringLike"]
    assert bound == {"kms:EncryptionContextKeys": ["purpose"]}
