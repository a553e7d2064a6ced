-- Whether two names of as many words sound alike, word by word; words of fewer than four letters must be the same.
create or replace macro is_name_alike(sounds, other_sounds) as
    len(list_filter(
        list_zip(sounds, other_sounds),
        lambda sound: sound[1] != sound[2]
        and (
            least(length(sound[1]), length(sound[2])) < 4
            or jaro_winkler_similarity(sound[1], sound[2]) < 0.88
        )
    )) = 0;
