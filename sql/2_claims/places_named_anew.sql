-- The places by which a text names an event of days before anew, with when it was.
create or replace macro places_named_anew(text) as
-- "Last week's shipwreck off Sfax", "Monday's deadly fire in Leeds".
regexp_extract_all(
    text,
    '(?:[Ll]ast week|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)(?:day)?[''’]s (?:[a-z-]+ ){1,3}'
    || '(?:off|in|at|near|on|outside|around|over|across) (?:the )?([A-Z][a-z]+)',
    1
)
-- "The quake that struck Peru's south on Thursday", "the shipwreck off Sfax last week".
|| regexp_extract_all(
    text,
    '[Tt]he [a-z-]+ (?:(?:that|which) [a-z]+|off|in|at|near|outside) (?:the )?([A-Z][a-z]+)'
    || '(?:[''’]s(?: [a-z]+){1,2})?(?: on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day| last week)',
    1
);
