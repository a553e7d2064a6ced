-- Rows: rows of names.csv that change nothing, for they do not say whose name it is.
select concat('“', spelling, '” of names.csv: write voice or source into its kind') as example
from raw_name
where coalesce(kind, '') not in ('voice', 'source');
