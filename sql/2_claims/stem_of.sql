-- The stem of a small English word, so that killed, kills and killing are one; an owner's 's is no part of it.
create or replace macro stem_of(word) as
    regexp_replace(regexp_replace(word, '''s$', ''), '(.{3})(ings?|ies|ied|ed|es|s|e|y)$', '\1');
