"""Comparing before an answer, as the command line tells of it."""

from lagebild.cli.comparing import Progress
from lagebild.knowledge.claims import Compared


def test_it_tells_how_far_it_is_how_fast_and_how_long_it_will_take() -> None:
    times = iter([0.0, 0.0])
    progress = Progress(clock=lambda: next(times))
    assert progress.line(Compared(1, 400), 1.0) == "1 of 400 reports compared"
    assert progress.line(Compared(100, 400), 2.0) == "100 of 400 reports compared · 50 a second · about 6 s left"
    assert progress.line(Compared(160, 400), 20.0) == "160 of 400 reports compared · 3.3 a second · about 72 s left"
    assert progress.line(Compared(400, 400, 1234), 90.0) == (
        "400 reports compared · 1,234 places still to be put together"
    )


def test_it_stays_calm() -> None:
    times = iter([0.0, 0.0, 1.0, 31.0, 32.0])
    progress = Progress(clock=lambda: next(times))
    said = []
    for done in (1, 2, 3):
        progress(Compared(done, 9))
        said.append(progress.told)
    assert said == [False, True, True]
