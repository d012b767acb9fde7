"""Personal pages: where the link of a message leads, after a login with the code flow and PKCE (F4-42)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from helsebro.notifications.contact_record import LANGUAGES, Language
from helsebro_aws.http.problems import language_of
from local.clinic.clinic_system import Reply
from local.clinic.url_path import segment
from local.demo.code_flow import LoginRefused
from local.demo.http_client import client
from local.mailbox import case_page
from local.mailbox.page_answer import PageAnswer, policy_of
from local.mailbox.portal_logins import PortalLogins

SESSION, BEGUN = "mailbox_session", "mailbox_login"
"""The names of the cookies: of a session, and of a login that is under way. Neither holds a token."""
POLICY = policy_of("frame-ancestors 'none'")


@dataclass(frozen=True)
class PersonalPages:
    """Answers the calls of ``/cases/{claimId}`` and the way back from the issuer."""

    logins: PortalLogins
    api_url: str

    def case(
        self, claim_id: str, query: Mapping[str, str], cookies: Mapping[str, str], spoken: str
    ) -> PageAnswer:
        """Returns the page of a case; the issuer's page for who has no login, or one that has expired."""
        token = self.logins.tokens.get(cookies.get(SESSION, ""))
        if token is None:
            return self.login(claim_id)
        language = _language(query, spoken)
        answer = self._read(claim_id, token, language)
        if answer.status == 401 and case_page.problem_of(answer)["code"] != "assurance-too-low":
            return self.login(claim_id)
        return PageAnswer.html(case_page.page(_path(claim_id), answer, language), POLICY, answer.status)

    def login(self, claim_id: str) -> PageAnswer:
        """Leads to the issuer, and from there back to the case."""
        page, state = self.logins.begin(_path(claim_id))
        return PageAnswer.to(page, **{BEGUN: state})

    def logged_in(self, returned: str, cookies: Mapping[str, str]) -> PageAnswer:
        """Takes the code of the issuer, and leads to the case; ``returned`` is the path with its query."""
        try:
            session, wanted = self.logins.end(returned, cookies.get(BEGUN, ""))
        except LoginRefused as refused:
            return PageAnswer.refusal(400, str(refused))
        return PageAnswer.to(wanted, **{SESSION: session})

    def _read(self, claim_id: str, token: str, language: Language) -> Reply:
        headers = {"Authorization": f"Bearer {token}", "Accept-Language": language}
        answer = client().get(f"{self.api_url}/v1/claims/{segment(claim_id)}", headers=headers)
        return Reply.of(answer.status_code, answer.content, answer.headers)


def _path(claim_id: str) -> str:
    return f"/cases/{segment(claim_id)}"


def _language(query: Mapping[str, str], spoken: str) -> Language:
    """Returns the language that was asked for, else what the browser prefers."""
    asked = query.get("language")
    wanted = asked if asked in LANGUAGES else language_of(spoken)
    return next(known for known in LANGUAGES if known == wanted)
