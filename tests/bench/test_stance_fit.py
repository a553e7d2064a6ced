"""The weights of stances are learned from passages, and a stance that is annotated once is met once."""

from __future__ import annotations

from pathlib import Path

from bench.stance_fit import Clause, Corpus, learned, rates, read_corpus

CASES = Path(__file__).parents[1] / "extraction" / "stance_cases" / "development.csv"


def test_a_table_of_passages_is_a_corpus_whose_clauses_meet_what_it_expects() -> None:
    corpus = read_corpus(CASES)
    assert corpus.annotated > 0
    assert any(clause.meets for clause in corpus.clauses)
    assert any(clause.features for clause in corpus.clauses)


def test_what_only_stances_show_is_learned_to_speak_for_them() -> None:
    said = [Clause(("d", number, number + 1), {"candidate": 1, "denies": 1}, [number]) for number in range(40)]
    told = [Clause(("d", number, number + 1), {"candidate": 1}, []) for number in range(40, 80)]
    assert learned([Corpus("news", said + told, 40)])["denies"] > 1


def test_a_stance_is_met_once_and_one_that_words_tell_is_always_taken() -> None:
    twice = [Clause(("d", start, start + 5), {}, [0]) for start in (0, 2)]
    unlikely = Clause(("d", 9, 12), {"candidate": 1}, [1])
    assert rates(Corpus("news", [*twice, unlikely], 2), {"candidate": -4.0}, 0.4) == (0.5, 0.5, 0.5)
