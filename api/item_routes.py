"""Single rows by their id, and what belongs to them."""

from collections.abc import Callable, Mapping

import marshmallow as ma
from flask import Response

from analytics.list_views import (
    BUILDS,
    CHANGES,
    CLAIMS,
    DOCUMENTS,
    EVENTS,
    FINDINGS,
    HOUSE_EFFECTS,
    MEASURES,
    NEAR_QUESTIONS,
    ORIGINS,
    PAIRS,
    QUESTIONS,
    SOURCES,
    VOICES,
    ListView,
)
from analytics.reading import Snapshot
from analytics.view_columns import Column
from api.answers import json_answer, pinned, unchanged
from api.documented import Arguments, NoArguments, Route, StrictBlueprint, add_route
from api.list_routes import add_sub_list
from api.payloads import (
    Payload,
    document_payload,
    first_id,
    id_meant,
    item_payload,
    pair_payload,
    question_payload,
    row_by_id,
    voice_payload,
)
from api.problems import INVALID, NOT_FOUND, TOO_SLOW, UNPUBLISHED
from api.row_schemas import AnyField, StrictSchema, described, fields_of, object_schema, row_schema

Columns = Mapping[str, tuple[Column, ...]]
ItemPayload = Callable[..., Payload]

PLAIN_ITEMS = (FINDINGS, EVENTS, CLAIMS, SOURCES, ORIGINS, MEASURES, CHANGES, BUILDS)
_MORE_THAN_ROWS = {
    BUILDS.name: "The row of the view `build` with all its columns; `current` names the build that is served.",
    QUESTIONS.name: "The question with its finding, consensus and claims (the first 1,000), its pairs on request.",
    DOCUMENTS.name: "The article with its text, and its claims in the order of the text with their spans.",
    VOICES.name: "The voice with every name that texts write for it.",
}
SUB_LISTS = (
    (FINDINGS, CLAIMS),
    (FINDINGS, PAIRS),
    (FINDINGS, DOCUMENTS),
    (FINDINGS, SOURCES),
    (EVENTS, FINDINGS),
    (EVENTS, QUESTIONS),
    (EVENTS, CLAIMS),
    (EVENTS, DOCUMENTS),
    (EVENTS, SOURCES),
    (QUESTIONS, CLAIMS),
    (QUESTIONS, PAIRS),
    (QUESTIONS, NEAR_QUESTIONS),
    (QUESTIONS, CHANGES),
    (QUESTIONS, DOCUMENTS),
    (QUESTIONS, SOURCES),
    (CLAIMS, PAIRS),
    (ORIGINS, CLAIMS),
    (MEASURES, FINDINGS),
    (MEASURES, QUESTIONS),
    (MEASURES, CLAIMS),
    (VOICES, CLAIMS),
    (BUILDS, CHANGES),
    (DOCUMENTS, CLAIMS),
    (DOCUMENTS, FINDINGS),
    (DOCUMENTS, QUESTIONS),
    (SOURCES, DOCUMENTS),
    (SOURCES, CLAIMS),
    (SOURCES, FINDINGS),
    (SOURCES, HOUSE_EFFECTS),
)


class QuestionArguments(StrictSchema):
    """What a question's answer may hold besides."""

    pairs = ma.fields.Boolean(
        metadata=described("`true` adds `pairs`: what its claims are to each other, the first 1,000.")
    )


def add_item_routes(blueprint: StrictBlueprint, columns: Columns) -> None:
    """Give every view with an id its items, the two large ones with what belongs to them, and the sub-lists."""
    for listed in PLAIN_ITEMS:
        _add_item(blueprint, listed, {listed.view: _one(listed, columns)}, _plain_item(listed))
    _add_item(blueprint, QUESTIONS, _question_parts(columns), question_payload, QuestionArguments)
    _add_item(blueprint, DOCUMENTS, _document_parts(columns), document_payload)
    _add_item(blueprint, VOICES, _voice_parts(columns), voice_payload)
    _add_pair(blueprint, columns)
    for parent, listed in SUB_LISTS:
        if {parent.view, listed.view} <= columns.keys():
            add_sub_list(blueprint, parent, listed, columns)


