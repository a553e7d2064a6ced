"""Answers that are given again: what they take of the memory, and which go first."""

from flask import Response

from api.kept_answers import LARGEST_KEPT, MOST_KEPT, KeptAnswers


def address_of(number: int, length: int) -> tuple[str, str, bool]:
    return "localhost", f"/api/v1/claims?n={number}&q=".ljust(length, "a"), False


def test_long_addresses_count_as_well_so_that_the_oldest_answers_go() -> None:
    answers = KeptAnswers()
    length = LARGEST_KEPT // 2
    numbers = range(MOST_KEPT // length + 1)
    for number in numbers:
        answers.keep(address_of(number, length), Response(b"{}"))
    assert answers.find(address_of(numbers[0], length)) is None
    newest = answers.find(address_of(numbers[-1], length))
    assert newest is not None
    assert newest.get_data() == b"{}"


def test_an_answer_at_an_address_longer_than_any_answer_is_not_kept() -> None:
    answers = KeptAnswers()
    address = address_of(0, LARGEST_KEPT)
    answers.keep(address, Response(b"{}"))
    assert answers.find(address) is None
