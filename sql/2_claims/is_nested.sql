-- Whether one of two places lies in the other; null where one is unknown.
create or replace macro is_nested(x, y) as
    ends_with(x, ' < ' || y) or ends_with(y, ' < ' || x);