def _add_item(
    blueprint: StrictBlueprint,
    listed: ListView,
    parts: Mapping[str, AnyField],
    payload: ItemPayload,
    arguments: type[ma.Schema] = NoArguments,
) -> None:
    def show(asked: Arguments, **path: str) -> Response:
        answer = payload(pinned(), path[listed.id_column], **asked)
        return unchanged() or json_answer(answer)  # what is not there has not stayed as it was

    route = Route(
        rule=f"/{listed.name}/<path:{listed.id_column}>",
        endpoint=listed.view,
        summary=f"One {listed.view} by its id.",
        description=_MORE_THAN_ROWS.get(listed.name, f"The row of the view `{listed.view}` with all its columns."),
        answer=object_schema(listed.view.capitalize() + "Answer", parts),
        problems=(NOT_FOUND, INVALID, TOO_SLOW, UNPUBLISHED),
        example=lambda snapshot: payload(snapshot, first_id(snapshot, listed)),
        arguments=arguments,
    )
    add_route(blueprint, route, show)


def _add_pair(blueprint: StrictBlueprint, columns: Columns) -> None:
    """Give the pair of two claims an address: the ids of both, in whichever order."""

    def show(_: Arguments, **path: str) -> Response:
        answer = pair_payload(pinned(), path["a_claim_id"], path["b_claim_id"])
        return unchanged() or json_answer(answer)

    route = Route(
        rule=f"/{PAIRS.name}/<a_claim_id>/<b_claim_id>",
        endpoint=PAIRS.view,
        summary="What two claims are to each other, by the ids of both, with the claims.",
        answer=object_schema("PairAnswer", {PAIRS.view: _one(PAIRS, columns), CLAIMS.name: _many(CLAIMS, columns)}),
        problems=(NOT_FOUND, INVALID, TOO_SLOW, UNPUBLISHED),
        example=_pair_example,
    )
    add_route(blueprint, route, show)


def _pair_example(snapshot: Snapshot) -> Payload:
    finding = row_by_id(snapshot, FINDINGS, first_id(snapshot, FINDINGS))
    return pair_payload(snapshot, str(finding["low_claim_id"]), str(finding["high_claim_id"]))


def _plain_item(listed: ListView) -> ItemPayload:
    return lambda snapshot, row_id: item_payload(snapshot, listed, id_meant(snapshot, listed, row_id))


def _question_parts(columns: Columns) -> dict[str, AnyField]:
    consensus = StrictSchema.from_dict(fields_of(columns["consensus"], ("question_id",)), name="Consensus")
    finding = row_schema(FINDINGS, columns[FINDINGS.view])
    no_finding = described("Its finding; null where its sources do not part.")
    estimate = described("The estimate where voices answer with figures; else nothing.")
    return {
        "question": _one(QUESTIONS, columns),
        "finding": ma.fields.Nested(finding, required=True, allow_none=True, metadata=no_finding),
        "consensus": ma.fields.List(ma.fields.Nested(consensus), required=True, metadata=estimate),
        "claims": _many(CLAIMS, columns),
        "pairs_url": ma.fields.String(
            required=True, metadata=described("The list of what its claims are to each other.")
        ),
        "pairs": _many(PAIRS, columns, required=False),
    }


def _document_parts(columns: Columns) -> dict[str, AnyField]:
    return {"document": _one(DOCUMENTS, columns), "claims": _many(CLAIMS, columns)}


def _voice_parts(columns: Columns) -> dict[str, AnyField]:
    fields = row_schema(VOICES, columns[VOICES.view])._declared_fields
    voice = StrictSchema.from_dict({name: fields[name] for name in ("voice_id", "name")}, name="VoiceName")
    spellings = ma.fields.List(
        ma.fields.String(), required=True, metadata=described("The names that texts write for it.")
    )
    one = ma.fields.Nested(voice, required=True, metadata=described(f"The row of the view `{VOICES.view}`."))
    return {"voice": one, "spellings": spellings}


def _one(listed: ListView, columns: Columns) -> AnyField:
    words = described(f"The row of the view `{listed.view}`.")
    return ma.fields.Nested(row_schema(listed, columns[listed.view]), required=True, metadata=words)


def _many(listed: ListView, columns: Columns, required: bool = True) -> AnyField:
    row = ma.fields.Nested(row_schema(listed, columns[listed.view]))
    return ma.fields.List(row, required=required, metadata=described(f"Rows of the view `{listed.view}`."))
