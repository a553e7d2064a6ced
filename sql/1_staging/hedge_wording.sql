-- One row per wording that hedges a figure, and the side of the figure on which it stands.
create or replace table hedge_wording as
select wording, hedge, position
from lexicon_hedge_wordings;
