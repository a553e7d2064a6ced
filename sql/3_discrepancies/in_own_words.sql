-- A voice with its own words in quotation marks: they go on from the name where they begin with a verb (Norway
-- "denies that a ferry was lost"), and else stand apart from it (Norway: "a lie").
create or replace macro in_own_words(name, quoted) as
    name || if(is_verb_of_stance(regexp_extract(quoted, '^“(\S+) ', 1)), ' ', ': ') || quoted;
