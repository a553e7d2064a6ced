-- Whether the words of a stance leave out what it is about, which was told before them: "denied it", "rejected the
-- claims", "called that untrue"; not "denied that it was shut".
create or replace macro only_points(words) as
    words not like '% %'
    or not regexp_matches(words, '\bthat (?:it|he|she|they|we|i)\b')
    and regexp_matches(
        words,
        (
            select
                '^(?:\S+ ){0,4}(?:it|this|that|them|so|(?:the|that|this|these|those|such|all|any) (?:'
                || string_agg(word, '|')
                || ')s?)(?: (?:is|was|are|were))?(?: \S+){0,2}\W*$'
            from title_word
            where kind = 'told'
        )
    );
