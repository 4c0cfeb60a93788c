"""The filters of searches and exports, as options."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from lagebild.cli import options
from lagebild.model.attribution import Act, Form
from lagebild.model.event import EventType, Status
from lagebild.model.holding import Standing

if TYPE_CHECKING:
    from lagebild.store.search.wanted import Wanted

Command = TypeVar("Command", bound=Callable[..., Any])

KINDS = (
    "documents", "statements", "events", "deals", "breaches", "threats", "deployments", "figures", "times", "places",
)  # fmt: skip


def _values(kind: Any) -> click.Choice[str]:
    return click.Choice([item.value for item in kind], case_sensitive=False)


_OPTIONS = (
    click.option("--about", default="", metavar="WORDS", help="These words stand somewhere in the report."),
    click.option("--since", type=options.Time(last=False), help="Published on that day or later."),
    click.option("--until", type=options.Time(last=True), help="Published on that day or earlier."),
    click.option("--happened", is_flag=True, help="--since and --until are days when it happened, not of publication."),
    click.option(
        "--publisher", "publishers", multiple=True, metavar="NAME", help="Of that house, or a part of its name."
    ),
    click.option(
        "--speaker", "speakers", multiple=True, metavar="NAME", help="Said by them; a part of the name is enough."
    ),
    click.option("--entity", "entities", multiple=True, metavar="NAME|CODE", help="Mentions them."),
    click.option("--act", "acts", multiple=True, type=_values(Act), help="What the speaker does by saying it."),
    click.option("--form", "forms", multiple=True, type=_values(Form), help="How the words are given."),
    click.option("--type", "types", multiple=True, type=_values(EventType), help="PLOVER's type of event."),
    click.option("--actor", "actors", multiple=True, metavar="CODE|NAME", help="Who does it: PRK, NATO, Nordkorea."),
    click.option("--recipient", "recipients", multiple=True, metavar="CODE|NAME", help="To whom."),
    click.option("--status", "statuses", multiple=True, type=_values(Status), help="How real the text makes it."),
    click.option("--country", "countries", multiple=True, metavar="CODE|NAME", help="Where."),
    click.option("--rule", "rules", multiple=True, metavar="NAME", help="Found by that rule."),
    click.option("--standing", "standings", multiple=True, type=_values(Standing), help="What people have said of it."),
    click.option("--document", "documents", multiple=True, metavar="ID", help="In that document."),
    click.option("--least", type=click.FloatRange(0, 1), default=0.0, help="At least that confidence."),
    click.option("--superseded", is_flag=True, help="Older versions of documents too."),
)


def wanted(command: Command) -> Command:
    """Adds the filters to a command; it gets them by name."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def wanted_of(words: str, given: dict[str, Any]) -> "Wanted":
    """What the filters ask for."""
    from lagebild.store.search.wanted import Wanted

    return Wanted(words=words, **given)
