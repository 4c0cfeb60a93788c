"""How the tellings of one claim stand to each other: same, more precise, different, denied, confirmed, revised."""

from lagebild.comparison.relations.find import with_relations

__all__ = ["with_relations"]
