-- One row per feature that speaks for or against a question being the one that a figure of a draft answers, with its
-- weight, and what it tells of the two in a word.
create or replace table draft_feature as
select feature, weight::double as weight, reason, note
from lexicon_draft_features;
