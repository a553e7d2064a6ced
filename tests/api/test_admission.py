"""How many may work at once, how many wait, and who is turned away."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from analytics.admission import Admission, FullError


def test_asking_whether_there_is_room_takes_none() -> None:
    admission = Admission(1)
    for _ in range(3):
        admission.turn_away()
    with admission.place():
        pass


def test_who_comes_beyond_the_places_is_turned_away_and_the_next_one_let_in() -> None:
    admission = Admission(2)
    with admission.place(), admission.place():
        with pytest.raises(FullError):
            admission.turn_away()
        with pytest.raises(FullError), admission.place():
            pass
    admission.turn_away()


def test_a_place_comes_free_where_the_work_fails() -> None:
    admission = Admission(1)
    with pytest.raises(ZeroDivisionError), admission.place():
        raise ZeroDivisionError
    admission.turn_away()


def test_one_may_wait_for_a_place_and_the_next_is_turned_away() -> None:
    admission = Admission(1, waiting=1, seconds=60)

    def work() -> None:
        with admission.place():
            pass

    with ThreadPoolExecutor(1) as others:
        with admission.place():
            waiting = others.submit(work)
            while admission._inside < 2:
                time.sleep(0.001)
            with pytest.raises(FullError):
                admission.turn_away()
        waiting.result(timeout=60)
    admission.turn_away()


def test_who_comes_while_short_work_ends_is_let_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("analytics.admission.LOOK_SECONDS", 60)
    admission = Admission(1)

    def work(_: int) -> None:
        with admission.place():
            time.sleep(0.002)

    with ThreadPoolExecutor(3) as others:
        list(others.map(work, range(30)))


def test_who_waits_too_long_is_turned_away() -> None:
    admission = Admission(1, waiting=1, seconds=0.01)
    with admission.place(), pytest.raises(FullError), admission.place():
        pass
    admission.turn_away()
