-- The initials of a name that is given by its words.
create or replace macro initials_of(words) as array_to_string(list_transform(words, lambda word: word[1]), '');
