"""The texts of the next steps after a denial, and the names of the facts of a question in plain words."""

from __future__ import annotations

from collections.abc import Mapping

from helsebro.support import SAFETY

Texts = Mapping[str, str]


def _texts(da: str, nb: str, en: str) -> Texts:
    return {"da": da, "nb": nb, "en": en}


PUBLIC_HELP: Mapping[str, Mapping[str, Texts]] = {
    "cancer": {
        "DK": _texts(
            "Ved mistanke om kræft eller kendt kræft har du ret til et pakkeforløb i det offentlige: "
            "kontakt egen "
            "læge eller det hospital, der følger dig, og spørg patientvejlederen, hvis noget går i stå.",
            "Ved mistanke om kreft eller kjent kreft har du rett til et pakkeforløp i det offentlige "
            "i Danmark: "
            "kontakt fastlegen eller sykehuset som følger deg, og spør pasientveilederen hvis noe "
            "stopper opp.",
            "With suspected or known cancer you have a right to a public cancer pathway: contact "
            "your own doctor "
            "or the hospital that follows you, and ask its patient adviser if anything stalls.",
        ),
        "NO": _texts(
            "Ved mistanke om kræft eller kendt kræft har du ret til et pakkeforløb i det offentlige i Norge: "
            "kontakt fastlægen eller sygehusets forløbskoordinator.",
            "Ved mistanke om kreft eller kjent kreft har du rett til et pakkeforløp i det "
            "offentlige: kontakt "
            "fastlegen eller sykehusets forløpskoordinator.",
            "With suspected or known cancer you have a right to a public cancer pathway in Norway: "
            "contact your "
            "doctor or the hospital's pathway coordinator.",
        ),
    },
    "acute": {"DK": SAFETY, "NO": SAFETY},
    "general": {
        "DK": _texts(
            "Egen læge kan henvise til behandling i det offentlige, og regionens patientvejleder hjælper med "
            "ventetider og frit sygehusvalg.",
            "Fastlegen kan henvise til behandling i det offentlige i Danmark, og regionens "
            "pasientveileder hjelper "
            "med ventetider og fritt sykehusvalg.",
            "Your own doctor can refer you to treatment in the public system, and the region's "
            "patient adviser "
            "helps with waiting times and the free choice of hospital.",
        ),
        "NO": _texts(
            "Fastlægen kan henvise til behandling i det offentlige i Norge, og helsenorge.no hjælper "
            "med valg af "
            "behandlingssted og ventetider.",
            "Fastlegen kan henvise til behandling i det offentlige, og helsenorge.no hjelper med valg av "
            "behandlingssted og ventetider.",
            "Your doctor can refer you to treatment in the public system in Norway, and "
            "helsenorge.no helps with "
            "the choice of hospital and waiting times.",
        ),
    },
}
"""Help in the public system, by topic and by the country whose system it is (R-614, R-731, R-603, F4-27)."""

MEDICAL_ADVICE = _texts(
    "Vores sundhedsfaglige rådgivere kan stadig vejlede dig om, hvad du selv kan gøre, og hvor du "
    "kan gå hen.",
    "Våre helsefaglige rådgivere kan fortsatt veilede deg om hva du selv kan gjøre, og hvor du kan "
    "henvende deg.",
    "Our medical advisers can still tell you what you can do yourself and where you can turn.",
)
"""A denied member still gets medical advice (F4-27)."""

WAITING = _texts(
    "Venter behandlingen til {coveredFrom}, bliver den dækket, når resten er uændret.",
    "Venter behandlingen til {coveredFrom}, blir den dekket når resten er uendret.",
    "If the treatment waits until {coveredFrom}, it becomes covered, all else being equal.",
)

FACTS: Mapping[str, Texts] = {
    "evidence": _texts(
        "Send eller oplys dette, så vurderer vi igen: {name}.",
        "Send eller opplys dette, så vurderer vi igjen: {name}.",
        "Send or tell us this and we assess again: {name}.",
    ),
    "choice": _texts(
        "Svaret bliver et andet, hvis dette vælges anderledes: {name}.",
        "Svaret blir et annet hvis dette velges annerledes: {name}.",
        "The answer becomes another if this is chosen differently: {name}.",
    ),
    "correction": _texts(
        "Tjek, om dette er oplyst rigtigt, for det har betydning for svaret: {name}.",
        "Sjekk om dette er riktig opplyst, for det har betydning for svaret: {name}.",
        "Check that this was told rightly, for the answer hangs on it: {name}.",
    ),
}
"""What to do about a fact, by the kind of step."""

