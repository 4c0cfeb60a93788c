"""The network: who does what to whom, laid out so that the same relations always give the same picture."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lagebild.model.situation import Certainty, Edge
from lagebild.report.briefing.drawing.labels import Box, Label, box_of, width_of
from lagebild.report.briefing.drawing.sheet import svg
from lagebild.report.briefing.wording import Wording

WIDTH, HEIGHT = 760, 560
MOST = 14
"""So many lines at most; more are a tangle."""
_NAMED = 3
_MARGIN_X, _MARGIN_Y = 90, 50
_APART = 130
"""Sides stand at least so far from each other, so that there is room for what the arrows mean."""
_SEED = 7
_BENDS = (0.0, 30.0, -30.0, 58.0)
"""So far lines between the same two sides bend away from each other."""
MUTUAL = "meets"

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Node:
    """A side, its name in a box around its place."""

    x: float
    y: float
    width: float
    name: str
    code: str


@dataclass(frozen=True, slots=True)
class Link:
    """What one side does to another: a bent line with a tip (both as SVG paths), and where its meaning is written.
    `kind` is the one on most origins; `told` names up to three."""

    line: str
    tip: str
    kind: str
    sure: bool
    weight: float
    x: float
    y: float
    anchor: str
    told: str
    full: str


def network_picture(edges: Sequence[Edge], wording: Wording, *, title: str) -> str | None:
    """The picture of the relations that are told best, those of the same two sides and direction on one line.

    None where there are none that are told as having happened."""
    bundles = _bundles(edges)
    if not bundles:
        return None
    places = _layout([bundle[0] for bundle in bundles])
    nodes = {code: _node(code, place, wording) for code, place in places.items()}
    told = sum(len(bundle) for bundle in bundles)
    return svg(
        "network",
        width=WIDTH,
        height=HEIGHT,
        title=title,
        text=wording.word("pictures", "network_text", nodes=len(nodes), edges=told),
        nodes=[nodes[code] for code in sorted(nodes)],
        links=_links(bundles, nodes, wording),
    )


def _bundles(edges: Sequence[Edge]) -> list[list[Edge]]:
    """The first lines, each with its relations; what only may be is left to the table."""
    shown = [edge for edge in edges if edge.support.certainty not in {Certainty.POSSIBLE, Certainty.DENIED}]
    found: dict[tuple[str, str, bool], list[Edge]] = {}
    for edge in shown:
        found.setdefault((edge.actor, edge.recipient, edge.kind == MUTUAL), []).append(edge)
    return list(found.values())[:MOST]


def _node(code: str, place: Point, wording: Wording) -> Node:
    name = wording.side(code)
    return Node(place[0], place[1], round(width_of(name, 14) + 22), name, code)


def _links(bundles: Sequence[Sequence[Edge]], nodes: Mapping[str, Node], wording: Wording) -> list[Link]:
    between: dict[tuple[str, ...], int] = {}
    taken = [Box(node.x - node.width / 2, node.y - 16, node.x + node.width / 2, node.y + 16) for node in nodes.values()]
    found = []
    for bundle in bundles:
        pair = tuple(sorted((bundle[0].actor, bundle[0].recipient)))
        number = between.get(pair, 0)
        between[pair] = number + 1
        # Straight, then to the left and to the right in turn, seen from the same side for both directions.
        bend = _BENDS[min(number, len(_BENDS) - 1)] * (1 if pair[0] == bundle[0].actor else -1)
        found.append(_link(bundle, nodes[bundle[0].actor], nodes[bundle[0].recipient], bend, taken, wording))
    return found


def _link(bundle: Sequence[Edge], one: Node, other: Node, bend: float, taken: list[Box], wording: Wording) -> Link:
    length = math.dist((one.x, one.y), (other.x, other.y)) or 1.0
    along = ((other.x - one.x) / length, (other.y - one.y) / length)
    across = (-along[1], along[0])
    middle = ((one.x + other.x) / 2 + across[0] * bend * 2, (one.y + other.y) / 2 + across[1] * bend * 2)
    start, end = _edge_of(one, middle, gap=2), _edge_of(other, middle, gap=10)
    told = " · ".join(wording.word("edges", edge.kind) for edge in bundle[:_NAMED])
    label = _label(told, start, middle, end, taken)
    actor, recipient = wording.side(bundle[0].actor), wording.side(bundle[0].recipient)
    origins = max(len(edge.support.origins) for edge in bundle)
    return Link(
        line=f"M{start[0]:.0f} {start[1]:.0f}Q{middle[0]:.0f} {middle[1]:.0f} {end[0]:.0f} {end[1]:.0f}",
        tip=_tip(middle, end),
        kind=bundle[0].kind,
        sure=any(edge.support.certainty is Certainty.STATED for edge in bundle),
        weight=min(4.5, 1.2 + 0.6 * origins),
        x=round(label[0]),
        y=round(label[1]),
        anchor="middle",
        told=told,
        full="; ".join(
            f"{actor} {wording.word('edges', edge.kind)} {recipient}: {wording.origins(edge.support.origins)}"
            for edge in bundle
        ),
    )


def _label(told: str, start: Point, middle: Point, end: Point, taken: list[Box]) -> Point:
    """A place along the line where the words cover nothing; its middle where there is none."""
    size = 12
    for share in (0.5, 0.4, 0.6, 0.32, 0.68, 0.25, 0.75):
        x, y = _curve(start, middle, end, share)
        box = box_of(Label(x, y + 4, told, "middle"), size)
        inside = box.left >= 0 and box.right <= WIDTH
        if inside and not any(box.overlaps(other) for other in taken):
            taken.append(box)
            return x, y
    return _curve(start, middle, end, 0.5)


def _edge_of(node: Node, toward: Point, *, gap: float) -> Point:
    """Where a line from the node's middle toward a point leaves its box."""
    dx, dy = toward[0] - node.x, toward[1] - node.y
    half_width, half_height = node.width / 2 + gap, 15 + gap
    share = min(half_width / abs(dx) if dx else math.inf, half_height / abs(dy) if dy else math.inf, 1.0)
    return node.x + dx * share, node.y + dy * share


