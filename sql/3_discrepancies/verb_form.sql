-- One row per form of a verb of the lexicon and verb, as search looks words up: `pays`, `paid` and `paying` of pay.
create or replace table verb_form as
with
verb as (
    select
        verb,
        past,
        participle,
        also_noun = 'yes' as is_also_noun,
        regexp_replace(verb, 'e$', '') as trunk,
        -- The last letter doubles after a short vowel (plan, planned); that it need not (open) does no harm.
        if(regexp_matches(verb, '[^aeiou][aeiou][bdgklmnprt]$'), verb || right(verb, 1), null) as doubled
    from lexicon_verbs
),

form as (
    select
        verb,
        unnest([
            {'form': verb, 'is_base': true},
            {'form': verb || 's', 'is_base': true},
            {'form': regexp_replace(verb, '(ch|sh|s|x|z)$', '\1es'), 'is_base': true},
            {'form': regexp_replace(verb, 'y$', 'ies'), 'is_base': true},
            {'form': regexp_replace(trunk, '([^aeiou])y$', '\1i') || 'ed', 'is_base': false},
            {'form': trunk || 'ing', 'is_base': false},
            {'form': verb || 'ing', 'is_base': false},
            {'form': doubled || 'ed', 'is_base': false},
            {'form': doubled || 'ing', 'is_base': false},
            {'form': past, 'is_base': false},
            {'form': participle, 'is_base': false}
        ], recursive := true),
        is_also_noun
    from verb
)

select
    search_words(form)[1] as term,
    verb,
    -- `fire`, `leak` and `report` may be nouns where they bear no ending.
    bool_or(is_base and is_also_noun) as may_be_noun
from form
where form is not null and len(search_words(form)) = 1
group by all;
