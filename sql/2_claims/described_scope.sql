-- What tells a body that goes by a description ("the union") from those of other events that go by the same; nothing
-- for a name.
create or replace macro described_scope(body, scope) as if(
    regexp_matches(body, '^([Tt]he|[Tt]heir|[Ii]ts|[Oo]ur|[Hh]is|[Hh]er) [a-z]'), coalesce('@' || scope, ''), ''
);
