-- One row per rule that a claim must keep: what is amiss where it is broken, and what to do about it.
create or replace table claim_rule as
select rule, complaint, remedy
from (
    values
    (
        'row_is_readable',
        'The row cannot be read',
        'Write one claim a row, as one JSON object or as one line of the CSV.'
    ),
    ('source_is_given', 'The row names no source', 'Write who published the claim into source.'),
    ('measure_is_given', 'The row names no measure', 'Write what is counted into measure, such as troops.'),
    ('figures_are_numbers', 'A figure is no number', 'Write digits with a decimal point, such as 1200 or 6.4.'),
    (
        'figure_or_polarity_is_given',
        'The row has no value, low, high or polarity',
        'Give a figure, or for a stance its polarity.'
    ),
    ('low_is_not_above_high', 'low is above high', 'Swap them, or leave an open end empty.'),
    ('kind_is_known', 'The kind is unknown', 'Write quantity or stance, or leave it empty.'),
    ('polarity_is_known', 'The polarity is unknown', 'Write asserted, denied, unconfirmed or expected.'),
    ('hedge_is_known', 'The hedge is unknown', 'Write a hedge of the table hedge, or leave it empty.'),
    ('trend_is_known', 'The trend is unknown', 'Write rise or fall, or leave it empty.'),
    ('basis_is_known', 'The as_of_basis is unknown', 'Write text or published, or leave it empty.'),
    ('dates_are_iso', 'A date is not in ISO 8601', 'Write 2024, 2024-10, 2024-10-29 or 2024-10-29T17:00:00+00:00.'),
    ('relative_to_is_json', 'relative_to is no JSON object', 'Write it as {"factor": 2, "base": 4500}.'),
    (
        'span_lies_in_the_text',
        'The span does not lie in the text of the document',
        'char_start and char_end count characters from 0, the end not included.'
    ),
    (
        'quote_is_given',
        'The extractor gives no quote',
        'An extractor must give the words of the document on which a claim rests.'
    ),
    (
        'quote_stands_in_the_text',
        'The quote does not stand in the text of the document',
        'Copy the sentence exactly as the document has it.'
    ),
    ('claim_id_is_unique', 'An earlier row is the same claim', 'Leave the row out, or give it a claim_id of its own.')
) as listed (rule, complaint, remedy);
