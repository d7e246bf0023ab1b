"""Asking: every text gets its own answer, what has come is not lost, and a bad text costs itself alone."""

import threading
from collections.abc import Sequence

import pytest

from l10n.errors import Fault, ServiceError
from l10n.pretranslation.asking import Answers, Question, ask_all, left_over
from l10n.pretranslation.division import Failed
from l10n.pretranslation.services.base import Asked


def questions(*sizes: int) -> list[list[Question]]:
    """Return requests of so many texts, the texts numbered through."""
    numbers = iter(range(sum(sizes)))
    return [
        [
            Question((number, 0), Asked(text=str(number)))
            for _, number in zip(range(size), numbers, strict=False)
        ]
        for size in sizes
    ]


class TestAnswers:
    @pytest.mark.parametrize("jobs", [1, 4])
    def test_every_text_gets_its_own_answer(self, jobs: int) -> None:
        def translate(request: Sequence[Asked]) -> list[object]:
            return [f"<{one.text}>" for one in request]

        found = dict(answer for came in ask_all(translate, questions(*[3] * 10), jobs) for answer in came)
        assert found == {(number, 0): f"<{number}>" for number in range(30)}

    @pytest.mark.parametrize("jobs", [1, 4])
    def test_a_failure_of_the_service_ends_it_and_what_came_before_is_there(self, jobs: int) -> None:
        asked: list[str] = []

        def translate(request: Sequence[Asked]) -> list[object]:
            asked.append(request[0].text)
            if request[0].text == "5":
                raise ServiceError("no more")
            return [request[0].text]

        came: list[str] = []

        def collect(answers: Answers) -> None:
            for found in answers:
                came.extend(str(answer) for _, answer in found)

        with pytest.raises(ServiceError, match="no more"):
            collect(ask_all(translate, questions(*[1] * 200), jobs))
        assert len(asked) == len(set(asked)) < 200
        assert set(came) == set(asked) - {"5"}

    @pytest.mark.parametrize("jobs", [1, 4])
    @pytest.mark.parametrize("fault", [Fault.TEXT, Fault.EITHER, Fault.SLOW])
    def test_a_text_the_service_fails_with_costs_itself_alone(self, jobs: int, fault: Fault) -> None:
        def translate(request: Sequence[Asked]) -> list[object]:
            if any(one.text == "5" for one in request):
                raise ServiceError("no", why="it is the five", fault=fault)
            return [one.text for one in request]

        found = dict(answer for came in ask_all(translate, questions(8, 8, 8), jobs) for answer in came)
        assert found.pop((5, 0)) == Failed(reason="no: it is the five")
        assert found == {(number, 0): str(number) for number in range(24) if number != 5}

    @pytest.mark.parametrize("jobs", [1, 4])
    def test_a_bug_of_ours_is_no_failure_of_a_text(self, jobs: int) -> None:
        def translate(_: Sequence[Asked]) -> list[object]:
            raise RuntimeError("a bug")

        with pytest.raises(RuntimeError, match="a bug"):
            list(ask_all(translate, questions(1, 1, 1), jobs))

    @pytest.mark.parametrize("taken", [1, 2])
    def test_what_has_come_when_the_user_stops_it_is_not_lost(self, taken: int) -> None:
        begun, end = threading.Semaphore(0), threading.Event()

        def translate(request: Sequence[Asked]) -> list[object]:
            if request[0].text in ("2", "3"):
                begun.release()
                end.wait()
            return [request[0].text]

        arriving = ask_all(translate, questions(1, 1, 1, 1), 2)
        came = [answer for _ in range(taken) for answer in next(arriving)]
        for _ in range(2):
            begun.acquire()  # both threads are at work on what never comes
        came += [answer for found in left_over(arriving, KeyboardInterrupt()) for answer in found]
        end.set()
        assert sorted(came) == [((0, 0), "0"), ((1, 0), "1")]

    @pytest.mark.parametrize("jobs", [1, 3])
    @pytest.mark.parametrize("wrong", [0, 1, 3], ids=str)
    def test_another_number_of_answers_is_an_error_for_the_text_it_is_wrong_for(
        self, jobs: int, wrong: int
    ) -> None:
        def translate(request: Sequence[Asked]) -> list[object]:
            answers: list[object] = [one.text for one in request]
            return [*answers, "x", "y"][:wrong] if any(one.text == "2" for one in request) else answers

        found = dict(answer for came in ask_all(translate, questions(4), jobs) for answer in came)
        if wrong == 1:  # alone it is answered by one
            assert found == {(number, 0): str(number) for number in range(4)}
        else:
            assert isinstance(found.pop((2, 0)), Failed)
            assert found == {(number, 0): str(number) for number in (0, 1, 3)}
