-- The tables that loading fills before the book begins: what came in, as it came. They are not published.
-- To follow a build by hand, run this file, insert rows of your own, then run the models in the order of each folder's
-- schema.yml.

-- One row per document, in the order in which they came.
create or replace table raw_document (
    row_number bigint,
    document_id varchar,
    source varchar,
    text varchar,
    title varchar,
    published_at varchar,
    url varchar,
    language varchar,
    retrieved_at varchar
);

-- One row per document that reading set aside.
create or replace table raw_rejected_document (
    place varchar,
    rule varchar,
    message varchar,
    raw varchar
);

-- One row per claim of every file. A figure that is written but is no number is null and named in `no_number`.
create or replace table raw_claim (
    file varchar,
    row_number bigint,
    is_extracted boolean,
    is_readable boolean,
    no_number varchar,
    claim_id varchar,
    document_id varchar,
    source varchar,
    claimant varchar,
    claimant_affiliation varchar,
    kind varchar,
    quote varchar,
    char_start double,
    char_end double,
    measure varchar,
    counted varchar,
    actor varchar,
    predicate varchar,
    place varchar,
    as_of varchar,
    as_of_basis varchar,
    reported_at varchar,
    value double,
    low double,
    high double,
    hedge varchar,
    unit varchar,
    trend varchar,
    relative_to varchar,
    restates varchar,
    polarity varchar,
    extractor varchar,
    confidence double,
    denies varchar,
    replaces varchar,
    said_through varchar
);

-- One row per claim that a rule set aside, as its file has it; filled when the rules have run.
create or replace table raw_row (
    file varchar,
    row_number bigint,
    raw varchar
);

-- What the build that is being replaced had published: its history, and its findings to compare with.
create or replace table baseline_build (
    build_id varchar,
    built_at timestamp,
    document_count bigint,
    documents_added bigint,
    documents_edited bigint,
    documents_removed bigint,
    claim_count bigint,
    rejected_claim_count bigint,
    question_count bigint,
    finding_count bigint,
    extractor varchar,
    is_current boolean
);

create or replace table baseline_change (
    build_id varchar,
    built_at timestamp,
    change varchar,
    finding_id varchar,
    question_id varchar,
    title varchar,
    ratio double,
    former_ratio double,
    sentence varchar,
    note varchar,
    detail varchar
);

-- One row per document of the build that is being replaced, with the MD5 of its text and its event.
create or replace table baseline_document (
    document_id varchar,
    text_hash varchar,
    event_id varchar
);

-- One row per finding of the build that is being replaced.
create or replace table baseline_finding (
    finding_id varchar,
    question_id varchar,
    title varchar,
    sentence varchar,
    low_claim_id varchar,
    low_voice varchar,
    low_figure varchar,
    high_claim_id varchar,
    high_voice varchar,
    high_figure varchar,
    ratio double,
    gap double
);

-- One row per claim of the build that is being replaced: the question that it answered.
create or replace table baseline_question_member (
    question_id varchar,
    claim_id varchar
);

-- One row: what this build is called, when it ran, and what extracted its claims.
create or replace table this_build (
    build_id varchar,
    built_at timestamp,
    extractor varchar
);

-- The tables of data/lexicon, one row per line of the file of that name.
create or replace table lexicon_hedges (
    hedge varchar, low_factor varchar, high_factor varchar, low_open varchar, high_open varchar, meaning varchar
);

create or replace table lexicon_title_words (word varchar, kind varchar);

create or replace table lexicon_definitions (kind varchar, term varchar, meaning varchar);

create or replace table lexicon_hedge_wordings (wording varchar, hedge varchar, position varchar);

create or replace table lexicon_vague_words (wording varchar, low varchar, high varchar);

create or replace table lexicon_measures (
    measure varchar, title varchar, over_time varchar, tolerance varchar, predicate varchar
);

create or replace table lexicon_measure_wordings (wording varchar, measure varchar, class varchar);

create or replace table lexicon_measure_parts (measure varchar, asked_with varchar, class varchar, note varchar);

create or replace table lexicon_measure_subjects (measure varchar, subject varchar);

create or replace table lexicon_part_wordings (wording varchar, position varchar, class varchar, note varchar);

create or replace table lexicon_over_time_words (word varchar, over_time varchar, is_of_money boolean);

create or replace table lexicon_units (unit varchar, dimension varchar, factor varchar, wordings varchar);

create or replace table lexicon_local_currencies (unit varchar, country varchar, code varchar);

create or replace table lexicon_actors (actor varchar, kind varchar, wording varchar);

create or replace table lexicon_places (
    wording varchar, place varchar, within varchar, kind varchar, population varchar
);

create or replace table lexicon_places_added (
    wording varchar, place varchar, within varchar, kind varchar, population varchar
);

create or replace table lexicon_word_classes (word varchar, class varchar);

create or replace table lexicon_number_words (word varchar, kind varchar, value varchar);

create or replace table lexicon_voice_words (word varchar, role varchar, note varchar);

create or replace table lexicon_body_words (word varchar, called varchar, note varchar);

create or replace table lexicon_running_wordings (wording varchar, kind varchar);

create or replace table lexicon_moving_wordings (wording varchar, direction varchar, link varchar);

create or replace table lexicon_offices (office varchar, body varchar);

create or replace table lexicon_local_bodies (word varchar, body varchar);

create or replace table lexicon_predicates (predicate varchar, "group" varchar);

create or replace table lexicon_predicate_wordings (wording varchar, predicate varchar);

create or replace table lexicon_verbs (verb varchar, past varchar, participle varchar, also_noun varchar);

create or replace table lexicon_stance_wordings (wording varchar, polarity varchar);

create or replace table lexicon_stance_nouns (word varchar, kind varchar);

create or replace table lexicon_speech_wordings (wording varchar, kind varchar);

create or replace table lexicon_denial_words (word varchar, kind varchar);

create or replace table lexicon_settings (setting varchar, value varchar, note varchar);

create or replace table lexicon_question_features (feature varchar, weight varchar, note varchar);

create or replace table lexicon_event_features (feature varchar, weight varchar, note varchar);

create or replace table lexicon_voice_features (feature varchar, weight varchar, note varchar);

create or replace table lexicon_surety_features (feature varchar, weight varchar, doubt varchar, note varchar);

create or replace table lexicon_draft_features (feature varchar, weight varchar, reason varchar, note varchar);

create or replace table lexicon_severity_weights (part varchar, weight varchar, note varchar);

create or replace table lexicon_generic_measures (measure varchar, note varchar);

-- A user's corrections: two claims that are (or are not) of one question, and one name for several spellings.
create or replace table raw_override (a_claim_id varchar, b_claim_id varchar, decision varchar, note varchar);

create or replace table raw_name (spelling varchar, name varchar, kind varchar, note varchar);
