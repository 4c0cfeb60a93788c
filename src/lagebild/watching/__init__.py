"""Saved questions: what is new about a matter since somebody last looked."""

from lagebild.watching.news import News, NewsKind, news_of
from lagebild.watching.watch import Watch

__all__ = ["News", "NewsKind", "Watch", "news_of"]
