-- Names as a sentence lists them: “Chile, Peru and Spain”.
create or replace macro enumerated(names) as
    if(len(names) > 1, array_to_string(names[:-2], ', ') || ' and ' || names[-1], names[1]);
