"""Holdings for the tests of exports: two small reports made by hand, and any findings at all."""

from datetime import UTC, date, datetime

from hypothesis import strategies as st

from lagebild.model.attribution import Act, Attribution, Form
from lagebild.model.document import Document
from lagebild.model.entity import Entity, EntityKind, Mention
from lagebild.model.event import Event, EventType, Party, Status
from lagebild.model.findings import Findings
from lagebild.model.holding import Holding, Standing
from lagebild.model.judgement import Judgement, Verdict
from lagebild.model.span import Span
from tests.any_findings import any_findings
from tests.report.situation import situation

ADDED = datetime(2031, 5, 7, 8, 30, tzinfo=UTC)
SECOND_TEXT = "🚢 Ada Kroll warnte Norwegen: „Der Sund bleibt offen.“ Schweden lehnte ab."


def second_at(words: str) -> Span:
    """Where the words stand in SECOND_TEXT."""
    start = SECOND_TEXT.index(words)
    return Span(start, start + len(words))


ACCEPTED = Judgement(
    "j1", Verdict.ACCEPT, "d1", "attribution", "said", None, None, None, "Mira Lund", datetime(2031, 5, 8, tzinfo=UTC)
)


def first() -> Holding:
    """A deal, forces, a threat, a breach, events and places, with a statement that somebody accepted."""
    return Holding(
        key="d1",
        findings=situation(),
        added=ADDED,
        engine="0.1.0",
        standing={("attribution", "said"): Standing.ACCEPTED},
        people={"ada": "p7"},
        judgements=(ACCEPTED,),
    )


def second() -> Holding:
    """A warning with emoji before it, by the same person, and an event of two states."""
    findings = Findings(
        document=Document(
            id="zwei", text=SECOND_TEXT, language="de", title="=Sund", date=date(2031, 5, 9), publisher="Deichbote",
            url="https://deichbote.example/sund?a=1&b=2", author="R. Ahlers",
        ),
        entities=(
            Entity("ada", EntityKind.PERSON, "Ada Kroll", code="DNK", known="Ada Kroll", office="Hafenchefin"),
            Entity("nor", EntityKind.STATE, "Norwegen", code="NOR", known="Norwegen"),
        ),
        mentions=(
            Mention(second_at("Ada Kroll"), "ada", "name", "full name", 0.9),
            Mention(second_at("Norwegen"), "nor", "name", "a state", 0.9),
        ),
        attributions=(
            Attribution(
                key="warned", source=second_at("Ada Kroll"), speaker="Ada Kroll", entity="ada",
                speaker_reason="full name", cue=(second_at("warnte"),), content=(second_at("Der Sund bleibt offen."),),
                form=Form.DIRECT, act=Act.WARN, to=second_at("Norwegen"), within=None, rule="verb-colon",
                confidence=0.9,
            ),
        ),
        events=(
            Event(
                key="no", trigger=second_at("lehnte ab"), type=EventType.REJECT, mode=None, context=None,
                actor=Party("SWE", second_at("Schweden")), recipient=Party("NOR", None, "nor"), roles=(), place=None,
                time=None, quantities=(), status=Status.FACT, chain=(), attribution=None, lexeme="ablehnen",
                rule="event-verb", confidence=0.6,
            ),
        ),
    )  # fmt: skip
    return Holding("d2", findings, ADDED, "0.1.0", people={"ada": "p7"}, origin="g1")


def both() -> tuple[Holding, Holding]:
    """Both, as a base would give them."""
    return first(), second()


@st.composite
def any_holding(draw: st.DrawFn) -> Holding:
    """Any findings in a holding that knows something of them."""
    findings = draw(any_findings())
    keys = [item.key for item in findings.entities]
    return Holding(
        key="d" + draw(st.text("0123456789abcdef", min_size=1, max_size=6)),
        findings=findings,
        added=ADDED,
        engine="0.1.0",
        origin=draw(st.none() | st.just("g1")),
        people={key: "p" + str(number) for number, key in enumerate(keys) if draw(st.booleans())},
        standing={("event", item.key): Standing.ACCEPTED for item in findings.events if draw(st.booleans())},
    )
