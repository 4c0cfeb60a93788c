"""Edges: what is left of dashes and quotation marks where a quotation begins or ends in the middle of them."""

_DASHES = "–— "
_PAIRS = ("„“", "„”", "“”", "«»", "»«", "‚‘", "‹›", "›‹", '""')


def within_edges(words: str) -> tuple[int, int]:
    """From where to where the words stand by themselves: without a dash in front, as behind the place of an agency's
    report, and without a quotation mark whose partner is not there."""
    start = len(words) - len(words.lstrip(_DASHES))
    start += words[start : start + 1] != "" and _stray(words[start], words[start + 1 :], partner=1)
    end = len(words)
    if end > start and _stray(words[end - 1], words[start : end - 1], partner=0):
        end -= 1
    return start, max(start, end)


def _stray(mark: str, rest: str, *, partner: int) -> bool:
    """Whether the mark at one end has no partner in the rest, of which `partner` says which of a pair it is."""
    pairs = [pair for pair in _PAIRS if pair[1 - partner] == mark]
    if mark == '"' or (mark == "'" and partner == 1):  # at the end that may be a genitive ("Hans'")
        return rest.count(mark) % 2 == 0
    return bool(pairs) and not any(pair[partner] in rest for pair in pairs)
