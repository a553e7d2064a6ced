-- A number as a person writes it: 40, not 40.0.
create or replace macro plain_figure(figure) as regexp_replace(figure::varchar, '\.0$', '');
