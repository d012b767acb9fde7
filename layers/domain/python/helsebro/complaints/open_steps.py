"""Open steps: what a member can do while a claim waits, is in review, or is approved (F4-07, F4-26)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from helsebro.claims.claim import Claim
from helsebro.claims.consenting.passing_on import clinics_closed, state_at
from helsebro.claims.counted_in import WITHOUT_CLINIC
from helsebro.claims.explained.needs_in_words import (
    OTHER_INSURANCE,
    SENIORITY,
    WITHOUT_CONSENT,
    paper_in_words,
    papers_of_insurers,
    questions_open,
)
from helsebro.claims.facts.case_fact import OF_AMOUNTS
from helsebro.claims.facts.case_facts import unproved
from helsebro.claims.missing_parts import REFERRAL, papers_missing
from helsebro.complaints.next_steps import NextStep, NextStepKind
from helsebro.coverage.asked.asked_facts import ASKED_FACTS
from helsebro.coverage.question.vocabulary import LANGUAGES
from helsebro.coverage.texts.counted import priced_for, unit_of
from helsebro.coverage.texts.every_language import general_texts
from helsebro.coverage.texts.fact_texts import word_of
from helsebro.guarantees.extension import refusal_of
from helsebro.guarantees.in_use import GuaranteeInUse
from helsebro.guarantees.prices.shared_price import shared_price
from helsebro.local_day import local_day
from helsebro.tasks.last_day import begin_by


def of_open_claim(
    claim: Claim,
    due_at: datetime | None = None,
    used: GuaranteeInUse | None = None,
    by_holder: bool = False,
) -> list[NextStep]:
    """Returns the steps of a claim that is neither denied nor closed.

    ``due_at`` is when we answer it, None when that is not known or over. ``used`` is the guarantee of an
    approved claim, None until it is issued. ``by_holder`` says that the holder of a mandate reads them, who
    cannot give the consent.
    """
    if claim.status == "approved":
        is_revoked = used is not None and used.stage == "revoked"
        papers = [] if is_revoked else _papers(claim)
        waited = [*triage_steps(claim), *_consent_of_paper(claim, used, by_holder)]
        return [*waited, *_use(claim, used, by_holder), *papers]
    waits_for_consent = [*consent_step(claim, by_holder)]
    if claim.status == "in-review":
        return [*(waits_for_consent or [_review(claim, due_at)]), *_papers(claim), *_answers(claim)]
    return [*waits_for_consent, *_question(claim), *_papers(claim), *_answers(claim)]


def consent_step(claim: Claim, by_holder: bool = False) -> Iterator[NextStep]:
    """Yields the step of a consent that the review waits for; of one that was refused, how to change it."""
    if "consent" in claim.missing:
        yield _consent("step.consent" if claim.consent == "undecided" else "step.consent.again", by_holder)


def triage_steps(claim: Claim) -> Iterator[NextStep]:
    """Yields that staff assess the case again, and by when the member hears from them (F1-30)."""
    if claim.triages:
        due_at = claim.triages[0].due_at
        step = _step("review", "step.triage", dueAt=local_day(due_at, claim.country).isoformat())
        yield NextStep(step.kind, step.text, {"dueAt": due_at})


def _consent_of_paper(claim: Claim, used: GuaranteeInUse | None, by_holder: bool) -> Iterator[NextStep]:
    """Yields the step of a consent without which the paper of an approval is not handed out, nothing is
    booked and no extension is granted (F4-16).
    """
    if claim.consent not in WITHOUT_CONSENT or used is None:
        return
    if used.stage in ("active", "booked", "finished"):
        yield _consent("step.consent.paper", by_holder, settlement=used.guarantee.settlement)
    elif used.pending:
        yield _consent("step.consent.again", by_holder)


def _consent(sentence: str, by_holder: bool, **values: object) -> NextStep:
    return _step("consent", f"{sentence}.patient" if by_holder else sentence, **values)


def _papers(claim: Claim) -> Iterator[NextStep]:
    """Yields every paper that is still needed; ``required`` says whether the review waits for it.

    Of an approved claim a paper still changes the amount only.
    """
    for file_type in sorted(papers_missing(claim), key=OF_AMOUNTS.__contains__):
        is_required = file_type not in OF_AMOUNTS
        if claim.status == "approved" and is_required:
            continue
        if file_type == OTHER_INSURANCE:
            of_former, of_other = papers_of_insurers(claim)
            if of_former:
                yield _former_paper("step.paper.decides")
            if not of_other:
                continue
        paper = {language: paper_in_words(claim, file_type, language) for language in LANGUAGES}
        words = {"paper": paper, **_too_weak(claim, file_type)}
        text = general_texts(_paper_sentence(claim, file_type, is_required), words=words)
        yield NextStep("paper", text, {"fileType": file_type, "required": is_required})


def _former_paper(sentence: str) -> NextStep:
    """Returns the step of the papers of a former insurer, which can end a denial (R-1308)."""
    words = {"paper": general_texts("paper.former-insurance")}
    return NextStep(
        "paper", general_texts(sentence, words=words), {"fileType": OTHER_INSURANCE, "required": False}
    )


def of_denied_claim(claim: Claim) -> Iterator[NextStep]:
    """Yields the papers of what the member has stated against a denial, each of which reopens it."""
    waited = {ASKED_FACTS[fact.path].paper for fact in unproved(claim)}
    for file_type in papers_missing(claim):
        if file_type == OTHER_INSURANCE and papers_of_insurers(claim)[0]:
            yield _former_paper("step.paper.reopens")
        elif file_type in waited - OF_AMOUNTS:
            paper = {language: paper_in_words(claim, file_type, language) for language in LANGUAGES}
            text = general_texts("step.paper.reopens", words={"paper": paper})
            yield NextStep("paper", text, {"fileType": file_type, "required": False})


def _paper_sentence(claim: Claim, file_type: str, is_required: bool) -> str:
    is_unreported = claim.question.evidence.other_insurer == "unreported"
    if file_type == "other-insurance" and is_unreported:
        return "step.report-there"
    if _too_weak(claim, file_type):
        return "step.paper.weak"
    return "step.paper" if is_required else "step.paper.optional"


def _too_weak(claim: Claim, file_type: str) -> dict[str, Mapping[str, str]]:
    """Returns the words for the referral that was accepted and is not enough; empty when there is none."""
    known = claim.question.evidence.referral
    if file_type != "referral" or known in (None, "none") or file_type not in claim.documents_accepted:
        return {}
    home = claim.payer_country
    return {"have": {language: word_of(REFERRAL, known, language, home) for language in LANGUAGES}}


def _question(claim: Claim) -> Iterator[NextStep]:
    """Yields the question in words until it is answered; one to facts only is asked by their own steps."""
    asked = claim.clarification
    if asked is None or claim.has_news or any(reply.at >= asked.decided_at for reply in claim.replies):
        return
    if asked.question or not claim.asked_again:
        yield _step("answer", "step.question", question=asked.question)


def _answers(claim: Claim) -> Iterator[NextStep]:
    """Yields the questions that the review waits for; when there are none, those that only help it."""
    required, others = questions_open(claim)
    helps = "step.answer.decides" if any(map(_ends_a_denial, others)) else "step.answer.optional"
    name, paths = ("step.answer", required) if required else (helps, others)
    if paths:
        step = _step("answer", name, count=len(paths))
        yield NextStep(step.kind, step.text, {"facts": paths, "required": bool(required)})


def _ends_a_denial(path: str) -> bool:
    """Returns whether a fact that no review waits for can turn a denial: that of a former insurance."""
    return ASKED_FACTS[path].read_as == SENIORITY


def _review(claim: Claim, due_at: datetime | None) -> NextStep:
    day = local_day(due_at, claim.country).isoformat() if due_at else None
    step = _step("review", "step.review", dueAt=day)
    return NextStep(step.kind, step.text, {"dueAt": due_at} if due_at else {})


def _use(claim: Claim, used: GuaranteeInUse | None, by_holder: bool = False) -> Iterator[NextStep]:
    """Yields how to use an approval: where to book and until when, or how to get a bill paid back.

    Nothing is left to do under one that was not begun in time. Nothing is booked without a consent in force,
    and no bill is sent once every session is paid back. Outside the network nothing is booked but a clinic
    that staff named. What we pay the clinic for directly has no bill to send.
    """
    treatment, grant = claim.question.treatment, claim.decision.grant if claim.decision else None
    in_network = treatment.in_network is not False or bool(grant and grant.names_a_clinic)
    is_bookable = used.is_bookable if used else in_network
    if used and used.guarantee.status == "active" and used.guarantee.has_lapsed_on(used.today):
        return
    if is_bookable and treatment.type not in WITHOUT_CLINIC:
        if claim.consent not in WITHOUT_CONSENT:
            refused = clinic_step(claim, used, by_holder) if used else None
            yield refused or _book(claim, used)
    elif used is None or not (used.pays_the_clinic or used.stage == "used"):
        yield _bills(used)
    yield from _rest(claim, used)
    yield from _extension(claim, used)


def _extension(claim: Claim, used: GuaranteeInUse | None) -> Iterator[NextStep]:
    """Yields how to ask for more once nothing can be booked; when that was done, by when it is answered."""
    if used is None:
        return
    if used.pending and claim.consent in WITHOUT_CONSENT:
        return
    if used.pending:
        due_on = used.pending.due_on
        yield _step("review", "step.extension.asked", dueOn=due_on and due_on.isoformat())
    elif (used.is_over or used.stage == "booked") and not refusal_of(claim, [used.guarantee], used.today):
        yield _step("extension", "step.more", settlement=used.guarantee.settlement)


def clinic_step(claim: Claim, used: GuaranteeInUse, by_holder: bool = False) -> NextStep | None:
    """Returns what to do where the guarantee is for a clinic that the case may not be passed on to: nothing
    is booked there (F4-15). None where it may be, and without a clinic.
    """
    clinic_id = used.guarantee.clinic_id
    if clinic_id is None or used.clinic is None or clinic_id not in clinics_closed(claim):
        return None
    step = _consent("step.consent.clinic", by_holder, clinic=used.clinic, state=state_at(claim, clinic_id))
    return NextStep(step.kind, step.text, {"clinicId": clinic_id})


def _rest(claim: Claim, used: GuaranteeInUse | None) -> Iterator[NextStep]:
    """Yields where to get what we do not pay of a shared price (R-1415)."""
    if used and used.stage != "revoked" and (shared := shared_price(claim, used.guarantee)):
        for_one = priced_for(claim.treatment_type, used.guarantee.fee_for)
        rest = shared.rest.as_json()
        step = _step(
            "other-insurer", "step.other-insurer", rest=rest, insurer=shared.insurer, mostFor=for_one
        )
        yield NextStep(step.kind, step.text, {"amount": rest})


def _bills(used: GuaranteeInUse | None) -> NextStep:
    if used and used.stage == "revoked":
        return _step("refund", "step.refund.revoked", lastDay=used.guarantee.last_day.isoformat())
    return _step("refund", "step.refund")


def of_guarantee_elsewhere(claim: Claim, used: GuaranteeInUse) -> NextStep:
    """Returns the step to book with a guarantee of another claim, which the person already has (R-7141)."""
    return _book(claim, used, "step.book.number", number=used.guarantee.number)


def _book(
    claim: Claim, used: GuaranteeInUse | None, sentence: str = "step.book", **named_by: str
) -> NextStep:
    granted = claim.decision.grant if claim.decision else None
    last_day = used.guarantee.last_day if used else granted.valid_until if granted else None
    clinic = used.clinic if used else None
    decided = begin_by(claim.decision.trail) if claim.decision else None
    first_by = used.guarantee.first_session_by if used else decided
    # Whole courses, such as rehabilitation, are given by clinics that no search finds.
    days = {name: day.isoformat() for name, day in (("lastDay", last_day), ("beginBy", first_by)) if day}
    is_searched = unit_of(claim.treatment_type, 1) != "course"
    step = _step("book", sentence, clinic=clinic, searched=is_searched, **days, **named_by)
    named = {"clinicId": used.guarantee.clinic_id} if used and used.guarantee.clinic_id else {}
    until = {"validUntil": last_day.isoformat()} if last_day else {}
    begins = {"beginBy": first_by.isoformat()} if first_by else {}
    return NextStep(step.kind, step.text, {**until, **begins, **named})


def _step(kind: NextStepKind, sentence: str, **values: object) -> NextStep:
    known = {name: value for name, value in values.items() if value is not None}
    return NextStep(kind, general_texts(sentence, known))
