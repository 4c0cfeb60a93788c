"""Values of the key's ledgers that the program's ledgers have, with source and day."""

from collections.abc import Mapping, Sequence

from quality.situations.found import FoundValue
from quality.situations.key import KeyLedger, KeyValue, KeyVoice, Place
from quality.situations.voices import is_voice

Ledger = Sequence[FoundValue]


def present(wanted: KeyLedger, ledgers: Sequence[Ledger], voices: Mapping[str, KeyVoice]) -> list[KeyValue]:
    """The values that stand right in the one ledger that has most of them."""
    return max((_right(wanted, ledger, voices) for ledger in ledgers), key=len, default=[])


def anywhere(wanted: KeyLedger, ledgers: Sequence[Ledger], voices: Mapping[str, KeyVoice]) -> list[KeyValue]:
    """The values that stand right in whatever ledger."""
    return _right(wanted, [value for ledger in ledgers for value in ledger], voices)


def _right(wanted: KeyLedger, ledger: Ledger, voices: Mapping[str, KeyVoice]) -> list[KeyValue]:
    return [value for value in wanted.values if any(_same(value, found, voices) for found in ledger)]


def _same(wanted: KeyValue, found: FoundValue, voices: Mapping[str, KeyVoice]) -> bool:
    return (
        _stands(wanted.place, found)
        and (wanted.low, wanted.high) == (found.low, found.high)
        and wanted.day == found.day
        and is_voice(found.source, voices[wanted.source])
    )


def _stands(place: Place, found: FoundValue) -> bool:
    return found.report == place.report and found.span.start < place.end and place.start < found.span.end
