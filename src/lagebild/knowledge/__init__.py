"""The knowledge base for Python: the same verbs as on the command line."""

from lagebild.knowledge.base import KnowledgeBase

__all__ = ["KnowledgeBase"]
