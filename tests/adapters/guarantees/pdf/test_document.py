from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from helsebro.coverage.question.vocabulary import TREATMENTS
from helsebro.coverage.texts.fact_texts import word_of
from helsebro.guarantees.guarantee import GrantedExtension
from helsebro.money import Money
from helsebro.payer import Contact
from helsebro.policies.payer_mark import payer_mark
from helsebro.tariffs.fee import SERVICES, AppliedRate, Fee
from helsebro_aws.guarantees.pdf.document import HERE, render
from helsebro_aws.guarantees.pdf.paper import Paper
from tests.builders.domain.guarantees import guarantee
from tests.builders.domain.png import png
from tests.builders.domain.practitioners import practitioner
from tests.builders.network import clinic

GUARANTEE = guarantee(
    number="G26-7K3Q9-M2X4T",
    case_reference="HB-ABCD-EFGH-2345-MNOP",
    sessions_granted=3,
    valid_from=date(2026, 11, 21),
    valid_until=date(2027, 5, 20),
    fee=Money.of(400),
    contact=Contact("sundhed@example.org", "70 11 20 20", "8–16"),
    payer_endpoint=("0088", "5790000000005"),
    issued_at=datetime(2026, 11, 21, 23, 30, tzinfo=UTC),
)
PAPER = Paper(GUARANTEE, "Tryg", "Åse Ærø Nguyễn", "https://api.example/")
NORD = clinic(clinic_id="cli_a", name="Klinik Nord")
FULL = replace(
    PAPER,
    clinic=NORD,
    practitioner=practitioner(),
    address=practitioner().address,
    mark=payer_mark(png(600, 200)),
)
"""A paper with everything that it may show."""
POINTS = ("member_points", "refund_points", "clinic_points")
LINK = "https://api.example/v1/verify/HB-ABCD-EFGH-2345-MNOP"


def fees(*amounts: int) -> tuple[Fee, ...]:
    return tuple(Fee(service, Money.of(amount)) for service, amount in zip(SERVICES, amounts, strict=True))


def read(paper: Paper) -> PdfReader:
    return PdfReader(BytesIO(render(paper)))


def text_of(paper: Paper) -> str:
    text = "\n".join(page.extract_text() for page in read(paper).pages)
    return text.replace("\N{NO-BREAK SPACE}", " ")


def text_with(**changes: Any) -> str:
    return text_of(replace(PAPER, guarantee=replace(GUARANTEE, **changes)))


def test_the_document_states_what_is_guaranteed() -> None:
    text = text_of(PAPER)
    for phrase in (
        GUARANTEE.number,
        GUARANTEE.case_reference,
        "Åse Ærø Nguyễn",
        "Fysioterapi",
        "Antal behandlinger 3",
        "fra 21. november 2026 til og med 20. maj 2027",
        "400 kr. pr. behandling",
        "GLN/EAN 5790000000005",
        "70 11 20 20",
        "sundhed@example.org",
        "8–16",
    ):
        assert phrase in text
    assert "Udstedt 22. november 2026" in text, "the day is that of Copenhagen"


@pytest.mark.parametrize("language, word", [("da", "Forlænget"), ("nb", "Forlenget"), ("en", "Extended")])
def test_the_paper_of_an_extended_guarantee_shows_the_day_and_stays_one_page(
    language: str, word: str
) -> None:
    at = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)
    added = GrantedExtension(at, 3, date(2027, 6, 30))
    extended = replace(GUARANTEE, extended_at=at, extensions=(added,) * 5)
    document = read(replace(FULL, guarantee=extended, language=language))
    content = document.pages[0].extract_text()
    assert (len(document.pages), f"{word} 1" in content, "2027" in content) == (1, True, True)
    assert word not in text_of(replace(PAPER, language=language))


@pytest.mark.parametrize("language", ["da", "nb", "en"])
def test_the_document_is_one_tagged_page_in_its_language(language: str) -> None:
    document = read(replace(PAPER, language=language))
    root: Any = document.trailer["/Root"]
    assert (len(document.pages), root["/Lang"]) == (1, language)
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert document.metadata
    assert GUARANTEE.number in str(document.metadata.title)


