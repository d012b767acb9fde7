"""Personal pages: where the link of a message leads, after a login with the code flow and PKCE (F4-42)."""

from __future__ import annotations

from dataclasses import dataclass

from local.clinic.clinic_system import Reply
from local.clinic.url_path import segment
from local.demo.code_flow import LoginRefused
from local.mailbox.page_answer import PageAnswer
from local.mailbox.portal.contact_settings import ContactSettings
from local.mailbox.portal.onboarding_page import how_to_go_on
from local.mailbox.portal.portal_call import PortalApi, PortalCall
from local.mailbox.portal.portal_frame import POLICY, framed, problem_of, refusal, words
from local.mailbox.portal.portal_logins import PortalLogins
from local.mailbox.portal.record_pages import OWN_PAGES, RECORD_PAGES, RecordPage

SESSION, BEGUN = "mailbox_session", "mailbox_login"
"""The names of the cookies: of a session, and of a login that is under way. Neither holds a token."""
SETTINGS = "notifications"
TOO_WEAK = "assurance-too-low"
"""Another login of the same strength would be refused again."""
NO_PAGE = PageAnswer.refusal(404, "There is no such page. The messages are at /.")


@dataclass(frozen=True)
class PersonalPages:
    """Answers the calls of one part of the portal.

    ``part`` is the start of its paths: empty, or ``/staff`` with the logins of the staff's issuer.
    """

    logins: PortalLogins
    api_url: str
    part: str = ""

    def found(self, segments: list[str], returned: str, call: PortalCall) -> PageAnswer:
        """Returns the page at a path of this part; ``returned`` is the whole path with its query."""
        match segments:
            case ["login"]:
                return self._logged_in(returned, call)
            case [*page, "login"] if self._has(page):
                return self._login(page)
            case ["practitioners", practitioner_id, "invitation"] if self._has(segments):
                here = self._path(segments)
                invited = how_to_go_on(here, "invitation", practitioner_id, call.language)
                return PageAnswer.html(invited, POLICY)
            case [kind, record_id] | [kind, record_id, "contract"] if self._has(segments):
                return self._record(RECORD_PAGES[self.part][kind], record_id, segments, call)
            case [kind] if kind in OWN_PAGES and self._has(segments):
                return self._record(OWN_PAGES[kind], "", segments, call)
            case _ if self._has(segments):
                return self._settings(call, None)
        return NO_PAGE

    def changed(self, segments: list[str], call: PortalCall) -> PageAnswer:
        """Takes a form of the page on which people change how they are reached."""
        match segments:
            case [page, form] if page == SETTINGS and self._has([page]) and form in ContactSettings.FORMS:
                return self._settings(call, form)
        return NO_PAGE

    def _has(self, page: list[str]) -> bool:
        match page:
            case [kind, _]:
                return kind in RECORD_PAGES[self.part]
            case ["clinics", _, "contract"] | ["practitioners", _, "invitation"]:
                # The links in the mails of onboarding: this portal shows how far the clinic is, or which call
                # goes on.
                return not self.part
            case [kind]:
                return kind in {SETTINGS, *OWN_PAGES} and not self.part
        return False

    def _record(self, page: RecordPage, record_id: str, segments: list[str], call: PortalCall) -> PageAnswer:
        api = self._api(call)
        if api is None:
            return self._login(segments)
        paths = [path.format(segment(record_id)) for path in page.reads]
        first = api.get(paths[0])
        if _needs_login(first):
            return self._login(segments)
        here, language = self._path(segments), call.language
        if first.status == 404 and segments[-1] == "contract":
            # A signatory without a CPR number in the application sees the clinic once the contract is signed.
            return PageAnswer.html(how_to_go_on(here, "contract", record_id, language), POLICY)
        if first.status != 200:
            return PageAnswer.html(refusal(here, first, language), POLICY, first.status)
        others = [api.get(path) for path in (*paths[1:], *page.leads_to(first.body))]
        answers = [first.body, *(each.body if each.status == 200 else None for each in others)]
        content = page.content(answers, language)
        return PageAnswer.html(framed(here, page.title(language), content, language), POLICY)

    def _settings(self, call: PortalCall, form: str | None) -> PageAnswer:
        api = self._api(call)
        if api is None:
            return self._login([SETTINGS]) if form is None else self._login_is_over(call)
        settings = ContactSettings(self._path([SETTINGS]), api)
        if form:
            return settings.change(form, call.form)
        read = settings.read()
        refused = next((answer for answer in read if answer.status != 200), None)
        if refused is None:
            return PageAnswer.html(settings.page(read), POLICY)
        if _needs_login(refused):
            return self._login([SETTINGS])
        return PageAnswer.html(refusal(settings.path, refused, call.language), POLICY, refused.status)

    def _login_is_over(self, call: PortalCall) -> PageAnswer:
        """Returns a page with a link to the login: a browser lets no form lead to another server."""
        here, again = self._path([SETTINGS]), words(call.language)["again"]
        link = f'<p><a href="{here}/login">{again}</a></p>'
        return PageAnswer.html(framed(here, again, link, call.language), POLICY, 401)

    def _login(self, page: list[str]) -> PageAnswer:
        """Leads to the issuer, and from there back to the page."""
        address, state = self.logins.begin(self._path(page))
        return PageAnswer.to(address, **{self._cookie(BEGUN): state})

    def _logged_in(self, returned: str, call: PortalCall) -> PageAnswer:
        """Takes the code of the issuer, and leads to the page that was wanted."""
        try:
            session, wanted = self.logins.end(returned, call.cookies.get(self._cookie(BEGUN), ""))
        except LoginRefused as refused:
            return PageAnswer.refusal(400, str(refused))
        return PageAnswer.to(wanted, **{self._cookie(SESSION): session})

    def _api(self, call: PortalCall) -> PortalApi | None:
        token = self.logins.tokens.get(call.cookies.get(self._cookie(SESSION), ""))
        return PortalApi(self.api_url, token, call.language) if token else None

    def _cookie(self, name: str) -> str:
        return f"{name}{self.part.replace('/', '_')}"

    def _path(self, page: list[str]) -> str:
        return "/".join([self.part, *map(segment, page)])


def _needs_login(answer: Reply) -> bool:
    return answer.status == 401 and problem_of(answer)["code"] != TOO_WEAK
