"""A page without what surely is not its report, and with everything that belongs to a sentence inside it."""

import re
from copy import deepcopy
from functools import cache
from typing import Any

from lagebild.language.load import Language

_BOXES = ("section", "div", "ul", "ol", "li", "aside", "article", "table", "p", "h3", "h4")
_NEVER = ("nav", "footer", "dialog", "menu", "form", "button", "svg", "iframe")
_ROLES = ("navigation", "dialog", "alertdialog", "banner", "contentinfo", "search", "complementary")
_ASKS = re.compile(
    r"(?:^|[\s_-])(?:cookies?|consent|cmp|gdpr|dsgvo|onetrust|usercentrics|didomi|sourcepoint)(?:$|[\s_-])", re.I
)
_AROUND = re.compile(
    r"(?:^|[\s_-])(?:teasers?|related|recommend\w*|recirculation|most-?read|meistgelesen|newsletter|social|share|sharing|"
    r"comments?|kommentare?|breadcrumbs?|sidebar|promo|outbrain|taboola|plista|ads?|advert\w*|anzeige|toc|tags?|topics?)(?:$|[\s_-])",
    re.I,
)
_LINKED, _LINKED_AROUND = 0.9, 0.5
"""Share of a box's signs that lie in links from which on it is a list of them; less where its name says so too."""
_SHORTEST = 15
_LONGEST_HEADER = 400
"""Signs of a page's head with its name and its links; a longer one is the beginning of the report."""
_SENTENCE_ENDS = tuple('.!?:…“”"»«)')


def pruned(tree: Any) -> Any:
    """A copy of the tree without navigation, banners and lists of links; the tree is left as it was.

    A box that holds the headline stays, whatever it is called.
    """
    copy = deepcopy(tree)
    for element in list(copy.iter("time", "button", "q", "del")):
        if element.tag == "del":
            element.drop_tree()
        elif element.tag == "q":
            _mark_quotation(element)
        elif next(element.iterancestors("p", "li", "blockquote"), None) is not None:
            element.drop_tag()  # a date or an explained word inside a sentence
    around_headline = {above for heading in copy.iter("h1") for above in (heading, *heading.iterancestors())}
    lengths = _lengths(copy)
    for element in list(copy.iter(*_BOXES, *_NEVER, "header")):
        if element not in around_headline and _is_beside(element, *lengths.get(element, (0, 0))):
            element.drop_tree()
    return copy


def _lengths(tree: Any) -> dict[Any, tuple[int, int]]:
    """For each element how many signs it holds, and how many of them lie in links."""
    found: dict[Any, tuple[int, int]] = {}
    for element in reversed(list(tree.iter())):
        own = len((element.text or "").strip()) if isinstance(element.tag, str) else 0
        linked = 0
        for child in element:
            signs, links = found.get(child, (0, 0))
            own += signs + len((child.tail or "").strip())
            linked += links
        if element.tag in ("script", "style", "noscript", "template"):
            own = linked = 0
        found[element] = (own, own if element.tag == "a" else linked)
    return found


def _is_beside(element: Any, signs: int, linked: int) -> bool:
    if element.tag == "header":
        return signs < _LONGEST_HEADER and not any(
            above.tag in ("article", "main") for above in element.iterancestors()
        )
    if element.tag in _NEVER or (element.get("role") or "").lower() in _ROLES:
        return element.tag != "form" or signs < 2_000  # some old systems put the whole page into a form
    name = f"{element.get('class') or ''} {element.get('id') or ''}"
    if _ASKS.search(name):
        return True
    if signs < _SHORTEST or linked == 0:
        return False
    if linked > _LINKED_AROUND * signs and _AROUND.search(name):
        return True
    return linked > _LINKED * signs and not (element.tag == "p" and _ends_a_sentence(element))


def _ends_a_sentence(element: Any) -> bool:
    return str(element.text_content()).rstrip().endswith(_SENTENCE_ENDS)


@cache
def _marks() -> tuple[str, str]:
    rules = Language("de").rules("pages")["quotation"]
    return rules["before"], rules["behind"]


def _mark_quotation(element: Any) -> None:
    """Gives a quotation the marks that a browser shows around it."""
    before, behind = _marks()
    element.text = before + (element.text or "")
    if len(element):
        element[-1].tail = (element[-1].tail or "") + behind
    else:
        element.text += behind
    element.drop_tag()