def test_the_qr_code_and_the_text_below_it_contain_the_link_of_the_public_check() -> None:
    page = read(PAPER).pages[0]
    annotations = [note.get_object() for note in page["/Annots"]]  # type: ignore[attr-defined]
    assert {note["/A"]["/URI"] for note in annotations} == {LINK}
    assert len(annotations) >= 2
    assert "api.example/v1/verify/" in page.extract_text()


@pytest.mark.parametrize(
    "changes, text",
    [
        ({"fee": None}, "prisen er ikke aftalt endnu; ring til os, før du begynder"),
        (
            {"fee": Money.of(330), "fees": (Fee("first", Money.of(560)), Fee("follow-up", Money.of(330)))},
            "560 kr. første behandling, 330 kr. efterfølgende behandling",
        ),
        ({"fees": (Fee("debriefing", Money.of(900)),)}, "900 kr. telefonisk debriefing"),
        (
            {"fee": Money.of(850), "fees": fees(850, 850, 900)},
            "Aftalt honorar 850 kr. pr. behandling, 900 kr. telefonisk debriefing Behandlingssted",
        ),
        (
            {"fee": Money.of(850), "fees": fees(850, 850, 850)},
            "Aftalt honorar 850 kr. pr. behandling og telefonisk debriefing Behandlingssted",
        ),
        ({"fee": Money.of("0.50", "NOK")}, "0,50 norske kr."),
    ],
)
def test_the_document_shows_the_fee_of_each_service(changes: dict[str, Any], text: str) -> None:
    assert text in " ".join(text_with(**changes).split())


def test_the_document_names_practitioner_clinic_and_address() -> None:
    text = " ".join(text_of(FULL).split())
    for phrase in (
        "Behandler Kim Kirk",
        "Klinik Klinik Nord, tlf. 70 22 33 44",
        "Adresse Torvegade 1, 6700 Esbjerg",
    ):
        assert phrase in text
    assert "i vores netværk" not in text


def test_without_a_practitioner_the_document_names_the_clinic_alone() -> None:
    text = text_of(replace(PAPER, clinic=NORD))
    assert "Klinik Nord" in text
    assert "Adresse" not in text
    assert "i vores netværk" in text_of(PAPER)


def test_a_clinic_whose_practitioners_are_at_one_place_has_an_address() -> None:
    text = " ".join(text_of(replace(PAPER, clinic=NORD, address=practitioner().address)).split())
    assert "Adresse Torvegade 1, 6700 Esbjerg" in text


FREE = {"da": "skal du ikke selv betale", "nb": "trenger du ikke å betale selv", "en": "you pay nothing"}


@pytest.mark.parametrize("language", ["da", "nb", "en"])
@pytest.mark.parametrize(
    "fee, cost, is_free",
    [
        (Money.of(400), None, True),
        (Money.of(400), Money.of(400), True),
        (Money.of(400), Money.of("400.01"), False),
        (None, None, False),
    ],
)
def test_the_paper_promises_to_pay_everything_only_when_that_is_true(
    language: str, fee: Money | None, cost: Money | None, is_free: bool
) -> None:
    paper = replace(PAPER, guarantee=replace(GUARANTEE, fee=fee), cost=cost, language=language)
    assert (FREE[language] in " ".join(text_of(paper).split())) == is_free


@pytest.mark.parametrize("rate, is_free", [(AppliedRate("country", date(2026, 1, 1)), True), (None, False)])
def test_a_member_pays_nothing_beside_the_whole_tariff(rate: AppliedRate | None, is_free: bool) -> None:
    """Without the rate a subsidy was deducted; what the member was told of the price is no price there."""
    guarantee = replace(GUARANTEE, fee=Money.of(325), fees=(Fee("follow-up", Money.of(325), rate),))
    paper = replace(PAPER, guarantee=guarantee, cost=Money.of(5000))
    assert (FREE["da"] in " ".join(text_of(paper).split())) == is_free


