"""Sheets: shapes to SVG through templates, every word escaped."""

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinja2 import Environment


def svg(template: str, **values: Any) -> str:
    """The picture that the template draws of the values, on one line for each shape."""
    drawn = templates().get_template(f"{template}.svg").render(**values)
    return "\n".join(line for line in (line.strip() for line in drawn.splitlines()) if line)


def pictures_css() -> str:
    """The colours of all classes, light and dark, in a palette that colour-blind readers can tell apart."""
    return files("lagebild").joinpath("report", "briefing", "drawing", "templates", "pictures.css").read_text("utf-8")


@cache
def templates() -> "Environment":
    """The templates; a name that a template does not get is an error."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("lagebild.report.briefing.drawing", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
