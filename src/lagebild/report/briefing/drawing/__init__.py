"""Pictures of a situation: functions from values to an `<svg>` string, for the briefing and for the web pages.

They set presentation attributes and classes and no styles; `pictures_css()` has the colours of the classes, light and
dark. Lines for what is uncertain are dashed and lighter, and every picture says in words what it shows.
"""

from lagebild.report.briefing.drawing.deals import deals_picture
from lagebild.report.briefing.drawing.figures import figures_picture
from lagebild.report.briefing.drawing.map import map_picture
from lagebild.report.briefing.drawing.network import network_picture
from lagebild.report.briefing.drawing.sheet import pictures_css
from lagebild.report.briefing.drawing.timeline import timeline_picture

__all__ = [
    "deals_picture", "figures_picture", "map_picture", "network_picture", "pictures_css", "timeline_picture",
]  # fmt: skip