NAMES_A_GUARANTEE = {"da": "garanti", "nb": "garanti", "en": "guarantee"}
REFUND = replace(PAPER, guarantee=replace(GUARANTEE, settlement="refund"), cost=Money.of(600))


@pytest.mark.parametrize(
    "language, phrases",
    [
        (
            "da",
            (
                "Tilsagn om refusion",
                "Tryg refunderer udgiften til behandlingen",
                "Du betaler først 600 kr. pr. behandling",
                "Vi refunderer op til 400 kr. pr. behandling",
                "uden for vores netværk",
                "Send regningerne ind i din sag, når forløbet er slut",
            ),
        ),
        (
            "nb",
            (
                "Tilsagn om refusjon",
                "Tryg refunderer utgiften til behandlingen",
                "Du betaler først 600 danske kr per behandling",
                "Vi refunderer inntil 400 danske kr per behandling",
                "utenfor nettverket vårt",
                "Send regningene inn i saken din når forløpet er slutt",
            ),
        ),
        (
            "en",
            (
                "Approval of a refund",
                "Tryg refunds the cost of the treatment",
                "You pay first DKK 600 per session",
                "We refund up to DKK 400 per session",
                "outside our network",
                "Send the bills in your case when the course of treatment has ended",
            ),
        ),
    ],
)
def test_the_paper_of_a_refund_says_what_the_member_pays_first_and_gets_back(
    language: str, phrases: tuple[str, ...]
) -> None:
    text = " ".join(text_of(replace(REFUND, language=language)).split())
    assert [phrase for phrase in phrases if phrase not in text] == []
    words = json.loads((HERE / "texts" / f"{language}.json").read_text("utf-8"))
    for of_a_clinic in ("clinic", "invoice_to", "any_practitioner", "free", "not_free", "price"):
        assert words[of_a_clinic] not in text, of_a_clinic
    assert "5790000000005" not in text
    assert NAMES_A_GUARANTEE[language] not in text.casefold()


def test_an_open_refund_names_no_amount() -> None:
    text = text_of(replace(REFUND, guarantee=replace(REFUND.guarantee, fee=None), cost=None))
    assert "Vi refunderer det, din police dækker" in " ".join(text.split())
    assert "Du betaler først" not in text


JANUARY = datetime(2027, 1, 15, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    "language, extension, shown",
    [
        ("da", GrantedExtension(JANUARY, 1), "Forlænget 15. januar 2027: 1 behandling mere"),
        (
            "nb",
            GrantedExtension(JANUARY, 3, date(2027, 6, 30)),
            "Forlenget 15. januar 2027: 3 behandlinger til, ny siste dag 30. juni 2027",
        ),
        (
            "en",
            GrantedExtension(JANUARY, 0, date(2027, 6, 30)),
            "Extended 15 January 2027: new last day 30 June 2027",
        ),
    ],
)
def test_the_document_says_what_an_extension_added_and_when(
    language: str, extension: GrantedExtension, shown: str
) -> None:
    extended = replace(GUARANTEE, extended_at=JANUARY, extensions=(extension,))
    text = text_of(replace(PAPER, guarantee=extended, language=language))
    assert shown in " ".join(text.split())


def test_a_guarantee_extended_before_additions_were_stored_shows_the_day() -> None:
    assert "Forlænget 15. januar 2027\n" in text_with(extended_at=JANUARY)


def test_the_paper_carries_the_payers_mark_with_its_name_as_the_text_of_the_image() -> None:
    document = read(FULL)
    assert len(document.pages[0].images) == 1
    assert b"/Alt" in render(FULL)
    assert text_of(PAPER).startswith("Tryg")
    assert not text_of(FULL).startswith("Tryg")


@pytest.mark.parametrize("language", ["da", "nb", "en"])
def test_only_a_guarantee_that_can_be_extended_invites_to_ask_for_more(language: str) -> None:
    words = json.loads((HERE / "texts" / f"{language}.json").read_text("utf-8"))
    course = replace(PAPER, guarantee=replace(GUARANTEE, treatment="crisis-help"), language=language)
    crisis, other = (
        " ".join(text_of(paper).split()) for paper in (course, replace(PAPER, language=language))
    )
    assert (words["more"] in other, words["crisis"] in other) == (True, False)
    assert (words["more"] in crisis, words["crisis"] in crisis) == (False, True)


