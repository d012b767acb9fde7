"""The finding on a document of a format that is not received here: it says what to send."""

from __future__ import annotations

from helsebro.invoices.finding import InvoiceFinding, Text
from helsebro.invoices.quotable import quotable
from helsebro_aws.invoices.einvoice.document import UblDocument
from helsebro_aws.invoices.einvoice.formats import OIOUBL, PEPPOL_BILLING
from helsebro_aws.invoices.einvoice.peppol.of_document import SPECIFICATION

RULE = "UBL-PROFILE"
SEND_PEPPOL = Text(
    "Formatet modtages ikke: send Peppol BIS Billing 3.0, med nøjagtig dens CustomizationID og ProfileID.",
    "Formatet mottas ikke: send Peppol BIS Billing 3.0, med nøyaktig dens CustomizationID og ProfileID.",
    "The format is not received here: send Peppol BIS Billing 3.0, with exactly its CustomizationID and "
    "ProfileID.",
)
SEND_PEPPOL_OR_OIOUBL = Text(
    "Formatet modtages ikke: send Peppol BIS Billing 3.0 eller OIOUBL 2.1, med nøjagtig dens "
    "CustomizationID og ProfileID.",
    "Formatet mottas ikke: send Peppol BIS Billing 3.0 eller OIOUBL 2.1, med nøyaktig dens "
    "CustomizationID og ProfileID.",
    "The format is not received here: send Peppol BIS Billing 3.0 or OIOUBL 2.1, with exactly its "
    "CustomizationID and ProfileID.",
)
NO_OIOUBL = Text(
    "OIOUBL modtages ikke her nu: send dokumentet som Peppol BIS Billing 3.0. En kreditnota må have et andet "
    "format end den faktura, den krediterer.",
    "OIOUBL mottas ikke her nå: send dokumentet som Peppol BIS Billing 3.0. En kreditnota kan ha et annet "
    "format enn fakturaen den krediterer.",
    "OIOUBL is not received here now: send the document as Peppol BIS Billing 3.0. A credit note may have "
    "another format than the invoice that it credits.",
)


def not_received(document: UblDocument, *, takes_oioubl: bool) -> InvoiceFinding:
    """Returns the finding; ``takes_oioubl`` says whether such a document could be sent as OIOUBL today."""
    root = document.root
    customization = document.value_at(root, "cbc:CustomizationID")
    profile = document.value_at(root, "cbc:ProfileID")
    if customization == OIOUBL and not takes_oioubl:
        return _finding(document, "CustomizationID", NO_OIOUBL, customization, SPECIFICATION)
    text = SEND_PEPPOL_OR_OIOUBL if takes_oioubl else SEND_PEPPOL
    if customization == SPECIFICATION:
        return _finding(document, "ProfileID", text, profile, PEPPOL_BILLING)
    if customization == OIOUBL:
        return _finding(document, "ProfileID", text, profile, None)
    return _finding(document, "CustomizationID", text, customization, SPECIFICATION)


def _finding(
    document: UblDocument, name: str, text: Text, found: str, expected: str | None
) -> InvoiceFinding:
    place = f"{document.place_of(document.root)}/cbc:{name}"
    return InvoiceFinding(RULE, "fatal", place, text, quotable(found), expected)
