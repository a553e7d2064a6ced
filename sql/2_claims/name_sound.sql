-- A word of a name without the letters that spellings of one foreign name exchange: Quilca is Kilka.
create or replace macro name_sound(word) as
    regexp_replace(regexp_replace(replace(word, 'h', ''), 'qu|ck|c|q', 'k', 'g'), '[yij]+', 'i', 'g');
