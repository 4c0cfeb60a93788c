"""RULES: the order in which attribution rules are asked; an earlier rule's content is not proposed again."""

from collections.abc import Callable, Iterator

from lagebild.extraction.attributions.attributes import attribute_drafts
from lagebild.extraction.attributions.draft import Draft
from lagebild.extraction.attributions.frames import frame_drafts
from lagebild.extraction.attributions.headline_stances import stance_drafts
from lagebild.extraction.attributions.headlines import headline_drafts
from lagebild.extraction.attributions.hearsay import hearsay_drafts
from lagebild.extraction.attributions.impersonal import impersonal_drafts
from lagebild.extraction.attributions.interviews import interview_drafts
from lagebild.extraction.attributions.nouns import noun_drafts
from lagebild.extraction.attributions.opinions import opinion_drafts
from lagebild.extraction.attributions.receptions import reception_drafts
from lagebild.extraction.attributions.scene import Scene
from lagebild.extraction.attributions.verbs import verb_drafts

Rule = Callable[[Scene], Iterator[Draft]]

RULES: tuple[Rule, ...] = (
    interview_drafts,
    headline_drafts,
    stance_drafts,
    frame_drafts,
    impersonal_drafts,
    verb_drafts,
    noun_drafts,
    hearsay_drafts,
    opinion_drafts,
    reception_drafts,
    attribute_drafts,
)