def _curve(start: Point, middle: Point, end: Point, share: float) -> Point:
    rest = 1 - share
    x, y = (rest * rest * start[axis] + 2 * rest * share * middle[axis] + share * share * end[axis] for axis in (0, 1))
    return x, y


def _tip(middle: Point, end: Point) -> str:
    """A triangle at the end of the line, pointing the way it comes."""
    length = math.dist(middle, end) or 1.0
    dx, dy = (end[0] - middle[0]) / length, (end[1] - middle[1]) / length
    point = (end[0] + dx * 8, end[1] + dy * 8)
    left, right = (end[0] - dy * 5, end[1] + dx * 5), (end[0] + dy * 5, end[1] - dx * 5)
    return "M" + "L".join(f"{x:.0f} {y:.0f}" for x, y in (point, left, right)) + "z"


def _layout(edges: Sequence[Edge]) -> dict[str, Point]:
    """Places by springs from a fixed beginning, stretched to the picture and pushed apart, in whole units."""
    import networkx

    graph = networkx.Graph()
    graph.add_nodes_from(sorted({code for edge in edges for code in (edge.actor, edge.recipient)}))
    for edge in sorted(edges, key=lambda edge: (edge.actor, edge.recipient, edge.kind)):
        graph.add_edge(edge.actor, edge.recipient)
    found = networkx.spring_layout(graph, k=1.6 / math.sqrt(len(graph)), iterations=200, seed=_SEED)
    places = {code: (float(place[0]), float(place[1])) for code, place in found.items()}
    return _apart(_stretched(places))


def _stretched(places: dict[str, Point]) -> dict[str, Point]:
    xs, ys = [x for x, _ in places.values()], [y for _, y in places.values()]

    def fit(value: float, values: list[float], margin: float, size: float) -> float:
        spread = max(values) - min(values)
        return margin + (value - min(values)) / spread * (size - 2 * margin) if spread > 1e-9 else size / 2

    return {code: (fit(x, xs, _MARGIN_X, WIDTH), fit(y, ys, _MARGIN_Y, HEIGHT)) for code, (x, y) in places.items()}


def _apart(places: dict[str, Point]) -> dict[str, Point]:
    """Pushes sides that stand too near away from each other, and keeps all inside."""
    moved = {code: list(place) for code, place in places.items()}
    codes = sorted(moved)
    for _ in range(60):
        for number, one in enumerate(codes):
            for other in codes[number + 1 :]:
                dx, dy = moved[other][0] - moved[one][0], moved[other][1] - moved[one][1]
                # Names are wide, so sides beside each other need more room than sides above each other.
                distance = math.hypot(dx, dy * 1.5) or 0.01
                if distance < _APART:
                    push = (_APART - distance) / 2 / distance
                    for code, sign in ((one, -1), (other, 1)):
                        moved[code][0] += sign * dx * push
                        moved[code][1] += sign * dy * push
        for place in moved.values():
            place[0] = min(WIDTH - _MARGIN_X, max(_MARGIN_X, place[0]))
            place[1] = min(HEIGHT - _MARGIN_Y, max(_MARGIN_Y, place[1]))
    return {code: (float(round(x)), float(round(y))) for code, (x, y) in moved.items()}
