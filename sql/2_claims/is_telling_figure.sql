-- Whether a figure tells a thing apart: two of its digits and more are no zeros. 8,000 stands for many things.
create or replace macro is_telling_figure(figure) as
length(regexp_replace(figure::varchar, '[^1-9]', '', 'g')) >= 2;