@pytest.mark.parametrize(
    "name, shown",
    [
        ("#panic() *x* $1$ \\", "#panic() *x* $1$ \\"),
        ("李小龙 Li", "��� Li"),
        ("A\u202eB\nC\x00D", "AB CD"),
        ("Ae\u0301va", "Aéva"),
    ],
)
def test_a_name_is_text_and_never_breaks_the_document(name: str, shown: str) -> None:
    assert shown in text_of(replace(PAPER, person_name=name))


@pytest.mark.parametrize("treatment", sorted(TREATMENTS))
def test_every_treatment_has_a_name_in_every_language(treatment: str) -> None:
    for language in ("da", "nb", "en"):
        assert word_of("treatment.type", treatment, language) != treatment or language == "en"


def test_every_language_has_the_same_texts() -> None:
    words = [json.loads(path.read_text("utf-8")) for path in sorted((HERE / "texts").glob("*.json"))]
    assert len(words) == 3
    for texts in words:
        assert set(texts) == set(words[0])
        assert [len(texts[points]) for points in POINTS] == [2, 3, 3]
        assert {country: set(of) for country, of in texts["approved"].items()} == {
            country: set(of) for country, of in words[0]["approved"].items()
        }


@pytest.mark.parametrize(
    "language, row",
    [
        ("da", "Skal begynde senest 5. december 2026"),
        ("nb", "Må begynne senest 5. desember 2026"),
        ("en", "Must begin by 5 December 2026"),
    ],
)
def test_the_paper_names_the_last_day_to_begin(language: str, row: str) -> None:
    course = replace(GUARANTEE, treatment="crisis-help", begin_by=date(2026, 12, 5))
    assert row in " ".join(text_of(replace(PAPER, guarantee=course, language=language)).split())


@pytest.mark.parametrize(
    "language, price",
    [("da", "7.800 kr. i alt"), ("nb", "7 800 danske kr i alt"), ("en", "DKK 7,800 in all")],
)
def test_a_price_in_all_is_no_price_of_a_session(language: str, price: str) -> None:
    whole = replace(GUARANTEE, treatment="rehabilitation", fee=Money.of(7800), fee_for="whole")
    text = text_of(replace(PAPER, guarantee=whole, language=language))
    assert price in text.replace(",00", "").replace(".00", "")
    refunded = text_of(replace(PAPER, guarantee=replace(whole, settlement="refund"), language=language))
    assert price in refunded.replace(",00", "").replace(".00", "")


@pytest.mark.parametrize(
    "language, trips",
    [("da", "1 tur frem og tilbage"), ("nb", "1 reise tur-retur"), ("en", "1 return trip")],
)
def test_transport_counts_trips_and_names_no_clinic(language: str, trips: str) -> None:
    trip = replace(GUARANTEE, treatment="transport", settlement="refund", sessions_granted=1)
    text = text_of(replace(PAPER, guarantee=trip, language=language))
    words = json.loads((HERE / "texts" / f"{language}.json").read_text("utf-8"))
    assert trips in text
    assert words["sessions"] not in text
    assert words["place"] not in text
    assert words["refund_points"][0].split(".")[0] not in text


def test_medicine_has_no_number() -> None:
    text = text_with(treatment="medicine", settlement="refund")
    assert "Antal" not in text


@pytest.mark.parametrize(
    "language, row, absent",
    [
        ("da", "Vi betaler 312,50 kr. af 500 kr. pr. behandling", "Aftalt honorar"),
        ("nb", "Vi betaler 312,50 danske kr av 500 danske kr per behandling", "Avtalt pris"),
        ("en", "We pay DKK 312.50 of DKK 500 per session", "Agreed fee"),
    ],
)
def test_a_part_of_the_price_is_no_agreed_fee(language: str, row: str, absent: str) -> None:
    shared = replace(GUARANTEE, fee=Money.of("312.50"))
    text = " ".join(text_of(replace(PAPER, guarantee=shared, cost=Money.of(500), language=language)).split())
    assert (row in text, absent in text) == (True, False)


