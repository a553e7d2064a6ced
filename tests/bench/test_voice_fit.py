"""The fit of the weights by which two names in an event are one voice: whom the annotation means, and the faults."""

from pathlib import Path

from bench.fit import lexicon_with
from bench.voice_fit import TABLE, faults, meant_voices

HELD_OUT = Path(__file__).parents[1] / "held_out"
SHIPPED = Path(__file__).parents[2] / "data" / "lexicon"
SPAN = {"document_id": "d", "kind": "quantity", "value": 12.0}


def test_a_voice_is_the_annotated_one_that_most_of_its_claims_have() -> None:
    voices = ["the guild", "the guild", "the port"]
    spans = [{**SPAN, "char_start": place, "char_end": place + 2} for place in (0, 10, 20)]
    gold = [
        {**span, "gold_id": f"g{span['char_start']}", "voice": voice} for span, voice in zip(spans, voices, strict=True)
    ]
    claims = [{**span, "event_id": "e", "voice_key": "person:ana ruiz"} for span in spans]
    assert meant_voices(gold, claims) == {("e", "person:ana ruiz"): "the guild"}


def test_fewer_voices_count_twice_under_the_shipped_weights_than_where_nothing_is_tied(tmp_path: Path) -> None:
    untied = lexicon_with({"candidates": -9.0}, TABLE, tmp_path / "untied")
    twice, _, outcomes = faults(HELD_OUT / "reports", False, tmp_path, SHIPPED)
    assert twice < faults(HELD_OUT / "reports", False, tmp_path, untied)[0]
    assert outcomes > 0
