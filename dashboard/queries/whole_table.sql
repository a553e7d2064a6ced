-- The first rows of one table of definitions, in an order that reads well.
from $name
order by $order
limit $most
