"""What finds the documents worth comparing without reading all of them: MinHash bands, and a sample of the shingles."""

from collections.abc import Sequence
from functools import cache
from hashlib import blake2b

PERMUTATIONS = 64
ROWS = 2
"""Two texts meet in a band when `ROWS` minima in a row agree: with similarity s (shared shingles of all shingles of
both) the chance to meet in any of the 32 bands is 1 - (1 - s**2)**32: 0.27 at 0.1, 0.73 at 0.2, 0.95 at 0.3, 0.99 at
0.4. A copy with two of seven paragraphs cut, one added and every tenth word changed has s = 0.3. Texts that are no
copies have s = 0.00002 on average, so that they meet in one of half a million pairs; each costs one comparison."""
SEED = 20_31
ONE_IN = 8
"""Of the shingles every eighth is kept as a sample, chosen by its hash and so the same in every text that has it. By
their number a short text is found again in a long one, where the similarity is small: of 60 words seven samples
remain on average, and fewer than two in one text of 150."""
_SIGN = 1 << 63
_SPREAD = tuple(band * 0x9E3779B97F4A7C15 & 2 * _SIGN - 1 for band in range(PERMUTATIONS // ROWS))
"""Keeps equal minima in different bands apart."""
_PROBE = ("a sketch of", "these words shows", "whether sketches", "are still made alike")


def hashes(shingles: Sequence[str]) -> list[int]:
    """A number of 64 bits for each shingle."""
    from rensa import RMinHash

    return list(RMinHash.hash_token_sets([shingles])[0]) if shingles else []


def samples(hashed: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """Index and hash of the shingles that every text with them keeps; signed numbers, as databases want them."""
    return tuple((index, _signed(number)) for index, number in enumerate(hashed) if not number % ONE_IN)


def bands(shingles: Sequence[str]) -> tuple[int, ...]:
    """The MinHash sketch, cut into bands, each as a signed number of 64 bits; none for a text without words."""
    if not shingles:
        return ()
    from rensa import RMinHash

    sketch = RMinHash(PERMUTATIONS, SEED)
    sketch.update(shingles)
    minima = sketch.digest()
    pairs = zip(_SPREAD, minima[::ROWS], minima[1::ROWS], strict=True)
    return tuple(_signed(apart ^ (first << 32 | second)) for apart, first, second in pairs)


@cache
def fingerprint() -> str:
    """Sixteen hex digits that change when sketches are no longer made alike, so that stored ones are made anew."""
    parts = (PERMUTATIONS, ROWS, SEED, ONE_IN, hashes(_PROBE), bands(_PROBE))
    return blake2b(repr(parts).encode("ascii"), digest_size=8).hexdigest()


def _signed(number: int) -> int:
    return number - 2 * _SIGN if number >= _SIGN else number
