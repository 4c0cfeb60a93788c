"""A situation for people: one content, told as a page for the terminal, as Markdown, and as one HTML file."""

from lagebild.report.briefing.content import briefing_of
from lagebild.report.briefing.html import html_page
from lagebild.report.briefing.markdown import markdown_page
from lagebild.report.briefing.pages import Briefing
from lagebild.report.briefing.text import text_page

__all__ = ["Briefing", "briefing_of", "html_page", "markdown_page", "text_page"]
