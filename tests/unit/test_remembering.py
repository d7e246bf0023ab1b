"""Answers are remembered within a document, and forgotten between two when there are many."""

from l10n.remembering import forget, remembered

asked: list[int] = []


@remembered(10_000)
def double(number: int) -> int:
    asked.append(number)
    return 2 * number


def test_many_answers_are_there_until_they_are_forgotten() -> None:
    asked.clear()
    for _ in range(2):
        assert [double(number) for number in range(5_000)] == list(range(0, 10_000, 2))
    assert len(asked) == 5_000
    forget()
    assert double(1) == 2
    assert len(asked) == 5_001


def test_a_few_answers_stay() -> None:
    forget()
    double.cache_clear()
    asked.clear()
    double(1)
    forget()
    double(1)
    assert asked == [1]


@remembered(1)
def length(text: str) -> int:
    asked.append(len(text))
    return len(text)


def test_the_answer_for_a_whole_text_does_not_keep_the_text() -> None:
    asked.clear()
    assert [length("one"), length("one")] == [3, 3]
    assert asked == [3]
    forget()
    assert length.cache_info().currsize == 0
