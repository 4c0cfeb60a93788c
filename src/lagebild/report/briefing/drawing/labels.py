"""Labels: how wide words are, how long ones are cut, and where there is room for them."""

from dataclasses import dataclass

CHARACTER = 0.56
"""Width of a letter in parts of its size, on average; measured in common sans-serif faces, rounded up."""
SIZE = 13
"""Size of labels, in the picture's units."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle that something takes up."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Box") -> bool:
        """Whether both cover some place."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


@dataclass(frozen=True, slots=True)
class Label:
    """Words with the place of their beginning, middle or end ("start", "middle", "end") on their line."""

    x: float
    y: float
    text: str
    anchor: str = "start"


def width_of(text: str, size: float = SIZE) -> float:
    """About how wide the words are."""
    return len(text) * CHARACTER * size


def cut(text: str, width: float, size: float = SIZE) -> str:
    """The words, cut to the width at a blank with "…"."""
    if width_of(text, size) <= width:
        return text
    most = max(1, int(width / (CHARACTER * size)) - 1)
    kept = text[:most].rpartition(" ")[0]
    return (kept if len(kept) > most // 2 else text[:most]).rstrip(" ,;:–-") + "…"


def box_of(label: Label, size: float = SIZE) -> Box:
    """What a label covers."""
    width = width_of(label.text, size)
    left = {"start": label.x, "middle": label.x - width / 2, "end": label.x - width}[label.anchor]
    return Box(left, label.y - size, left + width, label.y + size * 0.3)


def placed(
    text: str, x: float, y: float, gap: float, taken: list[Box], inside: Box, *, size: float = SIZE
) -> Label | None:
    """The label right, left, above or below a mark, where it covers nothing; None where there is no room. What it takes
    is added to `taken`."""
    tries = (
        Label(x + gap, y + size * 0.35, text), Label(x - gap, y + size * 0.35, text, "end"),
        Label(x, y - gap - 2, text, "middle"), Label(x, y + gap + size, text, "middle"),
        Label(x + gap, y - gap, text), Label(x + gap, y + gap + size * 0.7, text),
        Label(x - gap, y - gap, text, "end"), Label(x - gap, y + gap + size * 0.7, text, "end"),
    )  # fmt: skip
    for label in tries:
        box = box_of(label, size)
        fits = (
            inside.left <= box.left
            and box.right <= inside.right
            and inside.top <= box.top
            and box.bottom <= inside.bottom
        )
        if fits and not any(box.overlaps(other) for other in taken):
            taken.append(box)
            return Label(round(label.x, 1), round(label.y, 1), label.text, label.anchor)
    return None
