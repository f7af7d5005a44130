"""What can wait: calls at their time, work in steps."""

from __future__ import annotations

from langdetect_hook.lsp.later import Later


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def work(done: list[object], name: str, count: int):
    try:
        for number in range(count):
            done.append((name, number))
            yield
    finally:
        done.append((name, "end"))


def test_a_call_is_made_at_its_time_and_once():
    clock, done = Clock(), []
    later = Later(clock)
    assert later.pause() is None
    later.call("a", 5, lambda: done.append("early"))
    later.call("a", 10, lambda: done.append("a"))
    clock.now = 8
    assert later.pause() == 2
    later.step()
    assert done == []
    clock.now = 20
    assert later.pause() == 0
    later.step()
    later.step()
    assert (done, later.pause()) == (["a"], None)


def test_a_hundred_changes_make_one_call():
    clock, done = Clock(), []
    later = Later(clock)
    for number in range(100):
        clock.now = number / 100
        later.call("buffer", 0.3, lambda: done.append(clock.now))
        later.step()
    clock.now = 9
    later.step()
    assert done == [9]


def test_works_take_turns_and_end_where_they_are_dropped():
    done: list[object] = []
    later = Later(Clock())
    later.begin("a", work(done, "a", 3))
    later.begin("b", work(done, "b", 1))
    for _ in range(3):
        assert later.pause() == 0
        later.step()
    assert done == [("a", 0), ("b", 0), ("a", 1)]
    assert later.drop("a") and not later.drop("a")
    assert done[-1] == ("a", "end")
    later.step()
    assert done[-1] == ("b", "end") and later.pause() is None


def test_what_has_the_same_name_is_replaced():
    done: list[object] = []
    later = Later(Clock())
    later.begin("a", work(done, "first", 3))
    later.step()
    later.begin("a", work(done, "second", 3))
    later.step()
    assert done == [("first", 0), ("first", "end"), ("second", 0)]
    later.drop_all()
    assert done[-1] == ("second", "end") and later.pause() is None


def test_a_call_may_plan_itself_again():
    clock, done = Clock(), []
    later = Later(clock)

    def again() -> None:
        done.append(clock.now)
        later.call("a", 1, again)

    again()
    for clock.now in (1, 2, 3):
        later.step()
    assert done == [0, 1, 2, 3]
