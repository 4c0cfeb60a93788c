"""Hypothesis: any findings that could ever be made, for tests of what takes findings."""

from hypothesis import strategies as st

from lagebild.model.analysis import Furniture
from lagebild.model.attribution import Act, Attribution, Form
from lagebild.model.breach import Breach
from lagebild.model.deployment import Deployment
from lagebild.model.document import Document
from lagebild.model.entity import Entity, EntityKind, Mention
from lagebild.model.event import Event, EventType, Party, Role, Status
from lagebild.model.exchange import Exchange, Side
from lagebild.model.findings import Findings
from lagebild.model.place import Place, PlaceKind
from lagebild.model.quantity import Quantity
from lagebild.model.span import Span
from lagebild.model.threat import Threat
from lagebild.model.timex import Timex

WORDS = st.text(min_size=1, max_size=12)
MAYBE = st.none() | WORDS
SHARE = st.floats(0, 1)


@st.composite
def any_findings(draw: st.DrawFn) -> Findings:
    text = draw(st.text(min_size=2, max_size=60))

    def span() -> Span:
        start = draw(st.integers(0, len(text) - 1))
        return Span(start, draw(st.integers(start + 1, len(text))))

    def some_spans() -> tuple[Span, ...]:
        return tuple(span() for _ in range(draw(st.integers(0, 2))))

    def maybe_span() -> Span | None:
        return span() if draw(st.booleans()) else None

    def maybe_party() -> Party | None:
        return Party(draw(WORDS), maybe_span(), draw(MAYBE)) if draw(st.booleans()) else None

    def told() -> tuple[Status, tuple[str | None, ...], str | None, str, float]:
        chain = tuple(draw(st.lists(MAYBE, max_size=2)))
        return draw(st.sampled_from(Status)), chain, draw(MAYBE), draw(WORDS), draw(SHARE)

    made: list[str] = []

    def key() -> str:
        made.append(f"{draw(WORDS)}{len(made)}")
        return made[-1]

    keys = draw(st.lists(WORDS, unique=True, max_size=3))
    entities = tuple(
        Entity(key, draw(st.sampled_from(EntityKind)), draw(WORDS), draw(MAYBE), draw(MAYBE), draw(MAYBE), draw(MAYBE))
        for key in keys
    )
    mentions = [Mention(span(), draw(st.sampled_from(keys)), draw(WORDS), draw(WORDS), draw(SHARE)) for _ in keys]
    number = st.none() | st.floats(allow_nan=False, allow_infinity=False)
    return Findings(
        document=Document(
            draw(WORDS),
            text,
            draw(WORDS),
            draw(MAYBE),
            draw(st.none() | st.dates()),
            draw(MAYBE),
            draw(MAYBE),
            known_from=tuple(draw(st.dictionaries(WORDS, WORDS, max_size=2)).items()),
        ),
        furniture=tuple(Furniture(item, draw(WORDS)) for item in some_spans()),
        entities=entities,
        mentions=tuple(sorted({item.span: item for item in mentions}.values(), key=lambda item: item.span)),
        timexes=tuple(
            Timex(
                item,
                draw(WORDS),
                draw(MAYBE),
                draw(WORDS),
                draw(st.booleans()),
                draw(MAYBE),
                draw(WORDS),
                0.5,
                draw(MAYBE),
            )
            for item in some_spans()
        ),
        quantities=tuple(
            Quantity(
                item, draw(number), draw(number), draw(MAYBE), draw(MAYBE), maybe_span(), maybe_span(), draw(WORDS), 0.5
            )
            for item in some_spans()
        ),
        places=tuple(
            Place(
                item,
                draw(WORDS),
                draw(st.sampled_from(PlaceKind)),
                draw(MAYBE),
                draw(number),
                draw(number),
                draw(number),
                draw(WORDS),
                draw(WORDS),
                draw(SHARE),
            )
            for item in some_spans()
        ),
        attributions=tuple(
            Attribution(
                key(),
                maybe_span(),
                draw(MAYBE),
                draw(MAYBE),
                draw(WORDS),
                some_spans(),
                (item,),
                draw(st.sampled_from(Form)),
                draw(st.sampled_from(Act)),
                maybe_span(),
                draw(MAYBE),
                draw(WORDS),
                draw(SHARE),
            )
            for item in some_spans()
        ),
        events=tuple(
            Event(
                key(),
                item,
                draw(st.sampled_from(EventType)),
                draw(MAYBE),
                draw(MAYBE),
                maybe_party(),
                maybe_party(),
                tuple(Role(draw(WORDS), role) for role in some_spans()),
                maybe_span(),
                maybe_span(),
                some_spans(),
                draw(st.sampled_from(Status)),
                tuple(draw(st.lists(MAYBE, max_size=2))),
                draw(MAYBE),
                draw(WORDS),
                draw(WORDS),
                draw(SHARE),
                some_spans(),
            )
            for item in some_spans()
        ),
        exchanges=tuple(
            Exchange(
                key(),
                tuple(Side(maybe_party(), some_spans(), tuple(draw(st.lists(WORDS, max_size=2)))) for _ in range(2)),
                (item,),
                *told(),
            )
            for item in some_spans()
        ),
        breaches=tuple(Breach(key(), item, maybe_party(), maybe_span(), span(), *told()) for item in some_spans()),
        threats=tuple(
            Threat(
                key(),
                item,
                maybe_party(),
                tuple(party for party in (maybe_party(),) if party),
                maybe_span(),
                maybe_span(),
                *told(),
            )
            for item in some_spans()
        ),
        deployments=tuple(
            Deployment(
                key(),
                item,
                maybe_party(),
                span(),
                maybe_span(),
                maybe_span(),
                maybe_span(),
                maybe_span(),
                maybe_span(),
                *told(),
            )
            for item in some_spans()
        ),
        notes=tuple(draw(st.lists(WORDS, max_size=2))),
    )