COMPLAINT: Mapping[str, Texts] = {
    "department": _texts(
        "Er du uenig, så skriv først til den afdeling, der har afgjort sagen.",
        "Er du uenig, skriv først til avdelingen som har avgjort saken.",
        "If you disagree, write first to the department that decided the case.",
    ),
    "quality": _texts(
        "Er du stadig uenig, så skriv til Kvalitetsafdelingen.",
        "Er du fortsatt uenig, skriv til kvalitetsavdelingen.",
        "If you still disagree, write to the quality department.",
    ),
    "board": _texts(
        "Er du fortsat uenig, kan du klage til Ankenævnet for Forsikring på et særligt skema mod et "
        "mindre gebyr.",
        "Er du fortsatt uenig, kan du klage til Ankenævnet for Forsikring på et eget skjema mot et "
        "mindre gebyr.",
        "If you disagree even then, you can complain to the insurance complaints board (Ankenævnet for "
        "Forsikring) on a special form and for a small fee.",
    ),
}
"""The complaint ladder, a step at a time (R-1501)."""

COURT = _texts(
    "Uenighed kan også indbringes for domstolene; dansk ret gælder, og sagen føres ved danske domstole.",
    "Uenighet kan også bringes inn for domstolene; dansk rett gjelder, og saken føres ved danske domstoler.",
    "A dispute can also be taken to court; Danish law applies, before Danish courts.",
)
"""R-1502."""

REFERRALS: Mapping[str, Texts] = {
    "recommendation": _texts(
        "en anbefaling fra lægen",
        "en anbefaling fra legen",
        "a recommendation by the doctor",
    ),
    "own-doctor": _texts(
        "en henvisning fra egen læge", "en henvisning fra fastlegen", "your doctor's referral"
    ),
    "physiotherapy": _texts(
        "en lægehenvisning til fysioterapi",
        "en henvisning fra lege til fysioterapi",
        "a doctor's referral to physiotherapy",
    ),
    "specialist": _texts(
        "en henvisning til speciallæge", "en henvisning til spesialist", "a referral to a specialist"
    ),
}
"""The papers that ``evidence.referral`` may be, each by its name."""

