"""Whatever the order in which results come, they leave in the order of their inputs; room is bounded."""

import threading
import time

from hypothesis import given
from hypothesis import strategies as st

from lagebild.intake.line import Place
from lagebild.intake.room import Room


@given(st.lists(st.integers(0, 4), max_size=12), st.randoms(use_true_random=False))
def test_results_leave_in_the_order_of_the_inputs(sizes: list[int], random) -> None:  # type: ignore[no-untyped-def]
    line: Place[tuple[int, int]] = Place()
    places = [line.place() for _ in sizes]
    line.close()
    waiting = [(number, place) for number, place in enumerate(places)]
    random.shuffle(waiting)
    came: list[tuple[int, int]] = []
    for number, place in waiting:
        for part in range(sizes[number]):
            if part % 2:
                inner = place.place()
                inner.put((number, part))
                inner.close()
            else:
                place.put((number, part))
        came += line.ready()
        place.close()
        came += line.ready()
    assert came == [(number, part) for number, size in enumerate(sizes) for part in range(size)]
    assert line.over


def test_what_is_first_leaves_before_its_input_is_complete() -> None:
    line: Place[str] = Place()
    first, second = line.place(), line.place()
    second.put("later")
    first.put("now")
    assert list(line.ready()) == ["now"]
    first.close()
    assert list(line.ready()) == ["later"]
    assert not line.over


def test_places_have_names_that_sort_as_they_stand() -> None:
    line: Place[str] = Place()
    first, second = line.place(), line.place()
    assert sorted([second.place().name, first.place().name, second.name, first.name]) == [(0,), (0, 0), (1,), (1, 0)]


def test_whoever_wants_room_waits_until_there_is_some() -> None:
    room, taken = Room(places=2, size=100), []

    def take(size: int) -> None:
        room.take(size, over=lambda: False)
        taken.append(size)

    take(60)
    for size in (60, 30):
        thread = threading.Thread(target=take, args=(size,), daemon=True)
        thread.start()
        time.sleep(0.1)
    assert taken == [60, 30]
    room.give(30)
    time.sleep(0.1)
    assert taken == [60, 30]
    room.give(60)
    thread.join()
    time.sleep(0.3)
    assert taken == [60, 30, 60]


def test_one_input_has_room_however_large_and_nobody_waits_when_all_is_over() -> None:
    room = Room(places=2, size=100)
    room.take(1000, over=lambda: False)
    room.take(1, over=lambda: True)
