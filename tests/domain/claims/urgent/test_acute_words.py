"""A member's words that suggest that help cannot wait, in three languages, and words that do not."""

from __future__ import annotations

import pytest

from helsebro.claims.urgent.acute_words import needs_in


@pytest.mark.parametrize(
    "text",
    [
        "Jeg har selvmordstanker og ved ikke hvad jeg skal",
        "JEG VIL IKKE LEVE MERE!",
        "Jeg ønsker at dø",
        "Jeg onsker ikke andet. Jeg oensker at doe.",
        "Min søn skader sig selv",
        "Jeg har skåret\nmig  selv.",
        "Jeg orker ikke å leve",
        "Har tenkt på å ta livet mitt",
        "I want to kill myself",
        "I don’t want to live",
        "self-harm again last night",
        "Min søn skærer sig i armene",
        "Jeg har tænkt på at gøre en ende på det hele",
        "Der er ingen grund til at leve",
        "Jeg orker ikke mer",
        "Jeg orker bare ikke mere!",
        "Jeg orker ikke mere. Kan I ringe?",
        "Min datter taler om at dø, og hun cutter sig",
        "Jeg er træt af livet",
        "Jeg har skrevet et afskedsbrev",
        "Det er ingen grunn til å leve",
        "Datteren min kutter seg",
        "Har tenkt på å gjøre slutt på det hele",
        "Jeg orker ikke mer, og ingen svarer",
        "Jeg er trøtt av å leve",
        "she cuts herself",
        "My son is cutting himself",
        "I have nothing to live for",
        "I just can’t go on.",
        "I don't want to be here anymore",
        "Jeg slår mig selv ihjel",
        "Så hænger jeg mig selv, jeg hænger mig.",
        "Jeg gør en ende på livet",
        "Jeg har lyst til at sluge alle pillerne",
        "Jeg vil hoppe ud foran toget",
        "Jeg kaster mig foran toget",
        "Jeg vil ikke mere leve",
        "Han siger, at han ikke gider leve. Han gider ikke leve.",
        "Jeg vil slå meg i hjel",
        "Hun har sjølvmordstankar",
        "Eg vil ikkje leve",
        "Eg orkar ikkje meir.",
        "Ho vil ta livet av seg, eg vil døy",
        "Jeg vil ikke mer leve",
        "Jeg svelger alle pillene",
        "I can’t go on living",
        "dont want to live",
        "I cant go on.",
        "I will swallow all my pills",
        "I want to jump in front of a train",
        "I would be better off dead",
    ],
)
def test_words_of_a_crisis_are_known_however_they_are_typed(text: str) -> None:
    assert needs_in(text) == {"crisis"}


@pytest.mark.parametrize(
    "text",
    [
        "Jeg har brystsmerter",
        "Min mand kan ikke få vejret",
        "Hun er bevidstløs",
        "Får ikke puste",
        "Jeg trenger akutt hjelp",
        "I can't breathe",
        "She has chest pains",
        "Min far har fået et slagtilfælde",
        "Lægen siger apopleksi",
        "Hun er lammet i ansigtet",
        "Han er faldet om",
        "Han faldt om på gulvet lige nu",
        "Han bliver kvalt i maden, han kvæler!",
        "Hun trækker ikke vejret",
        "Mannen min har fått hjerneslag",
        "Han er lam i ansiktet",
        "Ho får ikkje puste",
        "Han har falt om",
        "My husband had a stroke",
        "Her face is drooping",
        "He is choking",
        "She is not breathing",
        "He cant breathe",
    ],
)
def test_words_of_a_danger_to_life_are_known(text: str) -> None:
    assert needs_in(text) == {"acute"}


@pytest.mark.parametrize(
    "text",
    [
        "Jeg har taget en masse piller",
        "Hun har taget alle sine piller",
        "Jeg har tatt en haug med piller",
        "Hun har tatt alle tablettene",
        "I have taken a lot of pills",
        "She took all the pills",
    ],
)
def test_who_has_taken_too_much_needs_a_doctor_at_once_and_someone_to_talk_to(text: str) -> None:
    assert needs_in(text) == {"crisis", "acute"}