NAMES: Mapping[str, Texts] = {
    "cause": _texts(
        "om sagen hører til arbejdet eller fritiden",
        "om saken hører til arbeidet eller fritiden",
        "whether the case belongs to work or to leisure",
    ),
    "condition.category": _texts(
        "hvilken slags sygdom eller skade det er",
        "hva slags sykdom eller skade det er",
        "what kind of illness or injury it is",
    ),
    "condition.arisenOn": _texts(
        "hvornår sygdommen eller skaden opstod",
        "når sykdommen eller skaden oppstod",
        "when the illness or injury arose",
    ),
    "condition.symptomsFrom": _texts(
        "hvornår symptomerne begyndte", "når symptomene begynte", "when the symptoms began"
    ),
    "condition.diagnosedOn": _texts(
        "hvornår diagnosen blev stillet", "når diagnosen ble stilt", "when the diagnosis was made"
    ),
    "condition.reportedOn": _texts(
        "hvornår sagen blev anmeldt", "når saken ble meldt", "when the case was reported"
    ),
    "condition.chronic": _texts("om lidelsen er kronisk", "om lidelsen er kronisk", "whether it is chronic"),
    "condition.sequelaOfChronicDiagnosedOn": _texts(
        "om det er en følge af en kronisk sygdom",
        "om det er en følge av en kronisk sykdom",
        "whether it follows from a chronic illness",
    ),
    "condition.arisenAbroad": _texts(
        "om det opstod i udlandet", "om det oppstod i utlandet", "whether it arose abroad"
    ),
    "condition.circumstances": _texts(
        "omstændighederne ved sagen", "omstendighetene ved saken", "the circumstances of the case"
    ),
    "treatment.startsOn": _texts(
        "hvornår behandlingen begynder", "når behandlingen begynner", "when the treatment begins"
    ),
    "treatment.country": _texts("behandlingslandet", "behandlingslandet", "the country of treatment"),
    "treatment.inNetwork": _texts(
        "en behandler i netværket", "en behandler i nettverket", "a practitioner in the network"
    ),
    "treatment.sessions": _texts("antallet af behandlinger", "antall behandlinger", "the number of sessions"),
    "treatment.hours": _texts("antallet af timer", "antall timer", "the number of hours"),
    "treatment.cost": _texts("prisen", "prisen", "the price"),
    "treatment.practitioner.providerNumber": _texts(
        "om behandleren har ydernummer",
        "om behandleren har avtale med det offentlige",
        "whether the practitioner has a provider number",
    ),
    "treatment.practitioner.approvals": _texts(
        "behandlerens godkendelser", "behandlerens godkjenninger", "the practitioner's approvals"
    ),
    "treatment.practitioner.relation": _texts(
        "en behandler, der ikke er i familie med dig",
        "en behandler som ikke er i familie med deg",
        "a practitioner who is no relative of yours",
    ),
    "treatment.distanceKm": _texts(
        "afstanden i kilometer", "avstanden i kilometer", "the distance in kilometres"
    ),
    "treatment.recommendedKm": _texts(
        "afstanden til det anbefalede sted",
        "avstanden til det anbefalte stedet",
        "the distance to the recommended place",
    ),
    "treatment.nights": _texts("antallet af overnatninger", "antall overnattinger", "the number of nights"),
    "treatment.bmi": _texts("BMI", "BMI", "the BMI"),
    "evidence.referral": _texts("en lægehenvisning", "en henvisning fra lege", "a doctor's referral"),
    "evidence.policeReport": _texts("en politirapport", "en politirapport", "a police report"),
    "evidence.specialistOrder": _texts(
        "en speciallæges ordination", "en ordinasjon fra spesialist", "a specialist's order"
    ),
    "evidence.directlyAfterCoveredStay": _texts(
        "at behandlingen følger lige efter et dækket forløb",
        "at behandlingen følger rett etter et dekket forløp",
        "that the treatment comes directly after covered treatment",
    ),
    "evidence.approvedBeforehand": _texts(
        "vores godkendelse, før behandlingen begynder",
        "vår godkjenning før behandlingen begynner",
        "our approval before the treatment begins",
    ),
    "evidence.disabledForTransport": _texts(
        "at du ikke kan sidde i bil eller offentlig transport",
        "at du ikke kan sitte i bil eller offentlig transport",
        "that you cannot sit in a car or public transport",
    ),
    "evidence.subsidy": _texts(
        "tilskud fra det offentlige eller »danmark«",
        "tilskudd fra det offentlige eller «danmark»",
        'a subsidy from the public or "danmark"',
    ),
    "evidence.otherInsurer": _texts(
        "om et andet selskab også dækker",
        "om et annet selskap også dekker",
        "whether another insurer covers it too",
    ),
    "evidence.otherInsurerPays": _texts(
        "hvad det andet selskab betaler", "hva det andre selskapet betaler", "what the other insurer pays"
    ),
    "evidence.actualCost": _texts("hvad regningen lyder på", "hva regningen lyder på", "what the bill says"),
    "evidence.informationOutstanding": _texts(
        "de oplysninger, vi har bedt om", "opplysningene vi har bedt om", "the information we have asked for"
    ),
    "evidence.doctorsNamed": _texts(
        "navn og kontakt på de læger og hospitaler, der kender dit helbred",
        "navn og kontakt til legene og sykehusene som kjenner helsen din",
        "the names and contacts of the doctors and hospitals that know your health",
    ),
    "evidence.writtenConsent": _texts(
        "dit skriftlige samtykke", "ditt skriftlige samtykke", "your written consent"
    ),
    "event.kind": _texts("hvilken hændelse det var", "hvilken hendelse det var", "what event it was"),
    "event.occurredOn": _texts("hvornår hændelsen skete", "når hendelsen skjedde", "when the event happened"),
    "person.bornOn": _texts("fødselsdatoen", "fødselsdatoen", "the date of birth"),
}
"""The facts of a question of cover by their path in its body."""
