-- The first rows of one table of definitions.
from $name
limit $most
