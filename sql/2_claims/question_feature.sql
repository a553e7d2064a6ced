-- One row per feature that speaks for or against two claims answering one question, with its weight.
create or replace table question_feature as
select feature, weight::double as weight, note
from lexicon_question_features;
