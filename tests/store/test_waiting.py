"""What waits for the end of a transaction is written with it or not at all."""

from typing import Any

import apsw
import pytest

from lagebild.store.database import transaction
from lagebild.store.waiting import later


class _StopError(Exception):
    pass


def written(connection: apsw.Connection, items: list[Any]) -> None:
    connection.executemany("insert into t values (?)", ((item,) for item in items))


def failing(connection: apsw.Connection, waits: int) -> None:
    with transaction(connection):
        later(connection, written, [waits])
        raise _StopError


@pytest.fixture
def connection() -> apsw.Connection:
    made = apsw.Connection(":memory:")
    made.execute("create table t (n)")
    return made


def there(connection: apsw.Connection) -> list[Any]:
    return [number for (number,) in connection.execute("select n from t")]


def test_it_is_written_at_the_end_in_its_order(connection: apsw.Connection) -> None:
    with transaction(connection):
        later(connection, written, [1, 2])
        with transaction(connection):
            later(connection, written, [3])
        assert there(connection) == []
    assert there(connection) == [1, 2, 3]


def test_what_a_part_put_there_that_failed_is_taken_back_alone(connection: apsw.Connection) -> None:
    with transaction(connection):
        later(connection, written, [1])
        with pytest.raises(_StopError):
            failing(connection, 2)
        later(connection, written, [3])
    assert there(connection) == [1, 3]


def test_nothing_of_a_transaction_that_failed_is_left_for_the_next(connection: apsw.Connection) -> None:
    with pytest.raises(_StopError):
        failing(connection, 1)
    with transaction(connection):
        later(connection, written, [2])
    assert there(connection) == [2]
