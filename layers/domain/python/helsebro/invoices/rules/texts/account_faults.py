"""What a clinic reads about payment means with a wrong number: which part it is, and how it is written."""

from __future__ import annotations

from collections.abc import Mapping

from helsebro.invoices.finding import Text
from helsebro.payments.payment_faults import PaymentFault

TEXTS: Mapping[PaymentFault, Text] = {
    "signs": Text(
        "Skriv kontonummer, IBAN og registreringsnummer uden punktum og streg: kun tallene, og i en IBAN "
        "landets bogstaver.",
        "Skriv kontonummer og IBAN uten punktum og strek: bare sifrene, og i en IBAN landets bokstaver.",
        "Write the account number, IBAN and registration number without dots and dashes: the digits only, "
        "and in an IBAN the letters of the country.",
    ),
    "iban": Text(
        "IBAN er forkert: længden skal være landets, og kontrolcifrene skal passe.",
        "IBAN er feil: lengden må være landets, og kontrollsifrene må stemme.",
        "The IBAN is wrong: it must have the length of its country, and its check digits must match.",
    ),
    "iban-not-reached": Text(
        "Kontoen ligger uden for SEPA-området, og derhen kan forsikringsselskabets bank ikke betale. Brug en "
        "konto i et land i området.",
        "Kontoen ligger utenfor SEPA-området, og dit kan ikke forsikringsselskapets bank betale. Bruk en "
        "konto i et land i området.",
        "The account is outside the SEPA area, where the insurer's bank cannot pay. Use an account of a "
        "country inside it.",
    ),
    "iban-needed": Text(
        "Betalingskode 58 kræver en IBAN. Til et dansk kontonummer bruges kode 42 eller 31.",
        "Betalingskode 58 krever en IBAN. Til et norsk kontonummer brukes kode 30 eller 31.",
        "Payment code 58 needs an IBAN. For a national account number use code 42 or 31 in Denmark, and "
        "code 30 or 31 in Norway.",
    ),
    "branch-needed": Text(
        "Kontoens registreringsnummer på 4 cifre mangler (FinancialInstitutionBranch/ID).",
        "Kontoens danske registreringsnummer på 4 sifre mangler (FinancialInstitutionBranch/ID).",
        "The account's registration number of 4 digits is missing (FinancialInstitutionBranch/ID).",
    ),
    "branch": Text(
        "Kontoens registreringsnummer er forkert: det har 4 cifre.",
        "Kontoens registreringsnummer er feil: det har 4 sifre.",
        "The account's registration number is wrong: it has 4 digits.",
    ),
    "account-dk": Text(
        "Kontonummeret er forkert: et dansk har højst 10 cifre.",
        "Kontonummeret er feil: et dansk har høyst 10 sifre.",
        "The account number is wrong: a Danish one has at most 10 digits.",
    ),
    "account-no": Text(
        "Kontonummeret er forkert: et norsk har 11 cifre.",
        "Kontonummeret er feil: det har 11 sifre.",
        "The account number is wrong: a Norwegian one has 11 digits.",
    ),
    "account-no-check": Text(
        "Kontonummerets kontrolciffer, det sidste ciffer, passer ikke.",
        "Kontonummerets kontrollsiffer, det siste sifferet, stemmer ikke.",
        "The check digit of the account number, which is its last, does not match.",
    ),
    "branch-unneeded": Text(
        "Til denne betalingsmåde hører intet registreringsnummer (FinancialInstitutionBranch). Fjern det.",
        "Til denne betalingsmåten hører ikke noe registreringsnummer (FinancialInstitutionBranch). Fjern "
        "det.",
        "This way of payment has no registration number (FinancialInstitutionBranch). Remove it.",
    ),
    "creditor": Text(
        "FI-kreditornummeret er forkert: det har 8 cifre, og det første er 8.",
        "FI-kreditornummeret er feil: det har 8 sifre, og det første er 8.",
        "The FI creditor number is wrong: it has 8 digits, of which the first is 8.",
    ),
    "fi-kind": Text(
        "FI-koden begynder med korttypen 71, 73 eller 75, i Peppol for eksempel 71#.",
        "FI-koden begynner med korttypen 71, 73 eller 75, i Peppol for eksempel 71#.",
        "The FI code begins with the type of card 71, 73 or 75, in Peppol for example 71#.",
    ),
    "fi-digits": Text(
        "FI-kodens betalings-id har et forkert antal cifre: +71 har 15, +75 har 16 og +73 ingen.",
        "FI-kodens betalings-ID har feil antall sifre: +71 har 15, +75 har 16 og +73 ingen.",
        "The payment ID of the FI code has a wrong number of digits: +71 has 15, +75 has 16 and +73 none.",
    ),
    "fi-check": Text(
        "Kontrolcifret i FI-kodens betalings-id, det sidste ciffer, passer ikke.",
        "Kontrollsifferet i FI-kodens betalings-ID, det siste sifferet, stemmer ikke.",
        "The check digit of the FI code's payment ID, which is its last, does not match.",
    ),
    "kid-signs": Text(
        "KID (PaymentID) er forkert: den har kun cifre, uden mellemrum og bogstaver.",
        "KID (PaymentID) er feil: den har bare sifre, uten mellomrom og bokstaver.",
        "The KID (PaymentID) is wrong: it has digits only, without blanks and letters.",
    ),
    "kid-digits": Text(
        "KID (PaymentID) er forkert: den har 2 til 25 cifre.",
        "KID (PaymentID) er feil: den har 2 til 25 sifre.",
        "The KID (PaymentID) is wrong: it has 2 to 25 digits.",
    ),
    "kid-check": Text(
        "KID (PaymentID) er forkert: kontrolcifret, som er det sidste, passer ikke.",
        "KID (PaymentID) er feil: kontrollsifferet, som er det siste, stemmer ikke.",
        "The KID (PaymentID) is wrong: its check digit, which is its last, does not match.",
    ),
}
"""What is wrong → what the clinic reads."""
