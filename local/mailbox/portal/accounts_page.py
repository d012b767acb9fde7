"""The page of the own accounts, to which the message about a changed one leads (F4-30)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from helsebro.notifications.contact_record import Language
from local.clinic.url_path import segment
from local.mailbox.portal.portal_frame import part, words


def title(language: Language) -> str:
    """Returns the title of the page."""
    return str(words(language)["accounts"])


def reads(me: Mapping[str, Any]) -> tuple[str, ...]:
    """Returns the API's paths of the person's account at each payer."""
    return tuple(f"/v1/me/accounts/{segment(payer)}" for payer in _payers(me))


def content(answers: Sequence[Any], language: Language) -> str:
    """Returns the content for the API's answers: at each payer the account that counts, and those before."""
    me, *accounts = answers
    shown = zip(_payers(me), accounts, strict=True)
    parts = [part(payer, _lines(account, words(language))) for payer, account in shown]
    return f"<dl>{''.join(parts)}</dl>" if parts else f"<p>{words(language)['noAccount']}</p>"


def _payers(me: Mapping[str, Any]) -> list[str]:
    return list(dict.fromkeys(policy["payer"] for policy in me["policies"]))


def _lines(account: Mapping[str, Any] | None, known: Mapping[str, Any]) -> list[str]:
    if account is None:
        return [known["accountNotShown"]]
    counts = _confirmed(account) if "masked" in account else known["noAccount"]
    return [counts, *(f"{known['accountBefore']}: {_confirmed(each)}" for each in account["earlier"])]


def _confirmed(account: Mapping[str, Any]) -> str:
    at = account["confirmedAt"]
    return f"{account['masked']}, {at[:10]} {at[11:16]} UTC"
