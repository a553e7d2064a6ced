"""`/api/v1`: what there is, as links, for those who begin with the address alone."""

from collections.abc import Mapping
from urllib.parse import urlencode

import marshmallow as ma

from analytics.list_views import LIST_VIEWS
from analytics.reading import Snapshot
from analytics.view_columns import Column
from api.answers import json_answer, pinned, unchanged
from api.documented import Route, StrictBlueprint, add_route
from api.payloads import Payload
from api.problems import INVALID, PREFIX, UNPUBLISHED
from api.row_schemas import StrictSchema, described, meta_field

_OTHERS: Mapping[str, str] = {
    "docs": f"{PREFIX}/docs",
    "openapi": "/openapi.json",
    "schema": f"{PREFIX}/schema",
    "sql": f"{PREFIX}/sql?{urlencode({'q': 'from finding limit 5'})}",
    "queries": f"{PREFIX}/queries",
    "check": f"{PREFIX}/check",
    "problems": f"{PREFIX}/problems",
    "changes_feed": f"{PREFIX}/changes.atom",
}


class ListLink(StrictSchema):
    """One list."""

    name = ma.fields.String(required=True, metadata=described("What its rows are called."))
    url = ma.fields.String(required=True, metadata=described("Where it is; `.csv`, `.ndjson` or `.parquet` is a file."))
    description = ma.fields.String(required=True, metadata=described("What one row stands for."))


class Index(StrictSchema):
    """What there is."""

    lists = ma.fields.List(ma.fields.Nested(ListLink), required=True, metadata=described("The lists."))
    links = ma.fields.Dict(required=True, metadata=described("The other addresses, by name."))
    meta = meta_field()


def add_index_route(blueprint: StrictBlueprint, columns: Mapping[str, tuple[Column, ...]]) -> None:
    """Add `/api/v1`, which names every list of these columns and the other addresses."""
    names = [listed.name for listed in LIST_VIEWS.values() if listed.view in columns]

    def index(snapshot: Snapshot) -> Payload:
        lists = [{"name": name, "url": f"{PREFIX}/{name}", "description": LIST_VIEWS[name].holds} for name in names]
        return {"lists": lists, "links": dict(_OTHERS), "meta": {"build_id": snapshot.build_id}}

    route = Route("", "index", "What there is, as links.", Index, (INVALID, UNPUBLISHED), index)
    add_route(blueprint, route, lambda _: unchanged() or json_answer(index(pinned())))
