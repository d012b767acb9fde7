"""Denial: why finance rejects an invoice, in words that the clinic reads among its findings.

The reasons are a closed list, so that no person is named in an invoice's findings and each reads its own
language.
"""

from __future__ import annotations

from collections.abc import Mapping

from helsebro.invoices.finding import InvoiceFinding, Text

DENIED = "HB-DENIED"
DENIALS: Mapping[str, Text] = {
    "account-unknown": Text(
        "Selskabet kender ikke den konto, der skal betales til. Registrér kontoen, og send fakturaen igen.",
        "Selskapet kjenner ikke kontoen det skal betales til. Registrer kontoen, og send fakturaen på nytt.",
        "The payer does not know the account to pay to. Register the account and send the invoice again.",
    ),
    "amount-not-agreed": Text(
        "Beløbet er ikke det, der er aftalt. Ret det, og send fakturaen igen.",
        "Beløpet er ikke det som er avtalt. Rett det, og send fakturaen på nytt.",
        "The amount is not what was agreed. Correct it and send the invoice again.",
    ),
    "practitioner-not-agreed": Text(
        "En anden behandler end den aftalte har holdt en konsultation.",
        "En annen behandler enn den avtalte har holdt en behandling.",
        "Another practitioner than the one agreed on held a session.",
    ),
    "session-paid-before": Text(
        "En konsultation på fakturaen er allerede betalt.",
        "En behandling på fakturaen er allerede betalt.",
        "A session on the invoice is already paid.",
    ),
    "treatment-not-agreed": Text(
        "Det, fakturaen gælder, er ikke aftalt med selskabet.",
        "Det fakturaen gjelder, er ikke avtalt med selskapet.",
        "What the invoice is for was not agreed with the payer.",
    ),
    "more-needed": Text(
        "Selskabet mangler oplysninger for at kunne betale. Kontakt selskabet, og send fakturaen igen.",
        "Selskapet mangler opplysninger for å kunne betale. Ta kontakt med selskapet, og send fakturaen på "
        "nytt.",
        "The payer needs to know more before it can pay. Contact the payer and send the invoice again.",
    ),
}
"""Reason → what the clinic reads."""


def finding_of(reason: str, root: str) -> InvoiceFinding:
    """Returns the finding of a denial, at the document's root. Raises ``KeyError`` for another reason."""
    return InvoiceFinding(DENIED, "fatal", root, DENIALS[reason])
