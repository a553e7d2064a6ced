-- One row per form of a verb of the lexicon and verb, as search looks words up: `pays`, `paid` and `paying` of pay.
create or replace table verb_form as
with
verb as (
    select
        verb,
        past,
        participle,
        coalesce(also_noun = 'yes', false) as is_also_noun,
        regexp_replace(verb, 'e$', '') as trunk,
        -- The last letter doubles after a short vowel (plan, planned); that it need not (open) does no harm.
        if(regexp_matches(verb, '[^aeiou][aeiou][bdgklmnprt]$'), verb || right(verb, 1), null) as doubled
    from lexicon_verbs
),

form as (
    select
        verb,
        unnest([
            {'form': verb, 'is_noun': is_also_noun},
            {'form': verb || 's', 'is_noun': true},
            {'form': regexp_replace(verb, '(ch|sh|s|x|z)$', '\1es'), 'is_noun': is_also_noun},
            {'form': regexp_replace(verb, 'y$', 'ies'), 'is_noun': is_also_noun},
            {'form': regexp_replace(trunk, '([^aeiou])y$', '\1i') || 'ed', 'is_noun': false},
            {'form': trunk || 'ing', 'is_noun': false},
            {'form': verb || 'ing', 'is_noun': false},
            {'form': doubled || 'ed', 'is_noun': false},
            {'form': doubled || 'ing', 'is_noun': false},
            {'form': past, 'is_noun': false},
            {'form': participle, 'is_noun': false}
        ], recursive := true)
    from verb
)

select
    search_words(form)[1] as term,
    verb,
    -- `fire`, `leak` and `files` may be nouns.
    bool_or(is_noun) as may_be_noun
from form
where form is not null and len(search_words(form)) = 1
group by all;