@pytest.mark.parametrize("language", ["da", "nb", "en"])
def test_the_paper_of_one_price_for_a_course_counts_no_sessions(language: str) -> None:
    words = json.loads((HERE / "texts" / f"{language}.json").read_text("utf-8"))
    course: dict[str, Any] = {"treatment": "misuse", "fee_for": "whole", "sessions_granted": 1}
    text = " ".join(
        text_of(replace(PAPER, guarantee=replace(GUARANTEE, **course), language=language)).split()
    )
    for counted in (words["sessions"], words["member_points"][0], words["more"], words["invoice_each"]):
        assert counted not in text, counted
    assert words["invoice_whole"] in text


def test_one_price_for_several_sessions_is_billed_in_equal_parts() -> None:
    whole = {"treatment": "rehabilitation", "fee_for": "whole", "sessions_granted": 12}
    text = " ".join(text_with(fee=Money.of(7800), **whole).split())
    assert "Antal behandlinger 12" in text
    assert "hver på 650 kr., som er en lige stor del af prisen" in text


@pytest.mark.parametrize(
    "language, sessions, text",
    [
        ("da", 2, "prisen. De næste 2 koster 500 kr. hver."),
        ("nb", 2, "prisen. De neste 2 koster 500 danske kr hver."),
        ("en", 1, "of the price. The next one costs DKK 500 in all."),
    ],
)
def test_the_sessions_of_an_extension_are_billed_at_its_own_price(
    language: str, sessions: int, text: str
) -> None:
    whole: dict[str, Any] = {"treatment": "rehabilitation", "fee_for": "whole", "sessions_granted": 12}
    granted = replace(GUARANTEE, fee=Money.of(7800), **whole)
    extended = granted.extend(sessions, granted.valid_until, datetime(2026, 12, 1, tzinfo=UTC), Money.of(500))
    shown = " ".join(text_of(replace(PAPER, guarantee=extended, language=language)).split())
    assert text in shown


@pytest.mark.parametrize(
    "treatment, country, place",
    [
        ("osteopathy", "DK", "en osteopat uden for vores netværk, der er medlem af Registrerede Osteopater"),
        ("osteopathy", "NO", "en godkendt osteopat uden for vores netværk"),
        ("physiotherapy", "DK", "en behandler uden for vores netværk, som du selv vælger"),
    ],
)
def test_the_paper_of_a_refund_names_what_the_practitioner_must_have(
    treatment: str, country: str, place: str
) -> None:
    """A grant holds only for an approved practitioner (R-813 to R-816)."""
    assert place in " ".join(text_with(settlement="refund", treatment=treatment, country=country).split())


@pytest.mark.parametrize("language", ["da", "nb", "en"])
def test_the_paper_of_a_trip_speaks_of_no_treatment_below(language: str) -> None:
    words = json.loads((HERE / "texts" / f"{language}.json").read_text("utf-8"))
    trip = replace(GUARANTEE, treatment="transport", settlement="refund", sessions_granted=1)
    text = " ".join(text_of(replace(PAPER, guarantee=trip, language=language)).split())
    assert words["own_lead"].format(payer="Tryg") in text
    assert words["refund_more"] not in text


@pytest.mark.parametrize(
    "language, text",
    [
        ("da", "op til 400 kr. for den første behandling og 330 kr. for hver af de næste"),
        ("nb", "inntil 400 danske kr for den første behandlingen og 330 danske kr for hver av de neste"),
        ("en", "up to DKK 400 for the first session and DKK 330 for each later one"),
    ],
)
def test_a_refund_names_the_price_of_the_first_session(language: str, text: str) -> None:
    fees = (Fee("first", Money.of(400)), Fee("follow-up", Money.of(330)))
    refunded = replace(GUARANTEE, settlement="refund", fee=Money.of(330), fees=fees)
    shown = text_of(replace(PAPER, guarantee=refunded, language=language))
    assert text in " ".join(shown.replace("\N{NO-BREAK SPACE}", " ").split())