@pytest.mark.parametrize(
    "text",
    [
        "selv\u00admord",
        "selv\u200bmord",
        "s\u2060e\u2060l\u2060v\u2060mord",
        "selv\ufeffmord",
        "selv\u034fmord",
        "selv\u3164mord",
        "s\u0336e\u0336l\u0336v\u0336m\u0336o\u0336r\u0336d\u0336",
        "\uff33\uff45\uff4c\uff56\uff4d\uff4f\uff52\uff44",
        "selv-mord",
        "selv mord",
        "self\u2011harm",
        "jeg o\u0308nsker at d\u00f8",
        "jeg sla\u030ar mig selv ihjel",
        "vil\u00a0ikke\u2003leve",
        "I don\u00b4t want to live",
        "I don\u02bct want to live",
        "I don\uff07t want to live",
    ],
)
def test_signs_that_are_not_seen_and_other_letters_that_look_the_same_hide_nothing(text: str) -> None:
    assert needs_in(text) == {"crisis"}


def test_words_of_both_say_both_and_no_words_say_nothing() -> None:
    assert needs_in("Overdosis, og hun er bevidstløs") == {"crisis", "acute"}
    assert needs_in("Selvmord", None, "blodprop") == {"crisis", "acute"}
    assert needs_in() == needs_in(None, "") == frozenset()


@pytest.mark.parametrize(
    "text",
    [
        "Hvornår hører jeg fra jer?",
        "Jeg kan ikke mere bøje knæet, end da jeg skrev sidst",
        "Jeg har akut ondt i ryggen",
        "Jeg skadede mig i fodbold",
        "Kan jeg selv vælge psykolog?",
        "Jeg venter på svar om min depression",
        "Jeg vil døbe min søn i maj og bliver hjemme",
        "Kan jeg få fysioterapi? Det haster ikke.",
        "I hurt myself playing football",
        "The stroke of my backhand hurts",
        "Jeg har taget piller mod smerterne i en måned",
        "Lægen siger, at jeg skal tage mange piller",
        "Jeg orker ikke mere ventetid",
        "Jeg orker ikke mere fysioterapi end to gange om ugen",
        "Jeg kan ikke mere løfte armen",
        "Han skar sig i armen, da ruden gik i stykker",
        "Jeg skar mig i fingeren på en kniv",
        "Vi vil gerne gøre en ende på smerterne",
        "Der er ingen grund til at levere papirerne igen",
        "Jeg er træt af at vente",
        "Det er ingen grunn til å levere papirene igjen",
        "Jeg orker ikke mer venting",
        "Jeg kuttet meg på en kniv på jobb",
        "Jeg har tatt tabletter mot smertene i en uke",
        "Jeg er lei av å vente på svar",
        "She cut her arm on a broken window",
        "I cut myself shaving",
        "There is no reason to leave the clinic",
        "I can't go on holiday with this knee",
        "I take a lot of vitamins",
        "I am tired of waiting",
        "Smerterne er faldet om natten",
        "Prisen er faldet om sommeren",
        "Klinikken reagerer ikke.",
        "Smerten er helt væk.",
        "Jeg drukner i papirer",
        "Jeg har kramper i læggen, når jeg løber",
        "Jeg hænger mig i detaljer, når jeg skriver",
        "Husk at tage alle pillerne i kuren, sagde lægen",
        "I take all my pills every morning",
        "My backhand stroke hurts my elbow",
        "Toget var forsinket, og jeg sprang foran i køen",
        "Jeg har ikke mer å levere",
        "Eg vil ikkje levere fleire papir",
        "Jeg slår mig tit på bordet",
        "Jeg slo meg i hælen",
        "The disc has collapsed, says the scan",
        "Jeg kan ikke leve op til kravene på arbejdet",
    ],
)
def test_words_of_an_everyday_case_say_nothing(text: str) -> None:
    assert needs_in(text) == frozenset()


def test_the_words_of_one_text_do_not_go_on_in_the_next() -> None:
    assert needs_in("Jeg vil", "dø", "Min knæskade") == frozenset()
    assert needs_in("Jeg orker ikke mere", "Ventetid på knæet") == {"crisis"}
