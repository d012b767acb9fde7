"""What a decision about an invoice does, in words that finance reads before it decides."""

from __future__ import annotations

from helsebro.invoices.finding import Text

APPROVING = Text(
    "Godkendes fakturaen, kontrolleres den igen, og det, der er nævnt her, tæller ikke mere. Er der intet "
    "andet galt, betales beløbet til klinikkens registrerede konto på forfaldsdagen.",
    "Godkjennes fakturaen, kontrolleres den på nytt, og det som er nevnt her, teller ikke lenger. Er det "
    "ikke noe annet galt, betales beløpet til klinikkens registrerte konto på forfallsdagen.",
    "If it is approved, the invoice is checked again, and what is listed here no longer counts. If nothing "
    "else is wrong, the amount is paid to the clinic's registered account on the due day.",
)
APPROVING_NOTE = Text(
    "Godkendes kreditnotaen, kontrolleres den igen, og det, der er nævnt her, tæller ikke mere. Er der intet "
    "andet galt, betales det mindre for den faktura, som den krediterer.",
    "Godkjennes kreditnotaen, kontrolleres den på nytt, og det som er nevnt her, teller ikke lenger. Er det "
    "ikke noe annet galt, betales det mindre for fakturaen som den krediterer.",
    "If it is approved, the credit note is checked again, and what is listed here no longer counts. If "
    "nothing else is wrong, less is paid for the invoice that it credits.",
)
DENYING = Text(
    "Afvises den, sker der intet andet, end at klinikken læser grunden. Den kan rette og sende igen.",
    "Avvises den, skjer det ikke annet enn at klinikken leser grunnen. Den kan rette og sende på nytt.",
    "If it is denied, nothing is paid and the clinic reads the reason. It can correct and send it again.",
)
