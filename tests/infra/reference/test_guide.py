"""A Markdown file of the repository as a page."""

from __future__ import annotations

import pytest

from infra.reference.guide import PICTURE_SCRIPTS, guide

PAGES = {
    "docs/clinics.md": "clinics",
    "docs/runbooks/alarms.md": "runbooks/alarms",
    "GLOSSARY.md": "glossary",
}


def page(text: str, path: str = "docs/clinics.md") -> str:
    """Returns the content of the page of a file with this text."""
    return guide(PAGES[path], path, text, PAGES).content


@pytest.mark.parametrize(
    "path, link, target",
    [
        ("docs/clinics.md", "runbooks/alarms.md#the-budget", "runbooks/alarms.html#the-budget"),
        ("docs/clinics.md", "../GLOSSARY.md", "glossary.html"),
        ("docs/runbooks/alarms.md", "../clinics.md", "../clinics.html"),
        ("docs/runbooks/alarms.md", "../../GLOSSARY.md", "../glossary.html"),
        ("GLOSSARY.md", "docs/clinics.md", "clinics.html"),
        ("docs/clinics.md", "#invoices", "#invoices"),
        ("docs/clinics.md", "https://www.standardwebhooks.com", "https://www.standardwebhooks.com"),
    ],
)
def test_a_link_leads_to_the_page_of_the_file(path: str, link: str, target: str) -> None:
    assert f'<a href="{target}">there</a>' in page(f"See [there]({link}).", path)


def test_a_link_to_a_file_without_a_page_becomes_text() -> None:
    assert "<p>See <em>there</em> and here.</p>" in page(
        "See [*there*](../local/README.md) and [here](x.py)."
    )


def test_headings_have_the_anchors_of_github() -> None:
    shown = page("# Clinics\n\n## Answer, retries, replay\n\n## Who am I\n\n## Who am I\n")
    assert [
        name for name in ("answer-retries-replay", "who-am-i", "who-am-i-1") if f'id="{name}"' not in shown
    ] == []


def test_the_title_of_a_page_is_its_first_heading() -> None:
    assert guide("clinics", "docs/clinics.md", "# Clinics\n\n## More\n", PAGES).title == "Clinics"


def test_html_in_a_file_is_shown_as_text() -> None:
    assert "<script>" not in page("A <script>alert(1)</script>")


def test_a_comment_in_a_file_is_not_on_its_page() -> None:
    shown = page("# Events\n\n<!-- Generated,\nfrom the code. -->\n\nA message.\n")
    assert ("Generated" in shown, "A message." in shown) == (False, True)


@pytest.mark.parametrize("headings, shown", [(6, False), (7, True)])
def test_a_page_with_more_than_six_headings_begins_with_links_to_them(headings: int, shown: bool) -> None:
    text = "# Clinics\n\n" + "".join(f"## Part `{number}`\n\n" for number in range(headings))
    assert ('<li class="h2"><a href="#part-5">Part 5</a></li>' in page(text)) is shown


def test_only_a_page_with_a_picture_loads_what_draws_it() -> None:
    drawn = guide("clinics", "docs/clinics.md", "```mermaid\nflowchart LR\n  a --> b\n```\n", PAGES)
    assert drawn.scripts == PICTURE_SCRIPTS
    assert "a --&gt; b" in drawn.content
    assert guide("clinics", "docs/clinics.md", "```sh\nmake run\n```\n", PAGES).scripts == ()
