-- The words of a text as search looks them up: lower case, no accents, no plural s, no 's, 8,000 as 8000, and without
-- words that stand in every text. Plurals follow the S stemmer (Harman, "How effective is suffixing?", JASIS 42, 1991).
create or replace macro search_words(text) as
    list_filter(
        list_transform(
            regexp_extract_all(
                regexp_replace(
                    regexp_replace(lower(strip_accents(text)), '[''’]s\b', '', 'g'), '(\d),(\d)', '\1\2', 'g'
                ),
                '\d+(?:\.\d+)?|\p{L}[\p{L}\p{N}]*'
            ),
            lambda word: case
                when not ends_with(word, 's') or length(word) < 4 then word
                when ends_with(word, 'ies') and word[-4] not in ('a', 'e') then word[:-4] || 'y'
                when ends_with(word, 'us') or ends_with(word, 'ss') then word
                else word[:-2]
            end
        ),
        lambda word: word not in (
            'a', 'an', 'and', 'are', 'as', 'at', 'be', 'by', 'for', 'from', 'has', 'have', 'he', 'in', 'is', 'it',
            'its', 'of', 'on', 'or', 'said', 'say', 'she', 'that', 'the', 'their', 'they', 'this', 'to', 'was', 'were',
            'which', 'who', 'will', 'with'
        )
    );
