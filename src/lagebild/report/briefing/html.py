"""A briefing as one HTML file: no network, no script; opens from disk, prints, light and dark."""

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from lagebild.report.briefing.drawing import pictures_css
from lagebild.report.briefing.pages import Briefing, Run, Section, Table
from lagebild.report.briefing.wording import labels
from lagebild.version import VERSION

if TYPE_CHECKING:
    from jinja2 import Environment


def html_page(briefing: Briefing) -> str:
    """The whole page. Words of reports are escaped; links lead only to footnotes and to http and https addresses."""
    words = labels(briefing.language)
    return (
        _environment()
        .get_template("page.html")
        .render(
            page=briefing,
            words=words,
            css=_style(),
            first=_First(),
            printed=words["page"]["printed"].format(version=VERSION),
            more=lambda number: words["page"]["more_one"] if number == 1 else words["page"]["more"].format(number),
        )
    )


def safe_address(url: str | None) -> str | None:
    """The address where it may be a link."""
    return url if url is not None and url.lower().startswith(("http://", "https://")) else None


class _First:
    """Says of a footnote's number whether it is named for the first time, which is where its note leads back to."""

    def __init__(self) -> None:
        self._named: set[int] = set()

    def __call__(self, number: int) -> bool:
        new = number not in self._named
        self._named.add(number)
        return new


def _others(section: Section) -> list[Table]:
    """The tables that stand under no picture of their own."""
    twins = {picture.twin for picture in section.pictures}
    return [table for number, table in enumerate(section.tables) if number not in twins]


def _language_of(run: Run, page: Briefing) -> str | None:
    """The language of a run where it is not that of the page."""
    return page.quoted_language if run.kind == "quote" and page.quoted_language != page.language else None


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    environment = Environment(
        loader=PackageLoader("lagebild.report.briefing", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["address"] = safe_address
    environment.filters["drawn"] = Markup  # pictures come from templates that escape
    environment.globals["language_of"] = _language_of
    environment.globals["others"] = _others
    return environment


@cache
def _style() -> str:
    own = files("lagebild").joinpath("report", "briefing", "templates", "page.css").read_text("utf-8")
    return own + pictures_css()
